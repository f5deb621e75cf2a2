#include "review/spread.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// A branch with a result and the error that its sheets have.
ReviewResult with_error(double error, std::size_t sheets) {
  ReviewResult result;
  result.state = ReviewResult::State::told;
  result.sheets = sheets;
  result.value = Rational(60);
  result.error = error;
  return result;
}

RecordedReview recorded(int sheets, std::optional<double> error, std::optional<double> spread) {
  RecordedReview review;
  review.sheets = sheets;
  review.error = error;
  review.spread = spread;
  return review;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("how far sheets lie apart is told of five branches together, coarsely, upwards") {
    std::vector<ReviewResult> branches(4, with_error(6, 3));
    CHECK_FALSE(told_spread(branches));
    branches.push_back(with_error(6, 3));
    CHECK(told_spread(branches) == 15);  // 6 √3 = 10.4
    for (ReviewResult& branch : branches) branch.error = 0;
    CHECK(told_spread(branches) == 5);
  }

  TEST_CASE("branches whose own error is told hide none of the others, and weigh by their sheets") {
    std::vector<ReviewResult> branches(4, with_error(6, 3));
    branches.push_back(with_error(2, 9));
    branches.push_back(with_error(2, 9));
    CHECK_FALSE(told_spread(branches));
    branches.push_back(with_error(6, 3));
    // √((10 × 3 × 36 + 16 × 9 × 4) ÷ 26) = 8.0
    CHECK(told_spread(branches) == 10);
  }

  TEST_CASE("without a result, or sheets that say how they differ, there is none") {
    CHECK_FALSE(told_spread({}));
    std::vector<ReviewResult> few(6, with_error(6, 3));
    for (ReviewResult& one : few) one.state = ReviewResult::State::few;
    CHECK_FALSE(told_spread(few));
  }

  TEST_CASE("a ranking takes the recorded spread, else that of the errors which are told") {
    CHECK(spread_of({{"a", recorded(3, {}, 15)}, {"b", recorded(3, {}, {})}}) == 15.0);
    CHECK_FALSE(spread_of({{"a", recorded(3, {}, {})}, {"b", recorded(5, 4, {})}}));
    CHECK(*spread_of({{"a", recorded(5, 4, {})}, {"b", recorded(5, 4, {})}}) ==
          doctest::Approx(8.944).epsilon(1e-3));
  }

  TEST_CASE("a branch's error is its own, unless its few sheets happen to agree, or assumed") {
    const ReviewError own = error_of(recorded(9, 6, {}), 15.0);
    CHECK(own.from == ReviewErrorFrom::own);
    CHECK(own.error == 6);
    const ReviewError lucky = error_of(recorded(9, 1, {}), 15.0);
    CHECK(lucky.from == ReviewErrorFrom::pooled);
    CHECK(lucky.error == 5);
    CHECK(error_of(recorded(9, {}, {}), 15.0).error == 5);
    const ReviewError assumed = error_of(recorded(4, {}, {}), {});
    CHECK(assumed.from == ReviewErrorFrom::assumed);
    CHECK(assumed.error == 15);
    CHECK(error_of(recorded(5, 4, {}), {}).from == ReviewErrorFrom::own);
  }

  TEST_CASE("where an error is from has a code") {
    for (const auto from :
         {ReviewErrorFrom::own, ReviewErrorFrom::pooled, ReviewErrorFrom::assumed})
      CHECK(parse_review_error_from(to_string(from)) == from);
    CHECK_FALSE(parse_review_error_from("guessed"));
  }
}
