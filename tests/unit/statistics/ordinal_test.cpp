#include "statistics/ordinal.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<OrdinalMark> reference_marks() {
  std::vector<OrdinalMark> marks;
  for (const auto& row : read_rows("statistics/reference/aggregate/ratings_ordinal.csv"))
    marks.push_back({number_of(row[1], 0), number_of(row[0], 0), number_of(row[2], 0),
                     static_cast<std::size_t>(std::stoi(row[3]))});
  return marks;
}

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("marks on an ordered scale give what the reference has") {
    const Node expected =
        read_reference("statistics/reference/aggregate/expected_ordinal_jml.json");
    const auto fit = fit_ordinal(reference_marks());
    REQUIRE(fit);
    CHECK(are_near(fit->level, numbers(at(expected, "theta")), 1e-6));
    CHECK(are_near(fit->severity, numbers(at(expected, "severity")), 1e-6));
    CHECK(are_near(fit->difficulty, numbers(at(expected, "difficulty")), 1e-6));
    CHECK(are_near(fit->threshold, numbers(at(expected, "tau")), 1e-6));
    CHECK(is_near(fit->log_likelihood, number(at(expected, "loglik")), 1e-9));
    CHECK(std::abs(sum_of(fit->level)) < 1e-9);
  }

  TEST_CASE("the order in which marks are given changes nothing") {
    auto marks = reference_marks();
    const auto fit = fit_ordinal(marks);
    std::ranges::reverse(marks);
    const auto again = fit_ordinal(marks);
    REQUIRE(fit);
    REQUIRE(again);
    CHECK(are_near(fit->level, again->level, 1e-9));
  }

  TEST_CASE("groups that no rater ties together are not compared") {
    auto marks = reference_marks();
    const std::size_t first = marks.size();
    for (std::size_t i = 0; i < first; ++i)
      marks.push_back({marks[i].branch + 8, marks[i].rater + 6, marks[i].criterion, marks[i].mark});
    CHECK_FALSE(fit_ordinal(marks));
    marks.push_back({0, 6, 0, 1});  // one of the others comes over
    CHECK(fit_ordinal(marks));
  }

  TEST_CASE("what has no finite estimate has none") {
    CHECK_FALSE(fit_ordinal({}));
    auto marks = reference_marks();
    for (OrdinalMark& mark : marks)
      if (mark.branch == 2) mark.mark = 3;  // nothing but highest marks
    CHECK_FALSE(fit_ordinal(marks));
    marks = reference_marks();
    for (OrdinalMark& mark : marks)
      if (mark.mark == 1) mark.mark = 2;  // a step that nobody stands on
    CHECK_FALSE(fit_ordinal(marks));
    marks = reference_marks();
    marks.push_back({20, 0, 0, 1});  // branches in between have no mark
    CHECK_FALSE(fit_ordinal(marks));
  }
}
