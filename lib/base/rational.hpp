#pragma once

#include <gmpxx.h>

#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// What becomes of a value exactly between two others when it is rounded.
enum class Halves {
  away,  ///< away from zero (四舍五入)
  even,  ///< to the even last digit (四舍六入五成双, GB/T 8170)
};

/// An exact fraction: points, shares and scores never pass through binary floating point.
///
/// Rounding happens once, when a value is shown (`rounded`), half away from zero (四舍五入) unless
/// a rule says otherwise.
class Rational {
 public:
  Rational() = default;
  Rational(long value);
  /// `denominator` must not be zero.
  Rational(long numerator, long denominator);
  Rational(const Rational& other);
  Rational& operator=(const Rational& other);
  /// A lack of memory ends the program inside GMP and is never thrown, so that whatever holds
  /// fractions can be moved when a vector of it grows.
  Rational(Rational&&) noexcept = default;
  Rational& operator=(Rational&&) noexcept = default;
  ~Rational() = default;

  /// Reads `12`, `1.5`, `-0.25`: digits, at most `places` decimals, no exponent, no sign `+`.
  /// Nothing if `text` is anything else or has more than 12 digits before the point.
  static std::optional<Rational> parse(std::string_view text, int places = 2);

  Rational& operator+=(const Rational& other);
  Rational& operator-=(const Rational& other);
  Rational& operator*=(const Rational& other);
  /// `other` must not be zero.
  Rational& operator/=(const Rational& other);

  friend Rational operator+(Rational a, const Rational& b) { return a += b; }
  friend Rational operator-(Rational a, const Rational& b) { return a -= b; }
  friend Rational operator*(Rational a, const Rational& b) { return a *= b; }
  friend Rational operator/(Rational a, const Rational& b) { return a /= b; }

  friend bool operator==(const Rational& a, const Rational& b);
  friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

  /// All of it, `5/2`, and back; for what another part of sihu wrote so.
  std::string fraction() const { return value().get_str(); }
  static Rational of_fraction(const std::string& text);

  bool is_zero() const { return !large_ && numerator_ == 0; }

  /// As a double, for statistics that are no fractions anyway.
  double approximately() const;

  /// The nearest value with `places` decimals.
  Rational to_places(int places, Halves halves = Halves::away) const;

  /// With `places` decimals, half away from zero: `2.675` → `2.68`, `12` → `12.00`. Never `-0.0`.
  std::string rounded(int places = 2, Halves halves = Halves::away) const;

  /// As short as it goes: `12`, `1.5`, `0.33` (rounded to `places` decimals, trailing zeros
  /// dropped).
  std::string shortest(int places = 2) const;

 private:
  explicit Rational(const mpq_class& value);

  mpq_class value() const;
  bool reduce(long numerator, long denominator);
  bool add(long numerator, long denominator);
  bool multiply(long numerator, long denominator);

  // Points are small: two numbers hold nearly all there are, without memory of their own.
  long numerator_ = 0;
  long denominator_ = 1;              // above 0, with no divisor in common
  std::unique_ptr<mpq_class> large_;  // where one of the two does not do, and only there
};

}  // namespace sihu
