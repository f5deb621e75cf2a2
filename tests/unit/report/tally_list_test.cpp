#include "report/tally_list.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Tally sample() {
  auto half = an_entry("zb05", Rational(250, 3), {});
  half.done = 3;
  half.provisional = true;
  auto tally =
      make_tally(fourth, some_rules(), {an_entry("zb01", 90, 60), half, an_entry("zb07", {}, 100)});
  tally.rows[0].range = RankSet{1, 2};
  tally.rows[0].earlier = EarlierResult{Rational(80), 3};
  return tally;
}

std::string value(const std::string& csv, int line, const std::string& column) {
  std::vector<std::vector<std::string>> cells;
  for (std::size_t at = 0; at < csv.size();) {
    const std::size_t end = csv.find('\n', at);
    std::string row = csv.substr(at, end - at) + ',';
    cells.emplace_back();
    for (std::size_t comma = row.find(','); comma != std::string::npos; comma = row.find(',')) {
      cells.back().push_back(row.substr(0, comma));
      row.erase(0, comma + 1);
    }
    at = end + 1;
  }
  for (std::size_t i = 0; i < cells[0].size(); ++i)
    if (cells[0][i] == column) return cells.at(static_cast<std::size_t>(line)).at(i);
  return "no such column";
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a row begins with the keys that were promised") {
    const std::string csv = render(tally_table(sample()), Format::csv, {});
    CHECK(csv.starts_with("branch,branch_name,check,review,learn,test,rectification,total,rank,"));
  }

  TEST_CASE("what is missing is empty for programs and a dash for people, never a 0") {
    const std::string csv = render(tally_table(sample()), Format::csv, {});
    CHECK(value(csv, 1, "review").empty());
    CHECK(value(csv, 2, "rectification").empty());
    CHECK(value(csv, 2, "rectification_exact").empty());
    CHECK(value(csv, 3, "check").empty());
    CHECK(value(csv, 3, "total").empty());
    CHECK(value(csv, 3, "rank").empty());
    CHECK(value(csv, 3, "why") == "little-coverage");
    const std::string json = render(tally_table(sample()), Format::json, {});
    CHECK(json.find("\"review\":null") != std::string::npos);
    const std::string shown = render(tally_table(sample()), Format::table, {});
    CHECK(shown.find("–") != std::string::npos);
    CHECK(shown.find(" 0.00") == std::string::npos);
  }

  TEST_CASE("what was rounded stands there exactly as well") {
    const std::string csv = render(tally_table(sample()), Format::csv, {});
    CHECK(value(csv, 2, "check") == "83.33");
    CHECK(value(csv, 2, "check_exact") == "250/3");
    CHECK(value(csv, 2, "provisional") == "yes");
    CHECK(value(csv, 2, "completeness") == "60");
    CHECK(value(csv, 1, "rank_low") == "1");
    CHECK(value(csv, 1, "rank_high") == "2");
    CHECK(value(csv, 1, "previous_total") == "80.00");
  }

  TEST_CASE("where the error of a review is from stands beside it, without a review nowhere") {
    auto reviewed = an_entry("zb01", 90, 60);
    reviewed.scores[Component::review] = Rational(70);
    reviewed.review_error_from = ReviewErrorFrom::assumed;
    const std::string csv =
        render(tally_table(make_tally(fourth, some_rules(), {reviewed, an_entry("zb05", 80, 60)})),
               Format::csv, {});
    CHECK(value(csv, 1, "review_error_from") == "assumed");
    CHECK(value(csv, 2, "review_error_from").empty());
  }

  TEST_CASE("people see range and change in one word each") {
    const std::string shown = render(tally_table(sample()), Format::table, {});
    CHECK(shown.find("1–2") != std::string::npos);
    CHECK(shown.find("+5.00 (3→1)") != std::string::npos);
  }

  TEST_CASE("weights stand beside what they decide") {
    auto tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 98, 50), an_entry("zb05", 98, 70)});
    const std::string csv = render(component_table(tally), Format::csv, {});
    CHECK(csv.find("check,50,0.8333,0.0000,98.00,98.00,2\n") != std::string::npos);
    CHECK(csv.find("review,15,,,,,2\n") != std::string::npos);
    CHECK(csv.find("rectification,10,0.1667,1.0000,50.00,70.00,2\n") != std::string::npos);
  }
}
