#pragma once

#include "base/rational.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Points that one person gave a short answer.
struct GivenPoints {
  std::string marker;
  Rational value;

  friend bool operator==(const GivenPoints&, const GivenPoints&) = default;
};

/// Which marker a short answer still waits for.
enum class AwaitedMarker { first, second, third, nobody };

/// What the marks of a short answer come to.
struct SettledPoints {
  AwaitedMarker awaits = AwaitedMarker::first;
  Rational value = {};  ///< once it waits for nobody
};

/// Two people mark an answer; `given` is in the order of the ledger. Not more than `tolerance`
/// points apart, their mean counts. Further apart, a third marks, and of the three the mean of the
/// two that are nearest to each other counts, or the middle one where both are as near: neither of
/// the outer two is believed more than the other. Who marked when does not matter among the three;
/// whoever comes later changes nothing. The rule is ours.
SettledPoints settle_points(const std::vector<GivenPoints>& given, const Rational& tolerance);

/// Who marked when the marks before had settled it, as on a copy that did not know of those.
std::vector<std::string> surplus_markers(const std::vector<GivenPoints>& given,
                                         const Rational& tolerance);

/// What a candidate is called before those who mark: ten hex digits, the first of
/// SHA-256("seed|person|code"). It keeps the name out of sight; whoever has the ledger and tries
/// all names can find it.
std::string candidate_code(std::string_view seed, std::string_view person);

}  // namespace sihu
