#pragma once

#include "calendar/date.hpp"
#include "problem/life.hpp"

#include <cstdint>
#include <optional>

namespace sihu {

/// A day in two bytes: since 2000-01-01, up to 2179-06-05. What lies outside is told apart by
/// `small_day` giving nothing, and its problem is folded at length.
using SmallDay = std::uint16_t;
inline constexpr SmallDay no_day = 0xffff;

std::optional<SmallDay> small_day(Date date);
/// Reads `YYYY-MM-DD`; nothing if it is no such day or lies outside.
std::optional<SmallDay> small_day(std::string_view text);
Date date_of(SmallDay day);
std::optional<Date> optional_date(SmallDay day);  ///< nothing for `no_day`

/// An extension that somebody asked for and nobody has answered.
struct SmallRequest {
  SmallDay until = no_day;  ///< then there is none
  std::uint16_t by = 0;     ///< interned
};

/// What one problem's lines add up to, in 32 bytes, two to a cache line: only what the daily
/// questions need. What few problems have lies elsewhere (`extra`), and what the opening line says
/// for good is read there when it is wanted.
struct Record {
  std::uint32_t check_high = 0;  ///< check of the last line that applies
  std::uint32_t check_low = 0;
  std::uint32_t offset = 0;  ///< of the opening line in its file
  std::uint32_t file = 0;    ///< of the opening line
  std::uint32_t extra = 0;   ///< whose number that is, its owner knows; 0: none
  std::uint16_t place = 0;   ///< quarter and branch, interned
  SmallDay opened = 0;
  SmallDay due = 0;
  SmallDay submitted = no_day;
  std::uint16_t owner = 0;   ///< interned
  std::uint8_t status = 0;   ///< `Status`
  bool is_open : 1 = false;  ///< its opening was seen
  bool odd : 1 = false;      ///< has to be folded at length

  std::uint64_t check() const { return std::uint64_t{check_high} << 32 | check_low; }
  void rest_on(std::uint64_t check) {
    check_high = static_cast<std::uint32_t>(check >> 32);
    check_low = static_cast<std::uint32_t>(check);
  }
};
static_assert(sizeof(Record) == 32);

/// A line about a problem that is no opening, as small as it can be kept until its turn comes.
struct SmallStep {
  std::uint64_t after = 0;
  std::uint64_t check = 0;
  std::uint32_t next = 0;  ///< in a list
  StepName name = StepName::note;
  SmallDay due = no_day;       ///< `due=`
  SmallDay recorded = no_day;  ///< the day by the machine's clock
  std::uint16_t to = 0;        ///< assign: `to=`; extend: who asks; interned
};

/// Applies a step that rests on the record's last line. False if the problem's state forbids it:
/// then it takes the whole fold to say what holds (`why_not_possible` is the same rule).
bool apply(Record& record, SmallRequest& request, const SmallStep& step);

}  // namespace sihu
