#pragma once

#include "check/overview.hpp"
#include "check/record.hpp"
#include "tools/cli/flags.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/world.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

// What the commands of `sihu check` have in common.

/// Which inspection a command is about.
struct InspectionFlags {
  std::string branch;
  std::string checklist;
  std::optional<Quarter> quarter;
  bool self = false;
  std::string by;  ///< the branch that inspects for itself; empty: found out
};

void declare_branch(Flags& flags, InspectionFlags& into);
void declare_checklist(Flags& flags, InspectionFlags& into);
void declare_self(Flags& flags, InspectionFlags& into);
void declare_by(Flags& flags, InspectionFlags& into);

/// Checklists as they are needed, each read once: the workspace's, and those that ledger lines
/// name. Several threads may ask at once.
class Shelf {
 public:
  explicit Shelf(const Workspace& workspace) : workspace_(workspace) {}

  Result<const KeptChecklist*> current(const std::string& id);
  Result<const KeptChecklist*> recorded(const std::string& doc);
  /// The one a check goes by, or nullptr.
  const Checklist* for_state(const CheckState& state);

 private:
  const Workspace& workspace_;
  std::mutex reading_;
  std::map<std::string, KeptChecklist> current_;
  std::map<std::string, KeptChecklist> recorded_;
};

/// A workspace and the check in it that a command is about.
struct Inspection {
  ProblemReading reading;
  CheckKey key;

  const Workspace& workspace() const { return reading.workspace; }
};

/// `Kind::input` for a branch that sihu.yaml does not have; without `--checklist` the only one
/// there is, `Kind::usage` if there are several. The quarter is today's, unless one is named. The
/// key is everybody's inspection, or that of `--by`.
Result<Inspection> open_inspection(World& world, const InspectionFlags& flags);

/// The same, to act on what was inspected: where several branches inspected for themselves, the one
/// of the person who acts, or `Kind::usage`.
Result<Inspection> open_begun_inspection(World& world, const InspectionFlags& flags);

/// The same, to read what was recorded: a quarter without any record is `Kind::input`.
Result<Inspection> open_past_inspection(World& world, const InspectionFlags& flags);

/// The state of a check on a ledger, and the checklist it goes by from here.
struct Standing {
  CheckState state;
  Course course = Course::begin;
  const KeptChecklist* kept = nullptr;
  const KeptChecklist* older = nullptr;  ///< when it migrates and the older one is at hand
  Date on;                               ///< whose rules hold
  std::set<std::string> waived;

  std::string doc() const { return kept->digest.substr(0, 16); }
  ScoreBasis basis(const Branch& branch) const { return {kept->checklist, branch, on, waived}; }
};
Result<Standing> standing_of(const Inspection& inspection, const Ledger& ledger, Shelf& shelf,
                             Date today);

/// The item called `id`; `Kind::input`, with the nearest, if the checklist has none.
Result<const Item*> find_item(const Checklist& checklist, const std::string& id);

/// Who acts, when it was really done (补录), and by which plan.
struct Acting {
  Author author;
  std::optional<Date> on = {};
  std::string reason = {};
  std::optional<PlanFile> plan = {};
  std::string unplanned = {};  ///< why outside the plan
};

/// Whether `--on` and `--reason` go together and make sense: `Kind::usage`.
Result<void> check_late_entry(const Acting& acting, const Inspection& inspection);

using Act = std::function<Result<Recording>(const CheckScene& scene)>;

/// Judges `act` on `ledger` and writes nothing.
Result<Recording> judge_act(const Inspection& inspection, const Ledger& ledger,
                            const Acting& acting, Shelf& shelf, const Act& act);

/// Does `act` on the ledger as it is under the lock and records what it wants, durable.
Result<Recording> record_act(World& world, const Inspection& inspection, const Acting& acting,
                             Shelf& shelf, const Act& act);

/// Reads the ledger again, after something was recorded.
Result<void> reread(Inspection& inspection);

/// What the figures of this workspace rest on. All of it must outlive the scene.
OverviewScene overview_scene(const ProblemReading& reading, Shelf& shelf);

/// The check as the ledger has it now.
Result<CheckSummary> summary_of(const Inspection& inspection, Shelf& shelf);

}  // namespace sihu
