#include "problem/look_back.hpp"

#include "base/chance.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace sihu;

namespace {

Problem a_closed(const std::string& branch, int serial, Severity severity = Severity::general) {
  Problem problem;
  problem.id = "26Q4-" + branch + "-k7m2qx-" + std::to_string(serial);
  problem.quarter = {2026, 4};
  problem.branch = branch;
  problem.device = "k7m2qx";
  problem.serial = serial;
  problem.severity = severity;
  problem.status = Status::closed;
  return problem;
}

// Eleven closed general ones at zb05, one at zb07, a critical one, and what is not to be drawn.
std::vector<Problem> a_quarter() {
  std::vector<Problem> problems;
  for (int i = 1; i <= 11; ++i) problems.push_back(a_closed("zb05", i));
  problems.push_back(a_closed("zb05", 12, Severity::critical));
  problems.push_back(a_closed("zb07", 13));
  problems.push_back(a_closed("zb07", 14, Severity::critical));
  problems.back().status = Status::open;
  problems.push_back(a_closed("zb07", 15));
  problems.back().quarter = {2026, 3};
  return problems;
}

std::set<std::string> ids_of(const LookBackDraw& draw) {
  std::set<std::string> ids;
  for (const LookedBack& one : draw.drawn) ids.insert(one.problem->id);
  return ids;
}

std::set<std::string> drawn_by(std::string_view seed, int share = 20) {
  const auto problems = a_quarter();
  return ids_of(draw_look_back(problems, {2026, 4}, share, seed));
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a look-back has all critical ones and a share of each branch, rounded up") {
    const auto problems = a_quarter();
    const auto draw = draw_look_back(problems, {2026, 4}, 20, "20261001");
    CHECK(draw.closed == 13);
    CHECK(draw.drawn.size() == 5);  // 3 of 11, the critical one, 1 of 1
    CHECK(std::ranges::count(draw.drawn, true, &LookedBack::always) == 1);
    CHECK(ids_of(draw).contains("26Q4-zb05-k7m2qx-12"));
    CHECK(ids_of(draw).contains("26Q4-zb07-k7m2qx-13"));
    CHECK(drawn_by("x", 100).size() == 13);
    CHECK(drawn_by("x", 1).size() == 3);
  }

  TEST_CASE("the same seed draws the same, in whatever order problems came, and another others") {
    auto problems = a_quarter();
    std::ranges::reverse(problems);
    CHECK(ids_of(draw_look_back(problems, {2026, 4}, 20, "20261001")) == drawn_by("20261001"));
    std::set<std::set<std::string>> draws;
    for (int i = 0; i < 20; ++i) draws.insert(drawn_by(std::to_string(i)));
    CHECK(draws.size() > 10);
  }

  TEST_CASE("anybody can check a draw: the smallest numbers of SEED/ID are drawn") {
    const auto problems = a_quarter();
    const auto number = [](const std::string& id) { return seed_of("20261001/" + id); };
    std::vector<std::uint64_t> numbers;
    for (int i = 1; i <= 11; ++i)
      numbers.push_back(number("26Q4-zb05-k7m2qx-" + std::to_string(i)));
    std::ranges::sort(numbers);
    const auto draw = draw_look_back(problems, {2026, 4}, 20, "20261001");
    for (const LookedBack& one : draw.drawn)
      if (one.problem->branch == "zb05" && !one.always)
        CHECK(number(one.problem->id) <= numbers[2]);
  }

  TEST_CASE("each problem of a branch is drawn about equally often") {
    std::map<std::string, int> times;
    for (int i = 0; i < 2200; ++i)
      for (const std::string& id : drawn_by("s" + std::to_string(i))) ++times[id];
    // 3 of 11: 600 of 2200, with a standard deviation of 21.
    for (int i = 1; i <= 11; ++i) {
      const int drawn = times["26Q4-zb05-k7m2qx-" + std::to_string(i)];
      CHECK(drawn > 500);
      CHECK(drawn < 700);
    }
  }

  TEST_CASE("nothing closed, nothing drawn") {
    const auto draw = draw_look_back({}, {2026, 4}, 20, "x");
    CHECK(draw.closed == 0);
    CHECK(draw.drawn.empty());
  }
}
