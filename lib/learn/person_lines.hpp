#pragma once

#include "ledger/ledger.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace sihu {

/// A line of the ledger that is held about somebody.
struct PersonLine {
  std::size_t entry = 0;  ///< index into `Ledger::entries`
  bool by = false;        ///< the person recorded it
  bool about = false;     ///< it names the person
};

/// All of them, in the ledger's order.
struct PersonLines {
  std::vector<PersonLine> lines;
  /// Score sheets that were left out: who gave what is told to nobody but who gave it.
  int sheets_kept_back = 0;
};

/// The lines by or about `person`: recorded by the person, with the id as a part of the subject
/// (`2026Q4/safety/p003`) or where people are named (owner, who took over, teacher, attended, whose
/// paper it is). A score sheet is its reviewer's, whoever handed it in, and there only where
/// `asked_by` is the reviewer.
PersonLines lines_of_person(const Ledger& ledger, std::string_view person,
                            std::string_view asked_by);

}  // namespace sihu
