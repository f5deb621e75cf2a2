#pragma once

#include "statistics/sheets.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Whether a sheet has fewer findings than its items usually give. Forty passes on items that
/// nobody fails are not suspicious; on others they are.
struct CleanSheet {
  std::size_t found = 0;
  double expected = 0;  ///< by how often other inspectors find something under each item
  double p = 1;         ///< P(so few or fewer), Poisson-binomial
  double q = 1;         ///< among all sheets
};

/// Of every sheet, in their order. Half a finding and half a pass are added to each item, so that
/// no item is taken to be certain. Does not know how good a branch is: never judge by it alone.
std::vector<CleanSheet> judge_sheets(const std::vector<InspectionSheet>& sheets);

}  // namespace sihu
