#include "review/result.hpp"

#include "support/reviews.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::vector<OpenedSheet> five{opened("v", "a", 60, "heads"), opened("w", "a", 70, "heads"),
                                    opened("x", "a", 80, "heads"), opened("y", "a", 90, "above"),
                                    opened("z", "a", 100, "above")};

ReviewResult of(ReviewMethod method, const std::vector<OpenedSheet>& sheets = five,
                std::vector<ReviewerClass> classes = {}) {
  return review_results({"a"}, sheets, {method, 3, std::move(classes), "2026Q4"}).front();
}

std::vector<OpenedSheet> commented(int comments) {
  auto sheets = five;
  for (int i = 0; i < comments; ++i) {
    auto& sheet = sheets[static_cast<std::size_t>(i)];
    sheet.comment = "by " + sheet.person;
  }
  return sheets;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("each method gives its value, and the raw mean beside it") {
    CHECK(of(ReviewMethod::mean).value == Rational(80));
    auto sheets = five;
    sheets[0].total = Rational(10);
    CHECK(of(ReviewMethod::mean, sheets).value == Rational(70));
    CHECK(of(ReviewMethod::trimmed, sheets).value == Rational(80));
    CHECK(of(ReviewMethod::trimmed, sheets).dropped == 1);
    CHECK(of(ReviewMethod::median, sheets).value == Rational(80));
    CHECK(of(ReviewMethod::median, sheets).mean == Rational(70));
    sheets.pop_back();
    CHECK(of(ReviewMethod::median, sheets).value == Rational(75));
    CHECK(of(ReviewMethod::trimmed, sheets).dropped == 0);
    CHECK(of(ReviewMethod::trimmed, sheets).value == of(ReviewMethod::mean, sheets).value);
  }

  TEST_CASE("every value says how sure it is, within what is possible") {
    const ReviewResult mean = of(ReviewMethod::mean);
    CHECK(*mean.error == doctest::Approx(7.071067812));
    CHECK(*mean.low == doctest::Approx(80 - 2.776445105 * 7.071067812));
    CHECK(*mean.high == doctest::Approx(80 + 2.776445105 * 7.071067812));
    CHECK(*of(ReviewMethod::median).high == 100);
  }

  TEST_CASE("of too few sheets nothing is told") {
    const std::vector<OpenedSheet> two{five[0], five[1]};
    for (const ReviewMethod method : {ReviewMethod::mean, ReviewMethod::severity}) {
      const ReviewResult result = of(method, two);
      CHECK(result.state == ReviewResult::State::few);
      CHECK(result.sheets == 2);
      CHECK_FALSE(result.value);
      CHECK_FALSE(result.mean);
      CHECK_FALSE(result.error);
    }
  }

  TEST_CASE("a class too small to stand alone is weighed with another, and it is said") {
    const std::vector<ReviewerClass> classes{{"heads", RoleName::secretary, Rational(50)},
                                             {"above", RoleName::committee, Rational(50)}};
    const ReviewResult joined = of(ReviewMethod::classes, five, classes);
    CHECK(joined.value == Rational(80));
    CHECK(joined.joined == std::vector<std::string>{"heads+above"});
    auto six = five;
    six.push_back(opened("u", "a", 95, "above"));
    const ReviewResult apart = of(ReviewMethod::classes, six, classes);
    CHECK(apart.joined.empty());
    CHECK(apart.value == Rational(165, 2));
    const ReviewResult silent = of(ReviewMethod::classes, {five[0], five[1], five[2]}, classes);
    CHECK(silent.silent == std::vector<std::string>{"above"});
  }

  TEST_CASE("leniency that can't be told leaves no value, but the mean") {
    const ReviewResult none = review_results({"a", "b"}, {five[0], five[1], five[2]},
                                             {ReviewMethod::severity, 3, {}, ""})[0];
    CHECK(none.mean == Rational(70));
    CHECK(none.value);
    const ReviewResult absent = of(ReviewMethod::severity, {});
    CHECK(absent.state == ReviewResult::State::few);
  }

  TEST_CASE("comments are shown when there are enough, in an order that says nothing") {
    CHECK(of(ReviewMethod::mean, commented(2)).comments.empty());
    CHECK(of(ReviewMethod::mean, commented(2)).hidden_comments == 2);
    const auto shown = of(ReviewMethod::mean, commented(5)).comments;
    REQUIRE(shown.size() == 5);
    auto other = commented(5);
    std::ranges::reverse(other);
    CHECK(of(ReviewMethod::mean, other).comments == shown);
    // The same words in other hands come in the same order.
    std::swap(other[0].comment, other[3].comment);
    CHECK(of(ReviewMethod::mean, other).comments == shown);
    CHECK_FALSE(std::ranges::is_sorted(shown));
  }

  TEST_CASE("corrected values tell less than the sheets hold") {
    const auto sheets_of = [](int branches, int reviewers) {
      std::vector<OpenedSheet> sheets;
      for (int b = 0; b < branches; ++b)
        for (int r = 1; r <= reviewers; ++r)
          sheets.push_back({"p" + std::to_string((b + r) % branches), "b" + std::to_string(b), "",
                            Rational(50), ""});
      return sheets;
    };
    // Of four branches with three sheets each from 1 to 5 all were found by search from hundredths.
    CHECK(step_of_corrected(sheets_of(4, 3), 5) == Rational(10));
    CHECK(step_of_corrected(sheets_of(5, 3), 5) == Rational(10));
    CHECK(step_of_corrected(sheets_of(40, 3), 5) == Rational(5));
    CHECK(step_of_corrected(sheets_of(40, 5), 5) == Rational(1, 10));
    CHECK(step_of_corrected(sheets_of(12, 5), 101) == Rational(1, 100));
    CHECK(step_of_corrected({}, 5) == Rational(10));
  }

  TEST_CASE("a scale has as many levels as its sheets may have totals") {
    Rubric rubric;
    rubric.criteria = {{"a", {}, Rational(50), {}, {}}, {"b", {}, Rational(50), {}, {}}};
    CHECK(sheet_levels(rubric) == 9);
    rubric.criteria[0].weight = Rational(60);
    rubric.criteria[1].weight = Rational(40);
    CHECK(sheet_levels(rubric) == 19);
    rubric.criteria.pop_back();
    rubric.to = 100;
    CHECK(sheet_levels(rubric) == 100);
  }
}
