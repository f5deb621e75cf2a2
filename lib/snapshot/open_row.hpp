#pragma once

#include "problem/problem.hpp"
#include "snapshot/names.hpp"
#include "snapshot/raw_line.hpp"
#include "snapshot/record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// A problem that is neither closed nor withdrawn, as far as it depends neither on the day nor on
/// the language: what `due` needs of it. Views into bytes that must outlive it.
struct OpenRow {
  std::string_view id;  ///< `26Q4-zb05-k7m2qx-17`, with `~91d0` behind it when opened twice
  std::string_view quarter;
  std::string_view branch;
  std::string_view checklist;
  std::string_view item;
  std::string_view title;
  std::string_view text;
  std::string_view doc;
  std::string_view owner;
  std::string_view asked_by;  ///< who asked for an extension
  std::string_view opened_by;
  std::string_view by;        ///< branch that inspects for itself and opened it; may be empty
  std::string_view findings;  ///< of several that are one problem, as `write_findings` gives them
  std::string_view device;
  int serial = 0;
  std::uint64_t check = 0;  ///< of the last line that applies
  Severity severity = Severity::general;
  Status status = Status::open;
  Date opened;
  Date due;
  Date original_due;
  std::optional<Date> submitted;
  std::optional<Date> asked;  ///< an extension to that day waits for an answer
  bool duplicate_id = false;
  bool odd = false;         ///< only `fold_problems` can say what one more line makes of it
  std::string_view places;  ///< of its lines, as `write_places` gives them; may be empty

  std::size_t line_count() const { return places.size() / (2 * sizeof(std::uint32_t)); }
  /// File (an index into a snapshot's files) and offset of a line.
  std::pair<std::uint32_t, std::uint32_t> line(std::size_t index) const;
};

/// Where lines stand, for `OpenRow::places`.
std::string write_places(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& lines);

/// What `due` needs of the findings that are one problem, for `OpenRow::findings`: their ids, where
/// they stand and who opened them, for which branch: what does not depend on sihu.yaml. Empty for
/// what was found once.
std::string write_findings(const Problem& problem);

/// The row of a problem that was folded at length. `quarter` and `findings` (`write_findings`) must
/// outlive it.
OpenRow open_row_of(const Problem& problem, std::string_view quarter,
                    std::string_view findings = {});

/// The problem of a row, as far as the row knows it.
Problem problem_of(const OpenRow& row, const Organisation& organisation);

/// Whether `a` stands before `b` in lists of problems (`in_list_order`).
bool stands_before(const OpenRow& a, const OpenRow& b);

/// Whether `a` stands before `b`: earlier due, then more severe, then as lists of problems are.
bool more_urgent(const OpenRow& a, const OpenRow& b);

/// Appends the row to `bytes`; `read_row` reads it back from where it begins. Not for exchange: the
/// bytes are those of this machine.
void write_row(const OpenRow& row, std::string& bytes);
OpenRow read_open_row(const char* bytes);
/// How long the row that begins at `bytes` is; only its first `row_head_bytes` are looked at.
std::size_t row_bytes(const char* bytes);
inline constexpr std::size_t row_head_bytes = 96;

struct OpenRows;

/// Adds the row of a problem: its opening line has the texts, `record` what came of it.
void add_row(OpenRows& rows, const RawLine& opening, const Record& record,
             const SmallRequest& request, const Names& people, std::string_view places = {});

/// Rows one behind the other, with where each begins.
struct OpenRows {
  std::string bytes;
  std::vector<std::uint32_t> starts;

  void add(const OpenRow& row) {
    starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    write_row(row, bytes);
  }
  /// Puts `starts` in the order of `more_urgent`.
  void sort();
};

}  // namespace sihu
