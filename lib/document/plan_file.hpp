#pragma once

#include "base/place.hpp"
#include "calendar/date.hpp"
#include "calendar/period.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a row of a plan is about: `check`: `from` inspects `to` (互查); `review`: `from` reviews
/// `to` (互评); `learn`: `from` teaches `to` (互学); `test`: `from` sets the paper for `to` (互考).
enum class Mutual { check, review, learn, test };

std::optional<Mutual> parse_mutual(std::string_view text);
std::string_view to_string(Mutual mutual);
/// 互查 check, 互评 review, 互学 learn, 互考 test.
const Text& wording(Mutual mutual);

struct PlanRow {
  Mutual mutual = Mutual::check;
  std::string from;  ///< id of a branch
  std::string to;
  Phrase note = {};
  /// Of `learn` what is taught: an item as `dues/DF-02`, behind its checklist, or a topic of
  /// question banks as `:fire`; empty: whatever the two agree on.
  std::string lesson = {};
  Place place = {};  ///< where it is written
  int width = 1;     ///< characters that a caret underlines
};

/// How a plan came about; nothing of it where a person wrote the plan.
struct PlanOrigin {
  std::string by;          ///< who had it made
  std::optional<Date> on;  ///< when
  std::string seed;        ///< the text that was drawn; empty: none was given
  std::string roster;      ///< first 16 digits of the SHA-256 of the branch ids, sorted, one a line
};

/// Where the rotation stands after this quarter.
struct PlanRotation {
  std::uint64_t seed = 0;  ///< written as 16 hex digits
  int cycle = 0;
  int round = 0;
};

/// plans/<quarter>.yaml: who inspects, reviews, teaches and tests whom.
struct PlanFile {
  Quarter quarter;
  std::optional<PlanOrigin> made;
  std::optional<PlanRotation> rotation;
  std::vector<Phrase> broken;  ///< the rules that had to be broken, in words
  std::vector<PlanRow> rows;
  Place rows_place = {};      ///< of the key `rows`
  Place rotation_place = {};  ///< of the key `rotation`

  /// Whether `from` does that for `to`.
  bool has(Mutual mutual, std::string_view from, std::string_view to) const;
};

/// Reads a plan. All faults at once, `Kind::input`; one is that a file `…/2026Q4.yaml` plans
/// another quarter. Which branches there are it does not know.
Result<PlanFile> load_plan(std::string_view text, std::string_view name);

/// What can be read of a plan that has faults: of its rows those that have none. Nothing where not
/// even its quarter can.
std::optional<PlanFile> readable_plan(std::string_view text, std::string_view name);

/// The plan as a file to be read and edited: the same text for the same plan.
std::string write_plan(const PlanFile& plan);

}  // namespace sihu
