#pragma once

#include "statistics/sheets.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// How many findings an inspector has against what others found at the same branches.
struct FunnelPoint {
  std::size_t inspector = 0;
  std::size_t found = 0;
  double expected = 0;
  double ratio = 0;       ///< found / expected
  double z = 0;           ///< 2 (√found - √expected)
  double z_adjusted = 0;  ///< z, less for overdispersion
  double p = 1;           ///< P(so few or fewer), Poisson
  double p_middle = 1;    ///< P(fewer) and half of P(as many)
  double q = 1;           ///< of p, among all inspectors
};

/// A funnel of findings (Spiegelhalter 2005).
struct Funnel {
  double rate = 0;                  ///< findings per item asked, over everything
  double overdispersion = 1;        ///< mean of z², a tenth at each end pulled in; may be below 1
  std::vector<FunnelPoint> points;  ///< of inspectors with a sheet, ascending

  /// Between which findings an inspector with `expected` lies with z-score at most `z`: 1.96 for
  /// 95 %, 3.09 for 99.8 %.
  struct Limits {
    double low = 0;
    double high = 0;
  };
  Limits limits(double expected, double z) const;
};

/// The expectation comes from other inspectors' findings at the same branch, drawn towards the rate
/// of all by `pseudo_items` items, for branches that few others have seen.
Funnel finding_funnel(const std::vector<InspectionSheet>& sheets, double pseudo_items = 20);

}  // namespace sihu
