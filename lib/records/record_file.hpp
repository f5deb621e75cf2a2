#pragma once

#include "records/record_cell.hpp"
#include "wording/result.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One row of a register, as a branch wrote it.
struct RecordRow {
  std::string branch;
  Date date;                        ///< of the register's date column
  std::vector<RecordValue> values;  ///< one for each column of the register
  Place place;                      ///< of the row
};

/// A register with its rows, as far as they can be read.
struct RecordTable {
  Register declared;
  std::vector<RecordRow> rows;        ///< file by file, in the order of the rows
  std::vector<std::string> files;     ///< that were read: `records/meetings.zb05.csv`
  std::vector<Fault> faults;          ///< of all its files; a row with one is not here
  std::set<std::string> broken = {};  ///< branches with such rows; empty id: of any branch
  /// Rows that stand just so in another file as well, and count once: where they do again.
  std::vector<Place> repeated = {};

  /// Whether a row that may be of `branch` can't be read.
  bool is_broken_for(std::string_view branch) const {
    return broken.contains({}) || broken.contains(std::string(branch));
  }
};

/// Of which register, and of which branch alone, a file has the rows, by its name:
/// `records/meetings.csv`, `records/meetings.zb05.csv`.
struct RecordFileName {
  std::string records;
  std::string branch;  ///< empty: rows of any branch
};
RecordFileName parse_record_name(std::string_view name);

/// The bytes of a table as UTF-8: where they are not, GB18030, which spreadsheet programs save
/// where nobody asks for UTF-8. Headings and choices that then do not match are said, so that
/// nothing is taken for other words.
Result<std::string> decode_records(std::string_view bytes, std::string_view name);

/// Reads the rows of one file: UTF-8 with or without a byte-order mark or, where it is not,
/// GB18030. Columns in any order by their heading in Chinese or English; a column `支部` or
/// `branch` has the branch, by id or name, and may be left out where the file is of one. Empty
/// rows, and rows whose first cell begins with `#`, are passed over.
///
/// All faults of the file in one run, with their places: headings that there are not, twice, or
/// missing; cells that are empty and must not be, or are something else than the column; branches
/// that there are not. With a fault of the headings there are no rows.
struct RecordFile {
  std::vector<RecordRow> rows;   ///< those without faults
  std::vector<Fault> faults;     ///< by place
  std::set<std::string> broken;  ///< as `RecordTable::broken`
};
RecordFile read_record_file(std::string_view bytes, std::string_view name, const Register& declared,
                            const Organisation& organisation);

/// Reads a file of `table` into it. A row that stands just so in a file that was read before, as
/// where a branch's own file and everybody's overlap, is not taken again.
void add_record_file(std::string_view bytes, const std::string& name,
                     const Organisation& organisation, RecordTable& table);

}  // namespace sihu
