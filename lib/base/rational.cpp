#include "base/rational.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

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

// The smallest number has no opposite.
bool is_small(long number) {
  return number > std::numeric_limits<long>::min();
}

bool is_small(const mpz_class& number) {
  return number.fits_slong_p() && is_small(number.get_si());
}

bool product(long a, long b, long& result) {
  return !__builtin_mul_overflow(a, b, &result) && is_small(result);
}

bool sum(long a, long b, long& result) {
  return !__builtin_add_overflow(a, b, &result) && is_small(result);
}

}  // namespace

Rational::Rational(const mpq_class& value) {
  if (is_small(value.get_num()) && is_small(value.get_den())) {
    numerator_ = value.get_num().get_si();
    denominator_ = value.get_den().get_si();
  } else {
    large_ = std::make_unique<mpq_class>(value);
  }
}

Rational::Rational(long value) : Rational(value, 1) {}

Rational::Rational(long numerator, long denominator) {
  if (is_small(numerator) && is_small(denominator) && reduce(numerator, denominator)) return;
  mpq_class value(numerator, denominator);
  value.canonicalize();
  *this = Rational(value);
}

Rational::Rational(const Rational& other)
    : numerator_(other.numerator_),
      denominator_(other.denominator_),
      large_(other.large_ ? std::make_unique<mpq_class>(*other.large_) : nullptr) {}

Rational& Rational::operator=(const Rational& other) {
  return *this = Rational(other);
}

mpq_class Rational::value() const {
  return large_ ? *large_ : mpq_class(numerator_, denominator_);
}

// Becomes that fraction. False, and nothing changes, where `denominator` is 0.
bool Rational::reduce(long numerator, long denominator) {
  if (denominator == 0) return false;
  const long divisor = denominator == 1 ? 1 : std::gcd(numerator, denominator);
  numerator_ = (denominator < 0 ? -numerator : numerator) / divisor;
  denominator_ = (denominator < 0 ? -denominator : denominator) / divisor;
  return true;
}

// False, and nothing changes, where a number becomes too large.
bool Rational::add(long numerator, long denominator) {
  if (denominator == denominator_)
    return sum(numerator_, numerator, numerator) && reduce(numerator, denominator);
  long own = 0;
  long common = 0;
  return product(numerator_, denominator, own) && product(numerator, denominator_, numerator) &&
         product(denominator_, denominator, common) && sum(own, numerator, numerator) &&
         reduce(numerator, common);
}

bool Rational::multiply(long numerator, long denominator) {
  return product(numerator_, numerator, numerator) &&
         product(denominator_, denominator, denominator) && reduce(numerator, denominator);
}

Rational& Rational::operator+=(const Rational& other) {
  if (large_ || other.large_ || !add(other.numerator_, other.denominator_))
    *this = Rational(value() + other.value());
  return *this;
}

Rational& Rational::operator-=(const Rational& other) {
  if (large_ || other.large_ || !add(-other.numerator_, other.denominator_))
    *this = Rational(value() - other.value());
  return *this;
}

Rational& Rational::operator*=(const Rational& other) {
  if (large_ || other.large_ || !multiply(other.numerator_, other.denominator_))
    *this = Rational(value() * other.value());
  return *this;
}

Rational& Rational::operator/=(const Rational& other) {
  if (large_ || other.large_ || !multiply(other.denominator_, other.numerator_))
    *this = Rational(value() / other.value());
  return *this;
}

bool operator==(const Rational& a, const Rational& b) {
  if (a.large_ || b.large_) return a.large_ && b.large_ && *a.large_ == *b.large_;
  return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
  long left = 0;
  long right = 0;
  if (!a.large_ && !b.large_ && product(a.numerator_, b.denominator_, left) &&
      product(b.numerator_, a.denominator_, right))
    return left <=> right;
  return cmp(a.value(), b.value()) <=> 0;
}

// GMP cuts a fraction off where a division would round it.
double Rational::approximately() const {
  constexpr long exact = 1L << std::min(53, std::numeric_limits<long>::digits - 1);
  const bool is_exact = !large_ && denominator_ == 1 && -exact <= numerator_ && numerator_ <= exact;
  return is_exact ? static_cast<double>(numerator_) : value().get_d();
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

  mpq_class value(mpz_class(std::string(whole) + std::string(decimals), 10),
                  power_of_ten(static_cast<int>(decimals.size())));
  value.canonicalize();
  return Rational(negative ? mpq_class(-value) : value);
}

Rational Rational::of_fraction(const std::string& text) {
  mpq_class value;
  if (value.set_str(text, 10) != 0 || value.get_den() <= 0) return {};
  value.canonicalize();
  return Rational(value);
}

Rational Rational::to_places(int places, Halves halves) const {
  const mpq_class exact = value();
  mpq_class nearest(nearest_units(abs(exact), places, halves), power_of_ten(places));
  nearest.canonicalize();
  return Rational(exact < 0 ? mpq_class(-nearest) : nearest);
}

std::string Rational::rounded(int places, Halves halves) const {
  const mpq_class exact = value();
  const mpz_class units = nearest_units(abs(exact), places, halves);
  std::string digits = units.get_str();
  if (places > 0) {
    const auto width = static_cast<std::size_t>(places);
    if (digits.size() <= width) digits.insert(0, width + 1 - digits.size(), '0');
    digits.insert(digits.size() - width, 1, '.');
  }
  return exact < 0 && units != 0 ? "-" + digits : digits;
}

std::string Rational::shortest(int places) const {
  std::string text = rounded(places);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace sihu
