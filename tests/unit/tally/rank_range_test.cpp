#include "tally/rank_range.hpp"

#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// A check of twenty items of 5 points, of which the first `passed` earned theirs.
DrawnBranch passed(int items) {
  DrawnBranch branch{{{100, {}}}, 0, 0};
  for (int i = 0; i < 20; ++i) branch.checks[0].items.push_back({5, i < items ? 5.0 : 0.0});
  return branch;
}

struct Scene {
  Tally tally;
  std::map<std::string, DrawnBranch> branches;
};

Scene scene_of(const std::map<std::string, int>& items) {
  std::vector<TallyEntry> entries;
  Scene scene;
  for (const auto& [branch, count] : items) {
    entries.push_back(an_entry(branch, Rational(5 * count), {}));
    scene.branches[branch] = passed(count);
  }
  scene.tally = make_tally(fourth, some_rules(), std::move(entries));
  return scene;
}

RankSet range_of(const Tally& tally, const std::string& branch) {
  return tally.find(branch)->range.value();
}

// Every inspector has been everywhere; `spread` is what the model can't explain.
InspectedScores seen_by_all(const std::vector<double>& levels, double spread) {
  InspectedScores scores;
  scores.ratings.branches = levels.size();
  scores.ratings.inspectors = 5;
  for (std::size_t j = 0; j < 5; ++j) scores.inspectors.push_back("p00" + std::to_string(j));
  for (std::size_t i = 0; i < levels.size(); ++i) {
    scores.branches.push_back("zb0" + std::to_string(i + 1));
    for (std::size_t j = 0; j < 5; ++j)
      scores.ratings.all.push_back(
          {j, i, levels[i] + static_cast<double>(j) + spread * ((i + j) % 2 == 0 ? 1 : -1), 1, 0});
  }
  return scores;
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("branches that differ by one item of twenty may change places") {
    auto [tally, branches] = scene_of({{"zb01", 15}, {"zb02", 14}, {"zb03", 2}});
    CHECK(add_ranges(tally, branches, {}) == RangeBasis::items);
    CHECK(range_of(tally, "zb01") == RankSet{1, 2});
    CHECK(range_of(tally, "zb02") == RankSet{1, 2});
    CHECK(range_of(tally, "zb03") == RankSet{3, 3});
  }

  TEST_CASE("the same quarter draws the same, another one need not") {
    auto first = scene_of({{"zb01", 15}, {"zb02", 13}, {"zb03", 11}, {"zb04", 9}});
    auto again = first;
    add_ranges(first.tally, first.branches, {});
    add_ranges(again.tally, again.branches, {});
    for (const TallyRow& row : first.tally.rows)
      CHECK(row.range == again.tally.find(row.entry.branch)->range);
  }

  TEST_CASE("problems that fell due are drawn as well") {
    Tally tally =
        make_tally(fourth, some_rules(), {an_entry("zb01", 100, 50), an_entry("zb02", 100, 100)});
    const std::map<std::string, DrawnBranch> branches{{"zb01", {{}, 2, 1}}, {"zb02", {{}, 2, 2}}};
    add_ranges(tally, branches, {});
    // Two of two in time is no certainty: 3 of 4 by the rule of succession.
    CHECK(range_of(tally, "zb01") == RankSet{1, 2});
    CHECK(range_of(tally, "zb02") == RankSet{1, 2});
    auto many = branches;
    many["zb01"].due = many["zb02"].due = many["zb02"].in_time = 40;
    many["zb01"].in_time = 20;
    add_ranges(tally, many, {});
    CHECK(range_of(tally, "zb01") == RankSet{2, 2});
    CHECK(range_of(tally, "zb02") == RankSet{1, 1});
  }

  TEST_CASE("full marks are the less certain the fewer items they are of") {
    const auto full = [](int items) {
      DrawnBranch branch{{{100, {}}}, 0, 0};
      for (int i = 0; i < items; ++i) branch.checks[0].items.push_back({5, 5});
      return branch;
    };
    const auto best_of = [&](int items) {
      auto scene = scene_of({{"zb01", 20}, {"zb02", 12}});
      scene.branches["zb01"] = full(items);
      add_ranges(scene.tally, scene.branches, {});
      return range_of(scene.tally, "zb01");
    };
    CHECK(best_of(2) == RankSet{1, 2});
    CHECK(best_of(400) == RankSet{1, 1});
  }

  TEST_CASE("a review is as uncertain as its standard error says") {
    TallyRules rules;
    rules.weights[Component::review] = Rational(100);
    const auto with_error = [&](double error) {
      std::vector<TallyEntry> entries;
      for (const auto& [id, score] : {std::pair("zb01", 88), {"zb02", 86}, {"zb03", 60}}) {
        entries.push_back(an_entry(id, std::nullopt, std::nullopt));
        entries.back().scores[Component::review] = Rational(score);
        entries.back().errors[Component::review] = error;
      }
      return make_tally(fourth, rules, std::move(entries));
    };
    const std::map<std::string, DrawnBranch> none{{"zb01", {}}, {"zb02", {}}, {"zb03", {}}};
    Tally sure = with_error(0.2);
    add_ranges(sure, none, {});
    CHECK(range_of(sure, "zb02") == RankSet{2, 2});
    Tally unsure = with_error(3);
    add_ranges(unsure, none, {});
    CHECK(range_of(unsure, "zb01") == RankSet{1, 2});
    CHECK(range_of(unsure, "zb02") == RankSet{1, 2});
    CHECK(range_of(unsure, "zb03") == RankSet{3, 3});
  }

  TEST_CASE("inspectors who were everywhere tell by what they leave unexplained") {
    auto clear = scene_of({{"zb01", 18}, {"zb02", 14}, {"zb03", 10}, {"zb04", 6}});
    CHECK(add_ranges(clear.tally, clear.branches, seen_by_all({90, 70, 50, 30}, 1)) ==
          RangeBasis::residuals);
    CHECK(range_of(clear.tally, "zb02") == RankSet{2, 2});
    auto blurred = scene_of({{"zb01", 18}, {"zb02", 14}, {"zb03", 10}, {"zb04", 6}});
    add_ranges(blurred.tally, blurred.branches, seen_by_all({90, 70, 50, 30}, 60));
    CHECK(range_of(blurred.tally, "zb02").worst > 2);
  }

  TEST_CASE("a ranked branch that no inspector's score is of is not told by them") {
    auto scene = scene_of({{"zb01", 18}, {"zb02", 14}, {"zb03", 10}, {"zb04", 6}, {"zb09", 5}});
    CHECK(add_ranges(scene.tally, scene.branches, seen_by_all({90, 70, 50, 30}, 1)) ==
          RangeBasis::items);
  }

  TEST_CASE("standard errors tell by the size of the difference") {
    std::vector<TallyEntry> entries{an_entry("zb01", 90, {}), an_entry("zb02", 88, {}),
                                    an_entry("zb03", 60, {})};
    for (TallyEntry& entry : entries) entry.errors[Component::check] = 2;
    Tally tally = make_tally(fourth, some_rules(), entries);
    add_ranges_by_errors(tally);
    CHECK(range_of(tally, "zb01") == RankSet{1, 2});
    CHECK(range_of(tally, "zb02") == RankSet{1, 2});
    CHECK(range_of(tally, "zb03") == RankSet{3, 3});
  }

  TEST_CASE("ranges allow for all the pairs that are compared") {
    const auto range_beside = [](const std::vector<int>& others) {
      std::vector<TallyEntry> entries{an_entry("zb01", 90, {}), an_entry("zb02", 85, {})};
      for (const int score : others)
        entries.push_back(an_entry("zb1" + std::to_string(score), Rational(score), {}));
      for (TallyEntry& entry : entries) entry.errors[Component::check] = 2;
      Tally tally = make_tally(fourth, some_rules(), entries);
      add_ranges_by_errors(tally);
      return range_of(tally, "zb01");
    };
    // 5 points are 1.77 standard errors of the difference: enough for one pair, not for three.
    CHECK(range_beside({}) == RankSet{1, 1});
    CHECK(range_beside({20}) == RankSet{1, 2});
  }

  TEST_CASE("more than two hundred branches are worked out, and it is said") {
    std::map<std::string, int> items;
    for (int i = 0; i < 201; ++i) items["zb" + std::to_string(1000 + i)] = i % 20;
    auto [tally, branches] = scene_of(items);
    CHECK(has_too_many_to_draw(tally));
    CHECK(add_ranges(tally, branches, {}) == RangeBasis::closed_form);
    CHECK(range_words(RangeBasis::closed_form, 201).en.find("without drawing") !=
          std::string::npos);
  }

  TEST_CASE("the more branches the more draws, two beyond each end of a range, and it is said") {
    CHECK(range_draws(1) == 499);
    CHECK(range_draws(12) == 499);
    CHECK(range_draws(13) == 519);
    CHECK(range_draws(200) == 7999);
    for (std::size_t ranked = 1; ranked <= most_drawn; ++ranked)
      CHECK(0.05 / static_cast<double>(ranked) * static_cast<double>(range_draws(ranked) + 1) >=
            2 - 1e-9);
    CHECK(range_words(RangeBasis::items, 40).en.starts_with("1599 draws of each branch's own"));
    CHECK(range_words(RangeBasis::residuals, 7).zh.find("重抽 499 次") != std::string::npos);
  }

  TEST_CASE("where nothing is drawn nothing to draw from is needed") {
    std::map<std::string, int> items;
    for (int i = 0; i < 200; ++i) items["zb" + std::to_string(1000 + i)] = i % 20;
    CHECK_FALSE(has_too_many_to_draw(scene_of(items).tally));
    items["zb1200"] = 3;
    auto with = scene_of(items);
    auto without = scene_of(items);
    add_ranges(with.tally, with.branches, {});
    add_ranges(without.tally, {}, {});
    for (std::size_t i = 0; i < with.tally.rows.size(); ++i)
      CHECK(with.tally.rows[i].range == without.tally.rows[i].range);
  }

  TEST_CASE("a rank lies in its range, also where a tie was broken or ties get the last number") {
    TallyRules rules = some_rules();
    rules.tie_breaks = {Component::rectification};
    Tally tally = make_tally(fourth, rules, {an_entry("zb01", 86, 80), an_entry("zb02", 85, 85)});
    add_ranges_by_errors(tally);
    CHECK(tally.find("zb01")->rank == 2);
    CHECK(range_of(tally, "zb01") == RankSet{1, 2});
    rules = some_rules();
    rules.numbers = TieNumbers::last;
    tally = make_tally(fourth, rules, {an_entry("zb01", 86, 80), an_entry("zb02", 85, 85)});
    add_ranges_by_errors(tally);
    CHECK(tally.find("zb01")->rank == 2);
    CHECK(range_of(tally, "zb01") == RankSet{1, 2});
  }

  TEST_CASE("ranges are counted as the ranks are, whatever numbers ties get") {
    const auto fourth_of = [](TieNumbers numbers, double error) {
      TallyRules rules = some_rules();
      rules.numbers = numbers;
      rules.weights[Component::review] = Rational(100);
      std::vector<TallyEntry> entries;
      for (const auto& [id, score] :
           {std::pair("zb01", 90), {"zb02", 70}, {"zb03", 70}, {"zb04", 50}}) {
        entries.push_back(an_entry(id, {}, {}));
        entries.back().scores[Component::review] = Rational(score);
        entries.back().errors[Component::review] = error;
      }
      Tally tally = make_tally(fourth, rules, std::move(entries));
      add_ranges(tally, {{"zb01", {}}, {"zb02", {}}, {"zb03", {}}, {"zb04", {}}}, {});
      for (const TallyRow& row : tally.rows) {
        CHECK(row.range->best <= *row.rank);
        CHECK(*row.rank <= row.range->worst);
      }
      return std::pair(range_of(tally, "zb02"), range_of(tally, "zb04"));
    };
    using enum TieNumbers;
    CHECK(fourth_of(skipping, 0) == std::pair(RankSet{2, 2}, RankSet{4, 4}));
    CHECK(fourth_of(dense, 0) == std::pair(RankSet{2, 2}, RankSet{3, 3}));
    CHECK(fourth_of(last, 0) == std::pair(RankSet{3, 3}, RankSet{4, 4}));
    // Where the tie may come apart it is third or fourth.
    CHECK(fourth_of(dense, 0.1) == std::pair(RankSet{2, 3}, RankSet{3, 4}));
    CHECK(fourth_of(last, 0.1) == std::pair(RankSet{2, 3}, RankSet{4, 4}));
  }

  TEST_CASE("who has no rank has no range") {
    auto scene = scene_of({{"zb01", 18}, {"zb02", 14}});
    scene.tally =
        make_tally(fourth, some_rules(),
                   {an_entry("zb01", 90, {}), an_entry("zb02", 70, {}), an_entry("zb03", {}, {})});
    scene.branches["zb03"] = {};
    add_ranges(scene.tally, scene.branches, {});
    CHECK_FALSE(scene.tally.find("zb03")->range);
  }
}
