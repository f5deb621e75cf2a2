#pragma once

#include "statistics/sheets.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Which of three tests speak against an inspector: one of them alone accuses somebody innocent far
/// too often.
struct FormalitySigns {
  std::size_t inspector = 0;
  bool few_findings = false;  ///< the finding funnel
  bool clean_sheets = false;  ///< at least one sheet that is too clean
  bool misses_much = false;   ///< the miss rate

  int count() const { return few_findings + clean_sheets + misses_much; }
  bool is_worth_a_question() const { return count() >= 2; }
};

/// Of every inspector with a sheet, ascending; each test at a false discovery rate of `level`.
std::vector<FormalitySigns> formality_signs(const std::vector<InspectionSheet>& sheets,
                                            double level = 0.05);

}  // namespace sihu
