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

/// What one problem's lines add up to, in 24 bytes: only what the daily questions need. What few
/// problems have lies elsewhere, and what the opening line says for good is read there when it is
/// wanted.
struct Record {
  static constexpr unsigned offset_bits = 25;  ///< 32 MiB, a hundred thousand openings
  static constexpr unsigned file_bits = 17;    ///< six years of 5 000 branches

  std::uint64_t check = 0;                 ///< of the last line that applies
  std::uint64_t offset : offset_bits = 0;  ///< of the opening line in its file
  std::uint64_t file : file_bits = 0;      ///< of the opening line
  std::uint64_t status : 3 = 0;            ///< `Status`
  std::uint64_t is_open : 1 = 0;           ///< its opening was seen
  std::uint64_t odd : 1 = 0;               ///< has to be folded at length
  std::uint64_t has_extra : 1 = 0;         ///< what that is, and where, its owner knows
  std::uint64_t place : 16 = 0;            ///< quarter and branch, interned
  SmallDay opened = 0;
  SmallDay due = 0;
  SmallDay submitted = no_day;
  std::uint16_t owner = 0;  ///< interned

  /// False if its opening lies where no record can say: it is folded at length then.
  bool lies_at(std::uint32_t in_file, std::uint64_t at_offset) {
    file = in_file & ((1u << file_bits) - 1);
    offset = at_offset & ((1u << offset_bits) - 1);
    return file == in_file && offset == at_offset;
  }
  void become(Status now) { status = static_cast<std::uint64_t>(now) & 7u; }
};
static_assert(sizeof(Record) == 24);

/// A line about a problem that is no opening, as small as it can be kept until its turn comes.
struct SmallStep {
  std::uint64_t after = 0;
  std::uint64_t check = 0;
  std::uint32_t next : 28 = 0;  ///< in a list
  std::uint32_t word : 4 = 0;   ///< `StepName`
  SmallDay day = no_day;        ///< submit: when it was recorded; extend, grant, reopen: `due=`
  std::uint16_t to = 0;         ///< assign: `to=`; extend: who asks; interned

  StepName name() const { return static_cast<StepName>(word); }
  void call(StepName name) { word = static_cast<std::uint32_t>(name) & 15u; }
};
static_assert(sizeof(SmallStep) == 24);

/// Applies a step that rests on the record's last line. False if the problem's state forbids it:
/// then it takes the whole fold to say what holds (`why_not_possible` is the same rule).
bool apply(Record& record, SmallRequest& request, const SmallStep& step);

}  // namespace sihu
