#pragma once

#include "records/compute.hpp"
#include "store/workspace.hpp"

#include <vector>

namespace sihu {

/// The registers of a workspace with their rows, and what is wrong with them.
struct RecordsRead {
  RecordTables tables;        ///< by id; a register whose own document has faults is not there
  std::vector<Fault> faults;  ///< of registers, of their tables, and of tables of no register
};

/// Reads `records/`: every register and every table. A fault keeps its row out, or its file.
/// `Kind::environment` when something can't be read at all.
Result<RecordsRead> read_records(const Workspace& workspace);

}  // namespace sihu
