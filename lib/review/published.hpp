#pragma once

#include "review/result.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace sihu {

/// So many sheets have to count and a result says how uncertain it is. Of three, the value and its
/// standard error nearly give a reviewer, who knows the own sheet, the other two; of four they
/// narrow them down. A raw mean beside another value does the same.
inline constexpr std::size_t sheets_for_error = 5;

/// What leaves of a result: as little as serves. All out of 100.
struct PublishedReview {
  Rational value;                 ///< as `told_value` has it
  std::optional<Rational> mean;   ///< as `told_mean` has it
  std::optional<Rational> error;  ///< standard error, to tenths; nothing unless `tells_error`
  std::optional<Rational> low;    ///< 95 % interval, to tenths, made of these two: it tells no more
  std::optional<Rational> high;
};

/// Of a result that is told; nothing of others.
std::optional<PublishedReview> published(const ReviewResult& result);

/// The value as it goes out. A mean, a median or a weighted mean is exact, so that a total is
/// rounded once, from what it is made of: it tells no more of a sheet than its hundredths do. What
/// is corrected for leniency mixes all sheets: many decimals of it would be as many equations in
/// them, so that it is to hundredths, half up.
Rational told_value(const Rational& value, ReviewMethod method);

/// Whether at least `sheets_for_error` of the sheets count, those left out at the ends do not.
bool tells_error(ReviewMethod method, std::size_t sheets);

/// To how many points a raw mean is rounded; 0: not at all, it is the value itself. Who handed
/// in is public, so each branch's value without leniency and its mean make an equation in how
/// lenient its reviewers are: with one reviewer of each branch there are as many equations as
/// unknowns, and even whole points leave hardly any doubt. In steps of 5 they tell little.
int mean_step(ReviewMethod method, std::size_t sheets);

/// The raw mean as it goes out: nothing where it is not the value itself and there are fewer than
/// `sheets_for_error`. What went out once is not changed by it.
std::optional<Rational> told_mean(const Rational& mean, ReviewMethod method, std::size_t sheets);

/// A mean that is told, as it is written: `80.25`, or `80` where it is rounded to whole points.
std::string shown_mean(const Rational& told, ReviewMethod method, std::size_t sheets,
                       Halves halves = Halves::away);

}  // namespace sihu
