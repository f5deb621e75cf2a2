#pragma once

#include "check/migrate.hpp"
#include "check/planned.hpp"
#include "check/score.hpp"
#include "problem/life.hpp"
#include "wording/result.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sihu {

/// Everything that decides what an act in a check writes to the ledger.
struct CheckScene {
  const Ledger& ledger;
  const ProblemList& problems;
  const CheckState& state;
  const ScoreBasis& basis;
  std::string doc;                   ///< first 16 digits of the digest of `basis.checklist`
  const Checklist* older = nullptr;  ///< what the check went by until now, when that is another
  const Person& person;
  std::string device;
  Judgement judgement;
  Lang lang = Lang::zh;            ///< in which texts of the checklist are copied to the ledger
  std::optional<Date> on = {};     ///< 补录: the day it was really done
  std::string reason = {};         ///< 补录: why it is recorded only now
  const PlanFile* plan = nullptr;  ///< of the check's quarter; nullptr: there is none
  std::string unplanned = {};      ///< why the branch is inspected outside the plan
};

/// A problem that is opened.
struct OpenedProblem {
  std::string id;
  std::string item;
  Severity severity = Severity::general;
  Date due;
  std::vector<int> provisional_years;  ///< years with no calendar (暂算)
  std::string same_as = {};  ///< what another inspection found, which is the same problem; or empty
  std::optional<Date> closed_since = {};  ///< entered late: `same_as` was closed after that visit
};

/// What an act writes, and what to say about it.
struct Recording {
  RoleName role = RoleName::member;
  std::vector<Draft> drafts;
  std::vector<OpenedProblem> opened;
  std::vector<std::string> withdrawn;  ///< problems whose answer was corrected
  std::vector<std::string> upheld;     ///< problems whose dispute the settlement ended
  std::vector<std::string> noted;      ///< problems that were open already and got a note
  std::vector<std::string> standing;   ///< problems that should be withdrawn but have moved on
  std::vector<std::string> shared;  ///< problems that stand, because another inspection finds them
  std::vector<std::string> answered;   ///< items
  std::vector<std::string> unchanged;  ///< items answered like this already: nothing to record
  std::vector<std::string> conflicts;  ///< items where another person said otherwise
  std::optional<Migration> migration;
};

struct NewAnswer {
  std::string item;
  Answer answer;                    ///< completed, its evidence kept
  std::vector<Field> records = {};  ///< what its line says of the branch's records (`offer.hpp`)
};

/// Records answers: `check.begin` where the check begins or goes over to a newer checklist,
/// `check.answer` for each that differs from what this person said last, `problem.open` for a
/// finding that has no open problem from this check (a `problem.note` if it has one; what another
/// inspection found is opened too and is one problem with it, `join_twins`),
/// `problem.withdraw` where the last finding of an item is corrected. A self check opens no
/// problems. Outside the quarter's plan it is refused, unless a reason is given or was given by the
/// same branch before; it stands in the `check.begin`.
Result<Recording> record_answers(const CheckScene& scene, const std::vector<NewAnswer>& answers);

/// Leader or committee decide an item: `check.settle`, with what follows for its problem. Needs a
/// reason, which takes the place of the answer's note; refused for an item nobody answered, for one
/// that is waived or not asked at the branch, and for one that nobody disputes. Answers that
/// differ, also behind the signature, an objection of the branch, and two settlements made apart
/// are a dispute. Settled so already: nothing is recorded, and the item is `unchanged`. Where it
/// stays a finding, the settlement upholds its disputed problem, if who settles may do that.
Result<Recording> settle_item(const CheckScene& scene, const NewAnswer& answer,
                              const std::string& reason);

/// Leader or committee sign off: refused while incomplete, in conflict, or signed off unchanged.
Result<Recording> sign_check(const CheckScene& scene, const std::string& note);

/// The inspected branch agrees; refused while incomplete or in conflict.
Result<Recording> confirm_check(const CheckScene& scene, const std::string& note);

/// The inspected branch objects to an item, and to its problem where that is open. Needs a note.
Result<Recording> dispute_item(const CheckScene& scene, const Item& item, const std::string& note);

/// The problem that this check opened for `item` and that has not ended; nullptr if there is none.
const Problem* open_problem_of(const ProblemList& problems, const CheckKey& key,
                               std::string_view item);

}  // namespace sihu
