#pragma once

#include "calendar/date.hpp"
#include "document/organisation.hpp"
#include "wording/fault.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A document as text, with the name by which messages call it.
struct LintFile {
  std::string name;  ///< relative to the workspace: `checklists/dues.yaml`
  std::string text;
};

/// What is to be checked, and what else there is to check it against.
struct LintInput {
  std::vector<LintFile> files;    ///< faults of these are wanted
  std::vector<LintFile> context;  ///< of these not: the rest of the workspace
  bool whole = false;             ///< `files` is a whole workspace: what is missing is a fault too
  Date today;                     ///< from when on working days are reckoned
  ZoneNames zones = {};           ///< one of which the time zone must be, when given
};

/// All faults and warnings of all files: of each by itself, and of all together (calendars that are
/// named and not there, two checklists of one id, items that no branch ever gets, a year without a
/// calendar). Sorted by file and place; the same thing is said once.
///
/// The kind of a file is known by its keys (`sihu`, `calendar`, `answers`, `checklist`, `plan`,
/// `rubric`, `bank`, `paper`, `course`, `register`); of no known kind is a fault.
std::vector<Fault> lint(const LintInput& input);

/// The defaults of sihu.yaml as a sihu.yaml would say them, each with a comment.
std::string explain_defaults(Lang lang);

}  // namespace sihu
