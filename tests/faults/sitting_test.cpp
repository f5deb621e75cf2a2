#include "faults/stage.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <cerrno>

namespace {

using namespace sihu::test;
namespace fs = std::filesystem;

constexpr const char* two_answers = "A\nB\n";

// A paper of five questions is drawn.
void furnish_sitting(const Stage& stage) {
  copy_fixture("inspection", stage.path() / "w");
  fs::copy(fs::path(SIHU_SOURCE_DIR) / "tests/cli/fixture/exam", stage.path() / "w",
           fs::copy_options::recursive);
  REQUIRE(stage.sihu({"test", "paper", "2026Q4", "safety", "--seed", "1", "--as", "p900"}).status ==
          0);
}

Outcome sit(const Stage& stage, const char* typed, const char* time,
            std::map<std::string, std::string> more = {}) {
  more.insert({"SIHU_NOW", std::string("2026-12-20T09:") + time + ":00+08:00"});
  Order order = stage.order({"test", "take", "2026Q4", "safety", "--start", "--as", "p004"}, more);
  order.input = typed;
  return run(order);
}

bool shows(const Outcome& outcome, int question) {
  return outcome.err.find("\n" + std::to_string(question) + "/5  ") != std::string::npos;
}

// How many of the two answers were acknowledged: the question behind them was shown.
int acknowledged(const Outcome& outcome) {
  return shows(outcome, 3) ? 2 : shows(outcome, 2) ? 1 : 0;
}

// What a sitting that was disturbed has left, by one that goes on ten minutes later.
void check_resumed(const Stage& stage, const Outcome& disturbed) {
  const Outcome resumed = sit(stage, "/q\n", "10");
  CHECK_MESSAGE(resumed.status == 0, resumed.err);
  int first_open = 1;
  while (first_open < 5 && !shows(resumed, first_open)) ++first_open;
  CHECK_MESSAGE(first_open > acknowledged(disturbed), resumed.err);
  if (shows(disturbed, 1))
    CHECK_MESSAGE(resumed.err.find("20:00 left") != std::string::npos, resumed.err);
  CHECK(stage.sihu({"verify"}).status == 0);
}

}  // namespace

TEST_SUITE("faults") {
  TEST_CASE("examining: a sitting loses no answer that was acknowledged and gains no time") {
    const Stage stage(furnish_sitting);
    const Outcome whole = sit(stage, two_answers, "00");
    REQUIRE(whole.status == 0);
    REQUIRE(acknowledged(whole) == 2);
    int disturbed = 0;
    for (const std::string& what :
         {std::to_string(EIO), std::to_string(ENOSPC), std::string("short"), std::string("kill")}) {
      int since_last = 0;  // calls behind the last one that mattered
      for (int at = 1; since_last < 10; ++at) {
        stage.renew();
        const Outcome outcome = sit(stage, two_answers, "00",
                                    {{"LD_PRELOAD", SIHU_INJECT},
                                     {"SIHU_FAULT_UNDER", stage.path().string()},
                                     {"SIHU_FAULT_AT", std::to_string(at)},
                                     {"SIHU_FAULT_DO", what}});
        INFO(what << " at call " << at << ": " << outcome.err);
        const bool killed = outcome.status == 128 + 9;
        CHECK((outcome.status == 0 || outcome.status == 4 || killed));
        disturbed += outcome.status != 0;
        since_last = outcome.status != 0 ? 0 : since_last + 1;
        check_resumed(stage, outcome);
      }
    }
    CHECK(disturbed > 40);
  }
}
