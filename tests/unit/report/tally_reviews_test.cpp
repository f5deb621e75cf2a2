#include "report/tally_reviews.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("that corrected reviews can't be compared is said by the branches' names") {
    Branch first;
    first.id = "a";
    first.name = {"甲", "A"};
    QuarterParts parts;
    parts.branches.push_back({&first, {}, {}});
    CHECK(reviews_apart_words(parts).empty());
    parts.reviews.groups = {{"a", "b"}, {"c"}};
    CHECK(reviews_apart_words(parts).en ==
          "review: [A and b] and [c] share no reviewer: even corrected they compare only if the "
          "reviewers of each group are alike, so do not rely on the order");
    CHECK(tally_review_words(parts, {2026, 4}).size() == 1);
  }

  TEST_CASE("sheets that wait for a result are said, with what to do") {
    QuarterParts parts;
    CHECK(tally_review_words(parts, {2026, 4}).empty());
    parts.reviews.waiting = 3;
    const auto words = tally_review_words(parts, {2026, 4});
    REQUIRE(words.size() == 1);
    CHECK(words[0].en ==
          "review: 3 sheets handed in, and no result is recorded, so that they do not count; when "
          "all are there the committee records it: sihu review result 2026Q4 --record");
  }
}
