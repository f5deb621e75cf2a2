#include "statistics/special.hpp"

#include "support/numbers.hpp"

#include <numeric>

using namespace sihu;
using namespace sihu::test;

namespace {

// Twelve digits, nine where the tail is below 1e-12.
void check_tail(double got, double want) {
  const double part = want < 1e-12 ? 1e-9 : 1e-12;
  CHECK_MESSAGE(std::abs(got - want) <= part * want, got << " is not " << want);
}

double of(const Node& row, const char* key) {
  return number(at(row, key));
}

long whole(const Node& row, const char* key) {
  return std::lround(of(row, key));
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("tails are those of the reference") {
    const Node reference = read_reference("statistics/reference/special/special.json");
    for (const Node& row : at(reference, "normal").items)
      check_tail(normal_above(of(row, "x")), of(row, "sf"));
    for (const Node& row : at(reference, "student_t").items)
      check_tail(student_above(of(row, "x"), of(row, "df")), of(row, "sf"));
    for (const Node& row : at(reference, "F").items)
      check_tail(f_above(of(row, "x"), of(row, "df1"), of(row, "df2")), of(row, "sf"));
    for (const Node& row : at(reference, "chi2").items)
      check_tail(chi_square_above(of(row, "x"), of(row, "df")), of(row, "sf"));
    for (const Node& row : at(reference, "poisson").items)
      check_tail(poisson_at_most(whole(row, "k"), of(row, "mu")), of(row, "cdf"));
    for (const Node& row : at(reference, "binomial").items)
      check_tail(binomial_at_least(whole(row, "x"), whole(row, "n"), of(row, "p")),
                 of(row, "sf_ge"));
  }

  TEST_CASE("tails end where the distribution does") {
    CHECK(student_above(-2, 7) + student_above(2, 7) == doctest::Approx(1));
    CHECK(student_beyond(INFINITY, 3) == 0);
    CHECK(f_above(-1, 2, 2) == 1);
    CHECK(f_above(INFINITY, 2, 2) == 0);
    CHECK(chi_square_above(0, 4) == 1);
    CHECK(poisson_at_most(-1, 3) == 0);
    CHECK(poisson_at_most(0, 0) == 1);
    CHECK(poisson_at_most(1000, 3) == 1);
    CHECK(binomial_at_least(4, 3, 0.5) == 0);
    CHECK(binomial_at_least(3, 3, 1) == 1);
    CHECK(binomial_at_least(1, 3, 0) == 0);
  }

  TEST_CASE("trials of one chance count as a binomial, others by hand") {
    const auto alike = success_counts(std::vector<double>(12, 0.3));
    for (long k = 0; k <= 12; ++k)
      CHECK(std::accumulate(alike.begin() + k, alike.end(), 0.0) ==
            doctest::Approx(binomial_at_least(k, 12, 0.3)).epsilon(1e-12));
    CHECK(are_near(success_counts({0.5, 0.2}), {0.4, 0.5, 0.1}, 1e-15));
    CHECK(success_counts({}) == std::vector<double>{1});
  }
}
