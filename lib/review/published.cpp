#include "review/published.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr int value_places = 2;
constexpr int error_places = 1;
constexpr int exact_places = 9;

Rational to_tenths(double number) {
  const auto exact = Rational::parse(fmt::format("{:.{}f}", number, exact_places), exact_places);
  return exact.value_or(Rational()).to_places(error_places);
}

void publish_error(const ReviewResult& result, PublishedReview& into) {
  if (!result.error || !result.reach || result.sheets < sheets_for_error) return;
  into.error = to_tenths(*result.error);
  const double value = into.value.approximately();
  const double reach = *result.reach * into.error->approximately();
  into.low = to_tenths(std::clamp(value - reach, 0.0, 100.0));
  into.high = to_tenths(std::clamp(value + reach, 0.0, 100.0));
}

}  // namespace

std::optional<PublishedReview> published(const ReviewResult& result) {
  if (result.state != ReviewResult::State::told || !result.value || !result.mean)
    return std::nullopt;
  PublishedReview made{
      result.value->to_places(value_places), result.mean->to_places(value_places), {}, {}, {}};
  publish_error(result, made);
  return made;
}

}  // namespace sihu
