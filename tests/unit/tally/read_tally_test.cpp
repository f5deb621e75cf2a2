#include "tally/read_tally.hpp"

#include "report/tally_list.hpp"
#include "support/fault_names.hpp"
#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string written(const Tally& tally) {
  return render(tally_table(tally), Format::json, {});
}

Tally a_city(const std::string& first, const std::string& second) {
  auto uneven = an_entry(first, Rational(250, 3), Rational(200, 3));
  uneven.errors[Component::check] = 1.25;
  uneven.provisional = true;
  uneven.done = 3;
  uneven.inspections = 2;
  uneven.inspections_done = 1;
  uneven.not_begun = {"zb09"};
  auto vetoed = an_entry(second, 95, {});
  vetoed.vetoes = {"dues/V-1"};
  return make_tally(fourth, some_rules(), {uneven, vetoed});
}

WrittenTally read(const Tally& tally, const std::string& name) {
  auto read_back = read_tally(written(tally), name);
  REQUIRE(read_back);
  return *read_back;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  text.replace(text.find(what), what.size(), with);
  return text;
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("what was written is read back without losing a digit") {
    const auto tally = read(a_city("zb01", "zb05"), "a.json");
    CHECK(tally.quarter == fourth);
    CHECK(tally.rules == some_rules());
    REQUIRE(tally.entries.size() == 2);
    const TallyEntry& entry = tally.entries[0];
    CHECK(entry.scores[Component::check] == Rational(250, 3));
    CHECK(entry.scores[Component::rectification] == Rational(200, 3));
    CHECK_FALSE(entry.scores[Component::test]);
    CHECK(entry.errors[Component::check] == 1.25);
    CHECK(entry.provisional);
    CHECK(entry.done == 3);
    CHECK(entry.inspections == 2);
    CHECK(entry.inspections_done == 1);
    CHECK(entry.not_begun == std::vector<std::string>{"zb09"});
    CHECK(tally.entries[1].vetoes == std::vector<std::string>{"dues/V-1"});
  }

  TEST_CASE("what the total of the quarter before was made of is read back") {
    Tally tally = make_tally(fourth, some_rules(), {an_entry("zb01", 80, 90)});
    add_earlier(tally, make_tally({2026, 3}, some_rules(), {an_entry("zb01", 70, {})}));
    const auto written_back = read(tally, "a");
    CHECK(written_back.earlier.at("zb01").parts == std::vector<Component>{Component::check});
  }

  TEST_CASE("whose error a review has is read back, and older files do not say") {
    auto entry = an_entry("zb01", 80, 90);
    entry.scores[Component::review] = Rational(70);
    entry.errors[Component::review] = 4;
    entry.review_error_from = ReviewErrorFrom::pooled;
    const Tally tally = make_tally(fourth, some_rules(), {entry});
    CHECK(read(tally, "a").entries[0].review_error_from == ReviewErrorFrom::pooled);
    const std::string key = ",\"review_error_from\":\"pooled\"";
    CHECK(read_tally(replaced(written(tally), key, ""), "a"));
    CHECK_FALSE(
        read_tally(replaced(written(tally), key, ",\"review_error_from\":\"guessed\""), "a"));
  }

  TEST_CASE("a standard error or a share that is none is a fault, not certainty") {
    const std::string text = written(a_city("zb01", "zb05"));
    for (const std::string bad : {"\"oops\"", "\"-1\"", "\"nan\"", "null", "\"1e300\""}) {
      CAPTURE(bad);
      const auto read_back =
          read_tally(replaced(text, "\"check_error\":\"1.2500\"", "\"check_error\":" + bad), "a");
      CHECK_FALSE(read_back);
    }
    for (const std::string bad : {"\"3/2\"", "\"x\"", "null"}) {
      CAPTURE(bad);
      CHECK_FALSE(read_tally(
          replaced(text, "\"inspected_exact\":\"1\"", "\"inspected_exact\":" + bad), "a"));
    }
  }

  TEST_CASE("cities brought together are ranked as one") {
    const auto all = combine_tallies(
        {read(a_city("zb01", "zb05"), "a.json"), read(a_city("yb01", "yb05"), "b.json")});
    REQUIRE(all);
    CHECK(ranking(*all) == "1 yb01 80.56, 1 zb01 80.56, - yb05 95.00, - zb05 95.00");
  }

  TEST_CASE("a score or a total that its parts don't come to is a fault that names the branch") {
    const std::string good = written(a_city("zb01", "zb05"));
    for (const std::string key : {"total", "check"}) {
      const std::string was = "\"" + key + "\":\"" + (key == "check" ? "83.33" : "80.56") + "\"";
      const auto bad = read_tally(replaced(good, was, "\"" + key + "\":\"90.00\""), "a.json");
      CHECK(fault_names(bad).ends_with(" contradicts-parts"));
      REQUIRE_FALSE(bad);
      REQUIRE(bad.error().faults.size() == 1);
      CHECK(bad.error().faults[0].place.file == "a.json");
      CHECK(bad.error().faults[0].what.en.find("of branch zb01 is written as 90.00") !=
            std::string::npos);
    }
    CHECK(fault_names(read_tally(replaced(good, "\"80.56\"", "null"), "a.json"))
              .ends_with(" contradicts-parts"));
  }

  TEST_CASE("what a branch had the quarter before stays, its rank then only in its own city") {
    Tally tally = a_city("zb01", "zb05");
    Tally before = make_tally({2026, 3}, some_rules(), {an_entry("zb01", 70, 70)});
    add_earlier(tally, before);
    const auto alone = combine_tallies({read(tally, "a.json")});
    REQUIRE(alone);
    REQUIRE(alone->find("zb01")->earlier);
    CHECK(alone->find("zb01")->earlier->total == Rational(70));
    CHECK(alone->find("zb01")->earlier->rank == 1);
    CHECK_FALSE(alone->find("zb05")->earlier);
    const auto both =
        combine_tallies({read(tally, "a.json"), read(a_city("yb01", "yb05"), "b.json")});
    REQUIRE(both);
    CHECK(both->find("zb01")->earlier->total == Rational(70));
    CHECK_FALSE(both->find("zb01")->earlier->rank);
    CHECK_FALSE(both->find("yb01")->earlier);
  }

  TEST_CASE("a branch in two files, another quarter and other rules are refused, all of it said") {
    Tally other = a_city("zb01", "yb05");
    other.quarter = {2026, 3};
    other.rules.tie_breaks = {Component::check};
    const auto refused =
        combine_tallies({read(a_city("zb01", "zb05"), "a.json"), read(other, "b.json")});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    std::string names;
    for (const Fault& fault : refused.error().faults) names += fault.name + ' ';
    CHECK(names == "another-quarter other-rules branch-in-both ");
    CHECK(refused.error().faults[0].place.file == "b.json");
  }

  TEST_CASE("what is wrong is named with its place, and nothing is taken for a 0") {
    const std::string good = written(a_city("zb01", "zb05"));
    const auto faults = [&](const std::string& text) {
      return fault_names(read_tally(text, "a.json"));
    };
    CHECK(faults(replaced(good, "\"250/3\"", "\"-250/3\"")).ends_with("wrong-type"));
    CHECK(faults(replaced(good, "\"250/3\"", "\"250/0\"")).ends_with("wrong-type"));
    CHECK(faults(replaced(good, "\"250/3\"", "\"1250/3\"")).ends_with("wrong-type"));
    CHECK(faults(replaced(good, "\"check_exact\":\"250/3\",", "")).ends_with("wrong-type"));
    CHECK(faults(replaced(good, "2026Q4", "2026Q5")).find("wrong-type") != std::string::npos);
    CHECK(faults(replaced(good, "2026Q4", "2026Q3")).ends_with("rows-differ"));
    CHECK(faults(replaced(good, "\"branch\":\"zb05\"", "\"branch\":\"zb01\""))
              .ends_with("duplicate-id"));
    CHECK(faults(replaced(good, "\"items\":5,", "")).ends_with("missing-key"));
    CHECK(faults("[]").ends_with("empty-list"));
    CHECK(faults("{}").ends_with("wrong-type"));
    CHECK_FALSE(read_tally("[", "a.json"));
  }
}
