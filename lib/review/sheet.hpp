#pragma once

#include "calendar/period.hpp"
#include "document/rubric.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A sheet of which branch, by whom: `2026Q4/zb05/p003`.
struct SheetKey {
  Quarter quarter;
  std::string branch;  ///< that is reviewed
  std::string person;  ///< who reviews

  friend auto operator<=>(const SheetKey&, const SheetKey&) = default;
};

std::string subject_of(const SheetKey& key);
std::optional<SheetKey> parse_sheet_subject(std::string_view subject);

/// What somebody gave one criterion.
struct GivenScore {
  std::string criterion;
  Rational score;

  friend bool operator==(const GivenScore&, const GivenScore&) = default;
};

/// A score sheet that is filled in.
struct ReviewSheet {
  std::vector<GivenScore> scores;  ///< in the order of the rubric
  std::string comment;

  friend bool operator==(const ReviewSheet&, const ReviewSheet&) = default;
};

/// Its scores as a line has them, `C1=4;C2=3.5`, and back; nothing for what is no such text.
std::string write_scores(const ReviewSheet& sheet);
std::optional<std::vector<GivenScore>> parse_scores(std::string_view text);

/// Every sealed sheet is padded to so many bytes, so that its length says nothing.
inline constexpr std::size_t sheet_bytes = 2048;

/// What is sealed: with the subject, so that a box copied to another line gives itself away.
std::string boxed_text(const SheetKey& key, const ReviewSheet& sheet);
/// Back again; nothing where it is the sheet of another subject, or none.
std::optional<ReviewSheet> read_boxed(std::string_view text, const SheetKey& key);

/// Whether a sheet, sealed or not, is short enough to be sealed.
bool fits_box(const SheetKey& key, const ReviewSheet& sheet);

/// What a sheet comes to, 0 to 100: the shares of the highest score, each with its criterion's
/// weight. Nothing unless each criterion of the rubric has one score within the scale.
std::optional<Rational> sheet_total(const Rubric& rubric, const ReviewSheet& sheet);

}  // namespace sihu
