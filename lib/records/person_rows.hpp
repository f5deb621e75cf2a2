#pragma once

#include "records/compute.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// A row of a register that names somebody; both are the registers'.
struct PersonRow {
  const RecordTable* table = nullptr;
  const RecordRow* row = nullptr;
};

/// The rows that name `person`, an id, in a column of people: by the id, or by a name that nobody
/// else has. Register by register, in the order of their rows.
std::vector<PersonRow> rows_of_person(const RecordTables& tables, std::string_view person);

}  // namespace sihu
