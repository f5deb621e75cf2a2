#pragma once

#include "check/offer.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Every register: how many rows of how many branches it has, and up to when. Keys, a stable
/// contract: `register title rows branches last faults files`; with a branch only its rows count.
Table registers_table(const RecordTables& tables, const std::string& branch);

/// What records say of one item at one branch.
struct RecordsLine {
  const Branch* branch = nullptr;
  std::string checklist;
  const Item* item = nullptr;
  const RecordOffer* offer = nullptr;
};

/// An item a line. Keys, a stable contract: `branch branch_name checklist item title verdict result
/// missing rows amiss beyond`; `verdict` one of `met gap unsaid`, `missing` the months (quarters,
/// years) that did not satisfy it, `rows` how many rows were looked at, `amiss` those with
/// something wrong as `file:line`.
Table records_check_table(const std::vector<RecordsLine>& lines);

/// How many items are met, have a gap, and can't be said.
Phrase records_check_words(const std::vector<RecordsLine>& lines);

}  // namespace sihu
