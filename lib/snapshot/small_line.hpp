#pragma once

#include "snapshot/names.hpp"
#include "snapshot/raw_line.hpp"
#include "snapshot/record.hpp"

#include <optional>
#include <string_view>

namespace sihu {

// Lines about problems, read just as far as a `Record` needs.

bool is_about_problem(const RawLine& line);
bool is_opening(const RawLine& line);

/// What an opening says of its problem.
struct SmallOpening {
  std::string_view branch;  ///< as it is written; may be empty
  SmallDay opened = 0;
  SmallDay due = 0;
  std::uint16_t owner = 0;
  std::uint8_t severity = 0;
  std::uint64_t check = 0;
};

/// Nothing where a day, the owner or the check does not fit into a `Record`.
std::optional<SmallOpening> read_opening(const RawLine& line, const TailFields& tail,
                                         SmallDay recorded, Names& people);

/// Nothing where `step_of_event` knows no such step, or something does not fit.
std::optional<SmallStep> read_step(const RawLine& line, const TailFields& tail, SmallDay recorded,
                                   Names& people);

/// The record of a problem that was just opened.
void begin(Record& record, const SmallOpening& opening);

}  // namespace sihu
