#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace sihu {

/// A dense matrix of doubles, row by row, with zeros to begin with.
class Matrix {
 public:
  Matrix() = default;
  Matrix(std::size_t rows, std::size_t columns)
      : rows_(rows), columns_(columns), cells_(rows * columns) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  double& operator()(std::size_t row, std::size_t column) {
    return cells_[row * columns_ + column];
  }
  double operator()(std::size_t row, std::size_t column) const {
    return cells_[row * columns_ + column];
  }

 private:
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  std::vector<double> cells_;
};

/// A symmetric positive definite matrix A = L Lᵀ, taken apart once to be solved for many right
/// sides. Costs n³/3 multiplications: meant for hundreds of rows.
class Cholesky {
 public:
  /// Nothing unless `matrix` is positive definite. Only its lower triangle is read.
  static std::optional<Cholesky> of(Matrix matrix);

  /// x of A x = `right`.
  std::vector<double> solve(std::vector<double> right) const;
  Matrix inverse() const;
  double log_determinant() const;

 private:
  explicit Cholesky(Matrix lower) : lower_(std::move(lower)) {}

  Matrix lower_;
};

}  // namespace sihu
