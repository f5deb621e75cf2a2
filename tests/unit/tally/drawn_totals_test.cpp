#include "tally/drawn_totals.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<const TallyRow*> rows_of(const Tally& tally) {
  std::vector<const TallyRow*> rows;
  for (const TallyRow& row : tally.rows) rows.push_back(&row);
  return rows;
}

double mean_of_first(const std::vector<Totals>& draws) {
  double sum = 0;
  for (const Totals& totals : draws) sum += totals.front();
  return sum / static_cast<double>(draws.size());
}

// Five inspectors who have been everywhere.
InspectedScores seen_by_all(const std::vector<double>& levels) {
  InspectedScores scores;
  scores.ratings.branches = levels.size();
  scores.ratings.inspectors = 5;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    scores.branches.push_back("zb0" + std::to_string(i + 1));
    for (std::size_t j = 0; j < 5; ++j)
      scores.ratings.all.push_back(
          {j, i, levels[i] + static_cast<double>(j) + ((i + j) % 2 == 0 ? 1 : -1), 1, 0});
  }
  return scores;
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("items that are drawn have the mean of the branch's own") {
    const Tally tally = make_tally(fourth, some_rules(), {an_entry("zb01", 75, {})});
    const std::map<std::string, DrawnBranch> branches{
        {"zb01", {{{100, {{5, 5}, {5, 5}, {5, 5}, {5, 0}}}}, 0, 0}}};
    const auto draws = draw_items(rows_of(tally), tally, branches, {2000, 1});
    CHECK(draws.size() == 2000);
    CHECK(mean_of_first(draws) == doctest::Approx(75).epsilon(0.02));
    CHECK(draw_items(rows_of(tally), tally, branches, {2000, 1}) == draws);
    CHECK(draw_items(rows_of(tally), tally, branches, {2000, 2}) != draws);
  }

  TEST_CASE("what has no error and no items is the same in every draw") {
    const Tally tally = make_tally(fourth, some_rules(), {an_entry("zb01", {}, 80)});
    for (const Totals& totals : draw_items(rows_of(tally), tally, {{"zb01", {}}}, {20, 1}))
      CHECK(totals == Totals{80});
  }

  TEST_CASE("inspectors' residuals tell where they tie all together") {
    const Tally tally = make_tally(fourth, some_rules(),
                                   {an_entry("zb01", 90, {}), an_entry("zb02", 70, {}),
                                    an_entry("zb03", 50, {}), an_entry("zb04", 30, {})});
    const auto scores = seen_by_all({90, 70, 50, 30});
    CHECK(ties_together(rows_of(tally), scores));
    CHECK_FALSE(ties_together(rows_of(tally), {}));
    CHECK_FALSE(ties_together(rows_of(tally), seen_by_all({90, 70, 50})));
    const auto draws = draw_residuals(rows_of(tally), tally, scores, {2000, 1});
    CHECK(draws.size() == 2000);
    CHECK(mean_of_first(draws) == doctest::Approx(90).epsilon(0.01));
  }
}
