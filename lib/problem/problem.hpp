#pragma once

#include "calendar/limit.hpp"
#include "calendar/period.hpp"
#include "document/organisation.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// Where a problem stands. Overdue is never a status: it is computed beside it (`due.hpp`).
enum class Status { open, submitted, disputed, closed, withdrawn };

std::optional<Status> parse_status(std::string_view text);
std::string_view to_string(Status status);
/// 待整改 open, 待销号 submitted, 有异议 disputed, 已销号 closed, 已撤销 withdrawn.
const Text& wording(Status status);

/// One line of a problem's history.
struct HistoryStep {
  std::size_t entry = 0;  ///< index into `Ledger::entries`
  bool applied = true;
  Phrase why_not;        ///< when it does not apply: which other line won, or which rule forbids it
  bool waiting = false;  ///< it may apply yet: the line it rests on has not arrived
};

/// An extension that was asked for and neither granted nor refused yet.
struct ExtensionRequest {
  Date due;
  std::string by;
  std::string reason;
};

/// A finding that somebody has to rectify, as the ledger's events leave it.
struct Problem {
  std::string id;  ///< `26Q4-zb05-k7m2qx-17`, with `~91d0` behind it when two openings share it
  std::size_t suffix_bytes = 0;  ///< of that `~91d0`
  Quarter quarter;
  std::string branch;  ///< inspected, answers for it
  std::string device;  ///< that opened it
  int serial = 0;
  std::string checklist;
  std::string item;
  std::string doc;    ///< first 16 digits of the checklist's SHA-256
  std::string title;  ///< as the opening line has it
  std::string text;   ///< what was found
  std::string basis;
  Severity severity = Severity::general;
  Status status = Status::open;
  std::string owner;  ///< person who has to rectify it; may be empty
  Date opened;
  Instant opened_at;  ///< of its opening line
  Date recorded;      ///< the day its opening reached the ledger; another than `opened`: 补录
  std::string opened_by;
  std::string by;                 ///< branch that inspects for itself and opened it; may be empty
  std::string inspecting_branch;  ///< `by`, or of who opened it; empty: the committee
  std::vector<std::string> found_by;  ///< other branches that inspect for themselves and found it
  std::string rule;                   ///< the limit as written: `15wd`; empty: a date was named
  Date due;
  Date original_due;   ///< of the opening, for ever
  Date agreed_due;     ///< of the opening or the last reopening: extensions are counted from it
  int extensions = 0;  ///< granted, over the whole life
  std::optional<ExtensionRequest> asked;
  /// The day, by the machine's clock, that the submission that waits or was accepted reached the
  /// ledger. A day given by `--on` is shown in the history and makes nothing early.
  std::optional<Date> submitted;
  std::string submitted_by;       ///< of that submission
  bool ever_submitted = false;    ///< since it was opened or reopened
  std::optional<Date> sent_back;  ///< the day of the last rejection or reopening
  std::string disputed_by;
  std::optional<Date> closed;
  std::optional<Instant> closed_at;  ///< of the line that closed it
  std::string closed_by;
  std::optional<Instant> withdrawn_at;  ///< of the line that withdrew it
  std::string recurrence_of;            ///< the same item at the same branch, in an earlier quarter
  std::vector<std::string> evidence;    ///< `<sha256>.<ext>`, in order of submission
  bool duplicate_id = false;            ///< two openings of one id: a person must withdraw one
  std::vector<HistoryStep> history;     ///< every line about it, applied or not, in ledger order
  std::string last_check;               ///< of the last line that applies: what `after=` names next
  /// Where several found it (`join_twins`): what each of them opened, in the order in which they
  /// did, the first one, which has its id, among them. Their ids are other names of this problem.
  /// Empty: it was found once.
  std::vector<Problem> findings = {};

  /// The subject of its lines: the id without `~91d0`.
  std::string_view subject() const;
  bool ended() const { return status == Status::closed || status == Status::withdrawn; }
  /// Its other names: the ids of all its findings but the first.
  std::vector<std::string> also() const;
};

/// The order of lists of problems: by quarter, branch, device and serial.
bool in_list_order(const Problem& a, const Problem& b);

/// Every problem of the ledger, ordered by quarter, branch, device and serial.
///
/// Depends only on the set of events. Of two events that rest on the same line one applies, by a
/// fixed table (reopen, reject, dispute, verify, submit, extend, the rest, withdraw), ties by line
/// order; the other and what rests on it does not apply and is kept in `history`. A note changes no
/// state and never displaces anything: what names a note as its `after` rests on what the note
/// rests on; so do a decision on an extension that waits for one, whatever the branch does
/// meanwhile, and an event that this sihu does not know. A step that the state forbids does not
/// apply and displaces nothing. Events whose opening, or the line they rest on, has not arrived are
/// in `waiting`, and in the history of every opening they may belong to.
struct ProblemList {
  std::vector<Problem> problems;
  std::vector<std::size_t> waiting;  ///< entries, ascending

  /// The problem that `part` names: its whole id, or any part of it that fits one problem only:
  /// whole parts at its end (`17`, `zb05-k7m2qx-17`) before any other. The ids of all its findings
  /// are its own. A failure `Kind::input` lists the candidates.
  Result<const Problem*> find(std::string_view part) const;
};

ProblemList fold_problems(const Ledger& ledger, const Organisation& organisation, const Zone& zone);

/// Those of a problem's findings that `part` names, as `ProblemList::find` reads it; of one that
/// was found once the problem itself.
std::vector<const Problem*> findings_named(const Problem& problem, std::string_view part);

}  // namespace sihu
