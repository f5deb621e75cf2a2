#include "base/chance.hpp"
#include "report/tally_list.hpp"
#include "review/published.hpp"
#include "support/tallies.hpp"
#include "tally/rank_range.hpp"
#include "tally/read_tally.hpp"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

// Thirds, so that what is shown is never all of it; few values, so that totals tie.
std::optional<Rational> any_score() {
  if (*rc::gen::inRange(0, 6) == 0) return std::nullopt;
  return Rational(*rc::gen::inRange(180, 301), 3);
}

TallyRules any_rules() {
  TallyRules rules = some_rules();
  rules.numbers = *rc::gen::element(TieNumbers::skipping, TieNumbers::dense, TieNumbers::last);
  rules.halves = *rc::gen::element(Halves::away, Halves::even);
  if (*rc::gen::arbitrary<bool>()) rules.tie_breaks = {Component::rectification, Component::check};
  return rules;
}

struct AlikeBranches {
  std::size_t branches = 8;
  std::size_t sheets = 3;
  ReviewMethod method = ReviewMethod::mean;
};

// Every sheet is drawn evenly from 1 to 5 on two criteria: no branch is better than another.
std::vector<ReviewResult> reviews_of(const AlikeBranches& alike, Chance& chance) {
  std::vector<OpenedSheet> sheets;
  std::vector<std::string> branches;
  for (std::size_t b = 0; b < alike.branches; ++b) {
    branches.push_back("b" + std::to_string(b));
    for (std::size_t p = 0; p < alike.sheets; ++p) {
      const long first = 1 + static_cast<long>(chance.below(5));
      const long second = 1 + static_cast<long>(chance.below(5));
      sheets.push_back({"p" + std::to_string(p), branches.back(), "", 12 * first + 8 * second, ""});
    }
  }
  return review_results(branches, sheets, {alike.method, 3, {}, "2026Q4"});
}

// As it is recorded and read again.
std::map<std::string, RecordedReview> recorded(const std::vector<ReviewResult>& results) {
  std::map<std::string, RecordedReview> records;
  const std::optional<int> spread = told_spread(results);
  for (const ReviewResult& result : results) {
    RecordedReview record;
    record.sheets = static_cast<int>(result.sheets);
    record.value = *result.value;
    if (const auto told = published(result); told && told->error)
      record.error = told->error->approximately();
    record.spread = spread;
    records.emplace(result.branch, record);
  }
  return records;
}

// Whether the ranges of any two branches are apart.
bool tells_apart(const std::map<std::string, RecordedReview>& reviews, std::uint64_t draw) {
  const auto spread = spread_of(reviews);
  std::vector<TallyEntry> entries;
  std::map<std::string, DrawnBranch> drawn;
  for (const auto& [branch, review] : reviews) {
    TallyEntry entry = an_entry(branch, {}, {});
    entry.scores[Component::review] = review.value;
    entry.errors[Component::review] = error_of(review, spread).error;
    entries.push_back(entry);
    drawn.emplace(branch, DrawnBranch{});
  }
  // The quarter is the seed of the draws.
  Tally tally = make_tally({2000 + static_cast<int>(draw), 4}, some_rules(), entries);
  add_ranges(tally, drawn, {});
  int best = static_cast<int>(reviews.size());
  int worst = 1;
  for (const TallyRow& row : tally.rows) {
    best = std::min(best, row.range->worst);
    worst = std::max(worst, row.range->best);
  }
  return best < worst;
}

std::vector<TallyEntry> any_entries() {
  std::vector<TallyEntry> entries;
  const int count = *rc::gen::inRange(1, 9);
  for (int i = 0; i < count; ++i) {
    entries.push_back(an_entry("zb0" + std::to_string(i), any_score(), any_score()));
    entries.back().scores[Component::test] = any_score();
    entries.back().errors[Component::check] = *rc::gen::inRange(0, 40) / 8.0;
    if (*rc::gen::inRange(0, 10) == 0) entries.back().vetoes = {"dues/V-1"};
  }
  return entries;
}

std::string all_of(Tally tally) {
  add_ranges_by_errors(tally);
  return render(tally_table(tally), Format::json, {});
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("tallies of disjoint branches brought together are the tally of all") {
    CHECK(rc::check([] {
      const auto rules = any_rules();
      const auto entries = any_entries();
      std::vector<TallyEntry> parts[2];
      for (const TallyEntry& entry : entries) parts[*rc::gen::inRange(0, 2)].push_back(entry);
      std::vector<WrittenTally> written;
      for (const auto& part : parts) {
        if (part.empty()) continue;
        auto read = read_tally(all_of(make_tally(fourth, rules, part)), "part.json");
        RC_ASSERT(read.has_value());
        written.push_back(std::move(*read));
      }
      const auto together = combine_tallies(std::move(written));
      RC_ASSERT(together.has_value());
      RC_ASSERT(all_of(*together) == all_of(make_tally(fourth, rules, entries)));
    }));
  }

  TEST_CASE("the order in which branches are given changes nothing") {
    CHECK(rc::check([] {
      const auto rules = any_rules();
      auto entries = any_entries();
      const std::string before = all_of(make_tally(fourth, rules, entries));
      std::ranges::reverse(entries);
      RC_ASSERT(all_of(make_tally(fourth, rules, entries)) == before);
    }));
  }

  TEST_CASE("what the parts of a total decide adds up to all of it") {
    CHECK(rc::check([] {
      const auto tally = make_tally(fourth, some_rules(), any_entries());
      Rational effective;
      Rational nominal;
      bool known = false;
      for (const ComponentLine& line : tally.components) {
        if (line.nominal) nominal += *line.nominal;
        if (line.effective) effective += *line.effective;
        known = known || line.effective;
      }
      RC_ASSERT(!known || effective == Rational(1));
      RC_ASSERT(nominal == Rational(1) || nominal.is_zero());
    }));
  }

  TEST_CASE(
      "a higher total as shown is a better rank, and equal ones share it without tie-breaks") {
    CHECK(rc::check([] {
      TallyRules rules = any_rules();
      rules.tie_breaks.clear();
      const auto tally = make_tally(fourth, rules, any_entries());
      for (const TallyRow& a : tally.rows)
        for (const TallyRow& b : tally.rows) {
          if (!a.rank || !b.rank) continue;
          const auto shown_a = Rational::parse(a.shown).value();
          const auto shown_b = Rational::parse(b.shown).value();
          RC_ASSERT((shown_a < shown_b) == (*b.rank < *a.rank));
        }
    }));
  }

  TEST_CASE("nobody's total lies outside the scores it is made of") {
    CHECK(rc::check([] {
      const auto tally = make_tally(fourth, some_rules(), any_entries());
      for (const TallyRow& row : tally.rows) {
        if (!row.total) continue;
        std::optional<Rational> least;
        std::optional<Rational> most;
        for (const auto& score : row.entry.scores.all) {
          if (!score) continue;
          least = least ? std::min(*least, *score) : *score;
          most = most ? std::max(*most, *score) : *score;
        }
        RC_ASSERT(*least <= *row.total);
        RC_ASSERT(*row.total <= *most);
      }
    }));
  }

  TEST_CASE("branches that are alike are told apart in no more than one organisation of ten") {
    for (const auto& alike : {AlikeBranches{8, 3}, AlikeBranches{5, 3}, AlikeBranches{16, 5},
                              AlikeBranches{8, 4, ReviewMethod::median}, AlikeBranches{4, 3}}) {
      constexpr std::uint64_t organisations = 100;
      Chance chance(9);
      int apart = 0;
      for (std::uint64_t i = 0; i < organisations; ++i)
        apart += tells_apart(recorded(reviews_of(alike, chance)), i);
      CAPTURE(alike.branches);
      CAPTURE(alike.sheets);
      CAPTURE(apart);
      CHECK(apart <= 10);
    }
  }
}
