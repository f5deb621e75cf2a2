#include "exam/short_marks.hpp"

#include "base/sha256.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::size_t code_digits = 10;

Rational apart(const Rational& a, const Rational& b) {
  return a < b ? b - a : a - b;
}

Rational mean(const Rational& a, const Rational& b) {
  return (a + b) / Rational(2);
}

// Of three marks the mean of the two nearest, the middle one where both gaps are the same.
Rational of_three(std::array<Rational, 3> marks) {
  std::ranges::sort(marks);
  const auto& [low, middle, high] = marks;
  const Rational below = middle - low;
  const Rational above = high - middle;
  if (below == above) return middle;
  return below < above ? mean(low, middle) : mean(middle, high);
}

}  // namespace

SettledPoints settle_points(const std::vector<GivenPoints>& given, const Rational& tolerance) {
  if (given.empty()) return {AwaitedMarker::first};
  if (given.size() == 1) return {AwaitedMarker::second};
  const Rational& first = given[0].value;
  const Rational& second = given[1].value;
  if (apart(first, second) <= tolerance) return {AwaitedMarker::nobody, mean(first, second)};
  if (given.size() == 2) return {AwaitedMarker::third};
  return {AwaitedMarker::nobody, of_three({first, second, given[2].value})};
}

std::vector<std::string> surplus_markers(const std::vector<GivenPoints>& given,
                                         const Rational& tolerance) {
  if (given.size() < 3) return {};
  const bool two_do = apart(given[0].value, given[1].value) <= tolerance;
  std::vector<std::string> markers;
  for (std::size_t i = two_do ? 2 : 3; i < given.size(); ++i) markers.push_back(given[i].marker);
  return markers;
}

std::string candidate_code(std::string_view seed, std::string_view person) {
  return sha256_hex({seed, "|", person, "|code"}).substr(0, code_digits);
}

}  // namespace sihu
