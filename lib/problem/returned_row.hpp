#pragma once

#include "problem/returned.hpp"

namespace sihu {

/// What one row asks for of its problem, not judged yet.
struct RowRequest {
  std::vector<ReturnedStep> steps;
  std::vector<Fault> faults;    ///< what can't be read
  std::vector<Fault> warnings;  ///< see `ReturnedPlan`
};

RowRequest request_of(const ReturnedRow& row, const Problem& problem, const Rectification& facts,
                      const ReturnedScene& scene);

}  // namespace sihu
