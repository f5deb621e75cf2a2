#include "report/tally_errors.hpp"

#include "support/said.hpp"
#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

TallyEntry reviewed(const char* branch, ReviewErrorFrom from) {
  auto entry = an_entry(branch, 80, 90);
  entry.scores[Component::review] = Rational(70);
  entry.errors[Component::review] = 4;
  entry.review_error_from = from;
  return entry;
}

Tally tally_of(std::vector<TallyEntry> entries) {
  return make_tally(fourth, some_rules(), std::move(entries));
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("whose errors are pooled and whose assumed is said") {
    using enum ReviewErrorFrom;
    CHECK(review_error_words(tally_of({reviewed("a", own), an_entry("b", 80, 90)})).empty());
    const std::string text =
        said(review_error_words(tally_of({reviewed("a", own), reviewed("b", pooled),
                                          reviewed("c", pooled), reviewed("d", assumed)})));
    CHECK(text.find("review: the standard errors of b and c are not their own") !=
          std::string::npos);
    CHECK(text.find("review: the standard errors of d are assumed") != std::string::npos);
    CHECK(text.find("by 30 points") != std::string::npos);
    CHECK(said(review_error_words(tally_of({reviewed("a", pooled), reviewed("b", pooled)})))
              .find("errors of all branches are not their own") != std::string::npos);
  }

  TEST_CASE("of many the first five are named, and without a weight there is nothing to say") {
    using enum ReviewErrorFrom;
    std::vector<TallyEntry> entries{reviewed("a", own)};
    for (const char* branch : {"b", "c", "d", "e", "f", "g"})
      entries.push_back(reviewed(branch, pooled));
    CHECK(said(review_error_words(tally_of(entries)))
              .find("of b, c, d, e and f and others, 6 branches in all, are not") !=
          std::string::npos);
    auto rules = some_rules();
    rules.weights[Component::review] = Rational(0);
    CHECK(review_error_words(make_tally(fourth, rules, entries)).empty());
  }

  TEST_CASE("a name that occurs twice has its id beside it") {
    auto first = an_entry("a3", 80, 90);
    auto second = an_entry("b3", 80, 90);
    first.name = second.name = same("Branch 3");
    const Tally tally = tally_of({first, second, an_entry("c1", 80, 90)});
    CHECK(name_in(tally, tally.rows[0]).en == "Branch 3 (a3)");
    CHECK(name_in(tally, tally.rows[1]).en == "Branch 3 (b3)");
    CHECK(name_in(tally, tally.rows[2]).en == "c1");
  }
}
