#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/limit.hpp"
#include "calendar/period.hpp"
#include "document/organisation.hpp"
#include "ledger/ledger.hpp"

namespace sihu {

/// Where a problem stands. Overdue is never a status: it is computed beside it (`due.hpp`).
enum class Status { open, submitted, disputed, closed, withdrawn };

std::optional<Status> parse_status(std::string_view text);
std::string_view to_string(Status status);
const Text& wording(Status status);

/// One line of a problem's history.
struct HistoryStep {
  std::size_t entry = 0;  ///< index into `Ledger::entries`
  bool applied = true;
  Phrase why_not;         ///< when it does not apply: which other line won, or which rule forbids it
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
  Quarter quarter;
  std::string branch;        ///< inspected, answers for it
  std::string device;        ///< that opened it
  std::string checklist;
  std::string item;
  std::string doc;           ///< first 16 digits of the checklist's SHA-256
  std::string title;         ///< as the opening line has it
  std::string text;          ///< what was found
  std::string basis;
  Severity severity = Severity::general;
  Status status = Status::open;
  std::string owner;         ///< person who has to rectify it; may be empty
  Date opened;
  std::string opened_by;
  std::string inspecting_branch;  ///< of who opened it; empty: the committee
  std::string rule;          ///< the limit as written: `15wd`
  Date due;
  Date original_due;
  int extensions = 0;        ///< granted
  std::optional<ExtensionRequest> asked;
  std::optional<Date> submitted;      ///< the last submission that waits or was accepted
  std::optional<Date> first_submitted_on_time;  ///< see due.hpp
  std::string submitted_by;
  std::string disputed_by;
  std::optional<Date> closed;
  std::string closed_by;
  std::string recurrence_of;  ///< the same item at the same branch, in an earlier quarter
  std::vector<std::string> evidence;  ///< `<sha256>.<ext>`, in order of submission
  bool duplicate_id = false;          ///< two openings of one id: a person must withdraw one
  std::vector<HistoryStep> history;   ///< every line about it, applied or not, in ledger order
  std::string last_check;             ///< of the last line that applies: what `after=` names next
};

/// Every problem of the ledger, ordered by quarter, branch, device and serial.
///
/// Depends only on the set of events. Of two events with the same `after` one applies, by a fixed
/// table (reopen, reject, dispute, verify, submit, extend, the rest, withdraw), ties by line order;
/// the other and what rests on it does not apply and is kept in `history`. A note changes no state
/// and never displaces anything. A step that the state forbids does not apply. Events whose opening
/// has not arrived are in `waiting`.
struct ProblemList {
  std::vector<Problem> problems;
  std::vector<std::size_t> waiting;  ///< entries

  /// The problem that `part` names: its whole id, or any part of it that fits one problem only
  /// (`17`, `zb05-k7m2qx-17`). A failure `Kind::input` lists the candidates, or the nearest ids.
  Result<const Problem*> find(std::string_view part) const;
};

ProblemList fold_problems(const Ledger& ledger, const Organisation& organisation, const Zone& zone);

}  // namespace sihu
