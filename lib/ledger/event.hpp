#pragma once

#include "calendar/instant.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

struct Field {
  std::string key;
  std::string value;  ///< never empty: an absent field is not written

  friend bool operator==(const Field&, const Field&) = default;
};

/// One thing that happened: one line of a ledger file.
struct Event {
  Instant at;
  std::string person;         ///< id; `-` for the program itself
  std::string name;           ///< `problem.open`
  std::string subject;        ///< the id of what it happened to
  std::vector<Field> fields;  ///< in canonical order
  std::string check;          ///< 16 hex digits; empty until the line has its place in a chain

  /// The value under `key`, or an empty text.
  std::string_view get(std::string_view key) const;
  bool has(std::string_view key) const { return !get(key).empty(); }

  friend bool operator==(const Event&, const Event&) = default;
};

/// What somebody wants recorded, before the ledger adds instant, person, role and links.
struct Draft {
  std::string name;
  std::string subject;
  std::vector<Field> fields;  ///< in any order; empty values are dropped
  /// The line comes later than this: what it rests on may be about another subject.
  std::optional<Instant> past = {};
};

/// The keys of format 1 that come first, in their order. Never changed: a new key goes behind them,
/// in byte order.
inline constexpr std::array<std::string_view, 30> first_keys{
    "item",     "checklist", "version",  "result", "points",   "rule", "value", "existed",
    "severity", "due",       "calendar", "branch", "owner",    "to",   "of",    "title",
    "text",     "basis",     "note",     "reason", "evidence", "on",   "until", "took",
    "after",    "part",      "role",     "org",    "doc",      "clock"};

/// Whether `a` stands before `b` in a line. The first keys of format 1 have a fixed order, easiest
/// to read; every other key comes behind them in byte order, for ever.
bool canonical_before(std::string_view a, std::string_view b);

}  // namespace sihu
