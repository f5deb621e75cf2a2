#include "review/published.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr int value_places = 2;
constexpr int error_places = 1;
constexpr int exact_places = 9;
constexpr int corrected_step = 5;
constexpr int usual_step = 1;

Rational to_tenths(double number) {
  const auto exact = Rational::parse(fmt::format("{:.{}f}", number, exact_places), exact_places);
  return exact.value_or(Rational()).to_places(error_places);
}

void publish_error(const ReviewResult& result, PublishedReview& into) {
  if (!result.error || !result.reach || !tells_error(result.method, result.sheets)) return;
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
  PublishedReview made{told_value(*result.value, result.method),
                       told_mean(*result.mean, result.method, result.sheets),
                       {},
                       {},
                       {}};
  publish_error(result, made);
  return made;
}

Rational told_value(const Rational& value, ReviewMethod method) {
  return method == ReviewMethod::severity ? value.to_places(value_places) : value;
}

bool tells_error(ReviewMethod method, std::size_t sheets) {
  return sheets >= sheets_for_error + 2 * dropped_sheets(method, sheets);
}

int mean_step(ReviewMethod method, std::size_t sheets) {
  const bool is_value = method == ReviewMethod::mean ||
                        (method == ReviewMethod::trimmed && dropped_sheets(method, sheets) == 0);
  if (is_value) return 0;
  return method == ReviewMethod::severity ? corrected_step : usual_step;
}

std::optional<Rational> told_mean(const Rational& mean, ReviewMethod method, std::size_t sheets) {
  const int step = mean_step(method, sheets);
  if (step == 0) return mean;
  if (sheets < sheets_for_error) return std::nullopt;
  return Rational(step) * (mean / Rational(step)).to_places(0);
}

std::string shown_mean(const Rational& told, ReviewMethod method, std::size_t sheets,
                       Halves halves) {
  return told.rounded(mean_step(method, sheets) == 0 ? value_places : 0, halves);
}

}  // namespace sihu
