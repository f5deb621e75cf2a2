#include "base/rational.hpp"

#include <cctype>

namespace sihu {
namespace {

bool all_digits(std::string_view text) {
  for (const char c : text)
    if (c < '0' || c > '9') return false;
  return !text.empty();
}

mpz_class power_of_ten(int exponent) {
  mpz_class power;
  mpz_ui_pow_ui(power.get_mpz_t(), 10, static_cast<unsigned long>(exponent));
  return power;
}

// How many of 10^-places are nearest to `size`, which is not negative.
mpz_class nearest_units(const mpq_class& size, int places, Halves halves) {
  const mpq_class scaled = size * power_of_ten(places);
  mpz_class units = scaled.get_num() / scaled.get_den();
  const int against_half = cmp(scaled - units, mpq_class(1, 2));
  const bool up = against_half > 0 ||
                  (against_half == 0 && (halves == Halves::away || mpz_odd_p(units.get_mpz_t())));
  if (up) ++units;
  return units;
}

}  // namespace

// Most points are whole, and whole numbers need no common divisor.
Rational& Rational::operator+=(const Rational& other) {
  if (is_whole() && other.is_whole())
    value_.get_num() += other.value_.get_num();
  else
    value_ += other.value_;
  return *this;
}

Rational& Rational::operator-=(const Rational& other) {
  if (is_whole() && other.is_whole())
    value_.get_num() -= other.value_.get_num();
  else
    value_ -= other.value_;
  return *this;
}

Rational& Rational::operator*=(const Rational& other) {
  if (is_whole() && other.is_whole())
    value_.get_num() *= other.value_.get_num();
  else if (other.value_ != 1)
    value_ *= other.value_;
  return *this;
}

std::optional<Rational> Rational::parse(std::string_view text, int places) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals =
      point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (!all_digits(whole) || whole.size() > 12) return std::nullopt;
  if (point != std::string_view::npos &&
      (!all_digits(decimals) || decimals.size() > static_cast<std::size_t>(places)))
    return std::nullopt;

  Rational result;
  result.value_ = mpq_class(mpz_class(std::string(whole) + std::string(decimals), 10),
                            power_of_ten(static_cast<int>(decimals.size())));
  result.value_.canonicalize();
  if (negative) result.value_ = -result.value_;
  return result;
}

Rational Rational::of_fraction(const std::string& text) {
  Rational fraction;
  if (fraction.value_.set_str(text, 10) != 0 || fraction.value_.get_den() <= 0) return {};
  fraction.value_.canonicalize();
  return fraction;
}

Rational Rational::to_places(int places, Halves halves) const {
  Rational result;
  result.value_ = mpq_class(nearest_units(abs(value_), places, halves), power_of_ten(places));
  result.value_.canonicalize();
  if (value_ < 0) result.value_ = -result.value_;
  return result;
}

std::string Rational::rounded(int places, Halves halves) const {
  const mpz_class units = nearest_units(abs(value_), places, halves);
  std::string digits = units.get_str();
  if (places > 0) {
    const auto width = static_cast<std::size_t>(places);
    if (digits.size() <= width) digits.insert(0, width + 1 - digits.size(), '0');
    digits.insert(digits.size() - width, 1, '.');
  }
  return value_ < 0 && units != 0 ? "-" + digits : digits;
}

std::string Rational::shortest(int places) const {
  std::string text = rounded(places);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace sihu
