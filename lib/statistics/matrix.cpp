#include "statistics/matrix.hpp"

#include <array>
#include <cmath>

namespace sihu {
namespace {

// In four sums at once, always the same four: one alone would wait for each addition.
double row_product(const Matrix& lower, std::size_t a, std::size_t b, std::size_t columns) {
  std::array<double, 4> sums{};
  std::size_t k = 0;
  for (; k + sums.size() <= columns; k += sums.size())
    for (std::size_t s = 0; s < sums.size(); ++s) sums[s] += lower(a, k + s) * lower(b, k + s);
  for (; k < columns; ++k) sums[0] += lower(a, k) * lower(b, k);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

std::optional<Cholesky> Cholesky::of(Matrix matrix) {
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    for (std::size_t column = 0; column < row; ++column)
      matrix(row, column) =
          (matrix(row, column) - row_product(matrix, row, column, column)) / matrix(column, column);
    const double whole = matrix(row, row);
    const double left = whole - row_product(matrix, row, row, row);
    // What rounding alone may leave of a row that depends on those above it is taken for nothing.
    if (!(left > whole * 1e-13)) return std::nullopt;
    matrix(row, row) = std::sqrt(left);
  }
  return Cholesky(std::move(matrix));
}

std::vector<double> Cholesky::solve(std::vector<double> right) const {
  const std::size_t size = lower_.rows();
  for (std::size_t row = 0; row < size; ++row) {
    for (std::size_t k = 0; k < row; ++k) right[row] -= lower_(row, k) * right[k];
    right[row] /= lower_(row, row);
  }
  for (std::size_t row = size; row-- > 0;) {
    right[row] /= lower_(row, row);
    for (std::size_t k = 0; k < row; ++k) right[k] -= lower_(row, k) * right[row];
  }
  return right;
}

Matrix Cholesky::inverse() const {
  const std::size_t size = lower_.rows();
  Matrix inverse(size, size);
  for (std::size_t column = 0; column < size; ++column) {
    std::vector<double> unit(size);
    unit[column] = 1;
    const auto solved = solve(std::move(unit));
    for (std::size_t row = 0; row < size; ++row) inverse(row, column) = solved[row];
  }
  return inverse;
}

double Cholesky::log_determinant() const {
  double sum = 0;
  for (std::size_t row = 0; row < lower_.rows(); ++row) sum += 2 * std::log(lower_(row, row));
  return sum;
}

}  // namespace sihu
