#pragma once

#include <cstddef>
#include <vector>

namespace sihu {

/// The best and the worst 27 % of all candidates (Kelley 1939): how far each belongs to either,
/// 0 to 1. Those tied at the edge share the places that are left, so that no order of the
/// candidates matters.
struct TestTails {
  std::size_t size = 0;  ///< candidates in each; 0 if there is but one candidate
  std::vector<double> upper;
  std::vector<double> lower;
};

/// By totals in points; those less than 1e-9 apart are equal.
TestTails tails_of(const std::vector<double>& totals);

}  // namespace sihu
