#pragma once

#include "document/bank.hpp"
#include "document/organisation.hpp"
#include "exam/drill_cards.hpp"
#include "exam/grade.hpp"
#include "ledger/event.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

// What somebody is drilled in: the choice of questions. The talk is in `drill_run.hpp`.

/// Questions that the person missed in papers whose mark and whose branch's result are recorded, as
/// far as `papers` could be read; short answers are left aside.
std::vector<MissedQuestion> missed_questions(const ExamState& state, const Ledger& ledger,
                                             const Zone& zone, const std::string& person,
                                             const std::vector<MarkedPapers>& papers);

/// The papers that the person sat and that are graded.
std::vector<PaperKey> graded_papers_of(const ExamState& state, const std::string& person);

/// Questions of papers that are still open: drawn for a branch with people in it whose result is
/// not recorded. By `bank/id`.
std::set<std::string> open_questions(const ExamState& state, const Organisation& organisation);

/// Everything that decides what is asked.
struct DrillScene {
  const std::vector<const Bank*>& banks;  ///< as they are now
  const std::map<std::string, DrillCard>& cards;
  const std::set<std::string>& open;  ///< never asked
  Date today;
  std::string topic = {};  ///< empty: any
  int fresh = 0;           ///< questions that were never asked are added up to this number
  std::string person = {};
  std::set<std::string> tested = {};  ///< what the person was asked in tests: not new any more
};

/// What the person was asked in tests, `bank/id`.
std::set<std::string> tested_questions(const ExamState& state, const std::string& person);

/// A question to ask.
struct DrillQuestion {
  std::string ref;  ///< `bank/id`
  const BankQuestion* question = nullptr;
  int box = 0;  ///< 0: never asked before
  /// The letters of the bank in the order they are shown.
  std::string letters;
};

/// What is asked today, and why the rest is not.
struct DrillPlan {
  std::vector<DrillQuestion> questions;  ///< lowest box first, then longest due, then by `bank/id`
  int later = 0;                         ///< cards that are not due yet
  std::optional<Date> next_due;          ///< the first of them
  int open = 0;                          ///< due, and of a paper that is still open
  int unfit = 0;                         ///< due, and gone, a draft, or of a rule not in force
};

/// Never a draft, a rule not in force, a short answer (nobody is there to mark it) or what is open.
/// New questions are drawn by person and day.
DrillPlan plan_drill(const DrillScene& scene);

/// A finished drill as others may know it: who, when, how long, how many questions. Not what was
/// asked, nor how it was answered.
///
/// A drill is of one day, that of its last answer. What was answered on another day, and left
/// unfinished, moved its cards and is counted in no drill: neither its questions nor its time are
/// those of a later day. Where the last answer bears a day after today, because the clock was ahead
/// then, the drill is of today.
struct FinishedDrill {
  std::string person;
  Date on;
  std::size_t number = 1;  ///< of the person's drills on this machine
  int minutes = 1;         ///< at least 1
  int questions = 0;
  int right = 0;  ///< of them; for the person alone
};

/// The drill that is not finished in the notes, with the answers of its day; nothing: there is
/// none.
std::optional<FinishedDrill> open_drill(const DrillNotes& notes, const std::string& person,
                                        Date today);

/// A `learn.drill` for it; nothing where the ledger has it already. Everybody records the own.
std::optional<Draft> record_drill(const Ledger& ledger, const FinishedDrill& drill);

}  // namespace sihu
