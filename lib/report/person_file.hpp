#pragma once

#include "document/organisation.hpp"
#include "learn/person_lines.hpp"
#include "report/briefing.hpp"

#include <string>

namespace sihu {

/// What is needed to show what is held about somebody.
struct PersonFile {
  const Person& person;
  const PersonLines& lines;
  const Ledger& ledger;
  const Organisation& organisation;
  const Zone& zone;
  bool all = false;  ///< every line, not only how many of which kind
};

/// For people: what sihu.yaml says of the person, and how many lines of which kind there are, or
/// each of them with its `file:line`.
Briefing person_briefing(const PersonFile& file);

/// The lines as a list for programs. Keys, a stable contract: `at event subject by about fields
/// line`; `by` and `about` say how the person is in it.
Table person_lines_table(const PersonFile& file);

/// All of it as one JSON object: `person` (as sihu.yaml has it, with the line it stands in),
/// `lines` (as above, `fields` an object) where they are asked for, `counts` by event,
/// `sheets_kept_back`.
std::string person_json(const PersonFile& file, Lang lang);

}  // namespace sihu
