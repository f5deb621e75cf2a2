#include "statistics/matrix.hpp"

#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Matrix of(const std::vector<std::vector<double>>& rows) {
  Matrix matrix(rows.size(), rows[0].size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (std::size_t j = 0; j < rows[i].size(); ++j) matrix(i, j) = rows[i][j];
  return matrix;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("a definite matrix is solved, inverted and measured") {
    const auto cholesky = Cholesky::of(of({{4, 2, 0}, {2, 5, 1}, {0, 1, 3}}));
    REQUIRE(cholesky);
    CHECK(are_near(cholesky->solve({8, 15, 11}), {1, 2, 3}, 1e-14));
    CHECK(cholesky->log_determinant() == doctest::Approx(std::log(44)));
    const Matrix inverse = cholesky->inverse();
    CHECK(inverse(0, 0) == doctest::Approx(14.0 / 44));
    CHECK(inverse(0, 1) == doctest::Approx(inverse(1, 0)));
  }

  TEST_CASE("a matrix that is singular or indefinite is refused") {
    CHECK_FALSE(Cholesky::of(of({{1, 1}, {1, 1}})));
    CHECK_FALSE(Cholesky::of(of({{1, 2}, {2, 1}})));
    CHECK_FALSE(Cholesky::of(of({{0.1, 0.3}, {0.3, 0.9}})));
  }
}
