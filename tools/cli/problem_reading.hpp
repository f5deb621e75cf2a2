#pragma once

#include "problem/problem.hpp"
#include "report/catalogue.hpp"
#include "store/current.hpp"
#include "store/problem_lines.hpp"
#include "tools/cli/world.hpp"

#include <functional>
#include <optional>
#include <string>

namespace sihu {

/// A workspace with its problems, as the commands that read them need it.
struct ProblemReading {
  Workspace workspace;
  Ledger ledger;
  ProblemList list;      ///< problems, each once, whoever found it (`join_twins`)
  ProblemList findings;  ///< what each of those who found them opened
  Instant now;
  Date today;
};

/// Which lines of the workspace that was opened are wanted; an empty `WantLine`: all.
using ChooseLines = std::function<Result<WantLine>(const Workspace&)>;

/// Opens the workspace, reads the ledger and folds it, all of it or the lines that are chosen; of a
/// seal always all. Says on standard error what the ledger notes (torn tails), how many of these
/// lines are dated later than today, and which of these ids were opened twice.
Result<ProblemReading> read_problems(World& world, const ChooseLines& choose = {});

/// The lines about problems of a branch, which their ids name (a problem with another kind of id
/// may be of any): enough to know all about them, also what came again in a later quarter.
WantLine lines_of_branch(std::string branch);

/// Open problems alone, as far as they are asked for, without holding the ledger.
struct OpenReading {
  Workspace workspace;
  Current current;
  Instant now;
  Date today;

  /// The problems of its rows, as far as `problem_of` knows them.
  Result<ProblemList> list() const;
};

/// The same for commands that ask what is open, by way of the snapshot or, if not
/// `use_snapshot`, of all lines. `question` is asked with today's date.
Result<OpenReading> read_open_problems(World& world, bool use_snapshot,
                                       const std::function<OpenQuestion(Date today)>& question);

/// What lists need; the catalogue reads checklists only where another language than the
/// organisation's is asked for. `reading` must outlive it.
ListContext list_context(const Workspace& workspace, Date today, Lang lang);
inline ListContext list_context(const ProblemReading& reading, Lang lang) {
  return list_context(reading.workspace, reading.today, lang);
}

/// The areas of items, for `ListContext::area`; reads each checklist once. `workspace` must outlive
/// it.
std::function<Phrase(std::string_view doc, std::string_view item)> areas_of(
    const Workspace& workspace);

/// Whether a problem's id was opened twice and nobody has withdrawn one yet: exit status 6.
bool has_duplicate_ids(const ProblemList& list);

/// `Kind::input`, with the nearest, when the workspace has no such branch, person or quarter. An
/// empty id, and no quarter, pass.
Result<void> check_known_branch(const Organisation& organisation, const std::string& id);
inline Result<void> check_known_branch(const ProblemReading& reading, const std::string& id) {
  return check_known_branch(reading.workspace.organisation(), id);
}
Result<void> check_known_person(const Organisation& organisation, const std::string& id);
inline Result<void> check_known_person(const ProblemReading& reading, const std::string& id) {
  return check_known_person(reading.workspace.organisation(), id);
}
Result<void> check_known_quarter(const ProblemReading& reading, std::optional<Quarter> quarter);

/// That nothing is known of a quarter, `Kind::input`.
tl::unexpected<Failure> unknown_quarter(Quarter quarter);

}  // namespace sihu
