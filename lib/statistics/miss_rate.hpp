#pragma once

#include "statistics/sheets.hpp"

#include <cstddef>
#include <vector>

namespace sihu {

/// Where a proportion lies with probability 95 % (Wilson 1927), which never leaves 0 to 1.
struct WilsonInterval {
  double low = 0;
  double high = 1;
};
/// `count` of `total`; all from 0 to 1 where `total` is 0.
WilsonInterval wilson_interval(std::size_t count, std::size_t total);
/// The same of a share of `total`, above 0, that need not be a count.
WilsonInterval wilson_interval_of(double share, std::size_t total);

/// How much an inspector passes that the next one finds had been there already: the hard indicator.
struct MissRate {
  std::size_t inspector = 0;
  std::size_t missed = 0;   ///< items passed that the next inspector recorded as old findings
  std::size_t found = 0;    ///< findings on sheets that have a next visit
  std::size_t undated = 0;  ///< later findings that nobody can date: left out of all else
  double rate = 0;          ///< missed / (missed + found); 0 where there was nothing
  WilsonInterval interval;
  double others = 0;  ///< the same rate, of all other inspectors together
  double p = 1;       ///< P(so many or more missed), binomial at the others' rate
  double q = 1;       ///< among all inspectors
};

/// Of all inspectors with a sheet that somebody else's visit to the same branch follows, ascending.
/// A finding that was known and not rectified is the branch's doing: leave it out of the sheets.
std::vector<MissRate> miss_rates(const std::vector<InspectionSheet>& sheets);

}  // namespace sihu
