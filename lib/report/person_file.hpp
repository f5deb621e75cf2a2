#pragma once

#include "document/organisation.hpp"
#include "learn/person_lines.hpp"
#include "records/person_rows.hpp"
#include "report/briefing.hpp"

#include <string>
#include <vector>

namespace sihu {

/// What is needed to show what is held about somebody.
struct PersonFile {
  const Person& person;
  const PersonLines& lines;
  const Ledger& ledger;
  const Organisation& organisation;
  const Zone& zone;
  bool all = false;                  ///< every line, not only how many of which kind
  std::vector<PersonRow> rows = {};  ///< of registers
};

/// For people: what sihu.yaml says of the person, and how many lines of which kind there are, or
/// each of them with its `file:line`; rows of registers behind the ledger's lines.
Briefing person_briefing(const PersonFile& file);

/// The lines as a list for programs. Keys, a stable contract: `at event subject by about fields
/// line`; `by` and `about` say how the person is in it. A row of a register has `record.row` as its
/// event and the register as its subject.
Table person_lines_table(const PersonFile& file);

/// All of it as one JSON object: `person` (as sihu.yaml has it, with the line it stands in),
/// `lines` (as above, `fields` an object) where they are asked for, `counts` by event,
/// `sheets_kept_back`.
std::string person_json(const PersonFile& file, Lang lang);

}  // namespace sihu
