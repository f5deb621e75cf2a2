#pragma once

#include "check/state.hpp"
#include "document/organisation.hpp"
#include "document/plan_file.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How an inspection stands to the plan of its quarter.
enum class Footing {
  planned,   ///< as the plan has it now and had it then, or there is nothing to hold it to
  dropped,   ///< begun by the plan of that day, which does not have it any more
  outside,   ///< begun outside the plan, for a reason that it gives
  together,  ///< whoever inspects, beside those that branches make for themselves
};

/// `planned dropped outside-plan together`.
std::string_view to_string(Footing footing);
const Text& wording(Footing footing);

/// The inspections of a ledger, and what they are held to.
struct Inspections {
  const std::map<CheckKey, CheckState>& states;
  const Organisation& organisation;
  const PlanFile* plan = nullptr;  ///< nullptr: there is none; another quarter's is passed over
};

/// The inspections by others of the same checklist at the same branch in the same quarter that
/// somebody has begun, in their order.
std::vector<CheckKey> begun_beside(const std::map<CheckKey, CheckState>& states,
                                   const CheckKey& key);

/// The branches of those who take part in an inspection: who began it or answered anything in it.
/// The committee's people have none, which is empty.
std::set<std::string> taking_part(const Organisation& organisation, const CheckState& state);

/// Whether everybody's inspection, with that state, was made by people of one branch alone, which
/// the plan (nullptr: none) does not have, while it has others: it is that branch's own, and those
/// of the others are still awaited.
bool was_taken_over(const Organisation& organisation, const PlanFile* plan,
                    const CheckState& together);

/// Which of the complete inspections count, the lowest first: a plan that is changed afterwards
/// takes none away, so that planned and dropped ones are equal.
int rank_of(Footing footing);

/// How the inspection with that state stands to the plan. One that gave a reason is outside the
/// plan, whatever the plan says now; every other one was begun by the plan of its day. Everybody's
/// in which only people of one branch take part is that branch's.
Footing footing_of(const Inspections& inspections, const CheckState& state);

/// Every inspection of a checklist at a branch: those begun, and those that the plan has branches
/// make for themselves and nobody began; `key`, everybody's, where there are none. A branch whose
/// people take part in everybody's has no other to begin.
std::vector<CheckKey> inspections_of(const Inspections& inspections, const CheckKey& key);

}  // namespace sihu
