#pragma once

#include "review/result.hpp"

#include <optional>

namespace sihu {

/// So many sheets and a result says how uncertain it is. Of three, the value and its standard error
/// nearly give a reviewer, who knows the own sheet, the other two; of four they narrow them down.
inline constexpr std::size_t sheets_for_error = 5;

/// What leaves of a result: as little as serves. All out of 100.
struct PublishedReview {
  Rational value;                 ///< to hundredths
  Rational mean;                  ///< to hundredths
  std::optional<Rational> error;  ///< standard error, to tenths; nothing below `sheets_for_error`
  std::optional<Rational> low;    ///< 95 % interval, to tenths, made of these two: it tells no more
  std::optional<Rational> high;
};

/// Of a result that is told; nothing of others.
std::optional<PublishedReview> published(const ReviewResult& result);

}  // namespace sihu
