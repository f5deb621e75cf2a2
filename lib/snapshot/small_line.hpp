#pragma once

#include "snapshot/names.hpp"
#include "snapshot/raw_line.hpp"
#include "snapshot/record.hpp"

#include <optional>
#include <string_view>

namespace sihu {

// Lines about problems, read just as far as a `Record` needs.

inline constexpr std::string_view problem_prefix = "problem.";

inline bool is_about_problem(const RawLine& line) {
  return line.name.starts_with(problem_prefix);
}
inline bool is_opening(const RawLine& line) {
  return line.name == "problem.open";
}

/// What an opening says of its problem.
struct SmallOpening {
  std::string_view branch;  ///< as it is written; may be empty
  SmallDay opened = 0;
  SmallDay due = 0;
  std::uint16_t owner = 0;
  std::uint64_t check = 0;
  std::uint64_t fault = 0;  ///< `fault_number`
};

/// What tells faults apart, as a number: the quarter and branch of an id (`26Q4-zb05`), a checklist
/// and an item, as lines spell them. Findings of one fault may be one problem (`join_twins`), and
/// others hardly ever have its number, whose lowest 16 bits are zero (`SmallFault`). 0: no item is
/// named.
std::uint64_t fault_number(std::string_view place, std::string_view checklist,
                           std::string_view item);

/// `fault_number` of an opening line; 0 too where its subject is no problem's id.
std::uint64_t fault_of(const RawLine& opening);

/// What an opening line says for good of a problem that was opened on `opened`.
struct OpeningTerms {
  SmallDay due = 0;
  Severity severity = Severity::general;
};
std::optional<OpeningTerms> opening_terms(const RawLine& line, SmallDay opened);

/// Nothing where a day, the owner or the check does not fit into a `Record`.
std::optional<SmallOpening> read_opening(const RawLine& line, const TailFields& tail,
                                         SmallDay recorded, Names& people);

/// False where `step_of_event` knows no such step, or something does not fit.
bool read_step(const RawLine& line, const TailFields& tail, SmallDay recorded, Names& people,
               SmallStep& step);

/// The record of a problem that was just opened.
void begin(Record& record, const SmallOpening& opening);

}  // namespace sihu
