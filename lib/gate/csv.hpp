#pragma once

#include "base/place.hpp"
#include "gate/encoding.hpp"
#include "wording/result.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

struct Cell {
  std::string text;
  Place place;
};

/// A table that a person wrote; every row has as many cells as the head.
struct Sheet {
  std::vector<Cell> head;
  std::vector<std::vector<Cell>> rows;
  /// What is wrong with rows of which the cells are known all the same, so that whoever reads the
  /// table can find its other faults in the same run: too long or too short, here cut or filled up
  /// with empty cells; characters that are refused, here left out; text behind a closing quote,
  /// here left out. Not empty: the table must be refused.
  std::vector<Fault> faults;
};

/// Reads comma-separated values (RFC 4180): quotes, line feeds in quotes, CRLF, a byte-order mark.
///
/// All faults at once: another encoding, unclosed quotes, a head with an empty or repeated name.
/// What is wrong with single rows is left to the caller, in `Sheet::faults`. Empty lines are
/// skipped. At most 64 MiB.
Result<Sheet> read_csv(std::string_view text, std::string_view name);

/// A cell that is at hand only while its row is; `ForwardPlaces` says where it stands.
struct LooseCell {
  std::string_view text;
  std::size_t offset = 0;  ///< of its first byte, in the text of the source
};

/// What is wrong with the form of a table.
struct CsvFaults {
  std::vector<Fault> broken;  ///< whatever else is read of it can't be trusted
  std::vector<Fault> uneven;  ///< of single rows, see `Sheet::faults`
};

/// The same table row by row, for one of millions of cells, which a `Sheet` would take a hundred
/// bytes each for. `head` is called first, unless there is none or the file can't be read at all,
/// then `row` for each row, with as many cells as the head.
CsvFaults read_csv_rows(const Source& source,
                        const std::function<void(const std::vector<Cell>&)>& head,
                        const std::function<void(const std::vector<LooseCell>&)>& row);

}  // namespace sihu
