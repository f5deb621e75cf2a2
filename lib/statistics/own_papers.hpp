#pragma once

#include "statistics/test_answers.hpp"

#include <cstddef>
#include <optional>

namespace sihu {

/// What a paper says of its own error, where each candidate was asked other questions, drawn from a
/// common stock: questions are nested in candidates (Brennan 2001, Generalizability Theory, p(i)).
/// How hard the questions happened to be is part of the error.
class PaperError {
 public:
  /// Adds a question: points that were got, of `full`.
  void add(double mark, double full);

  /// s² Σ full², s² being the variance (by n - 1) of the shares of points got: of the mark in
  /// points, squared. Nothing for fewer than two questions.
  std::optional<double> variance() const;

 private:
  double questions_ = 0;
  double shares_ = 0;
  double squares_ = 0;       // of shares
  double full_squares_ = 0;  // of points
};

/// Mean of that variance over all candidates; nothing where nobody was asked two questions.
std::optional<double> own_paper_error_variance(const TestAnswers& test);

}  // namespace sihu
