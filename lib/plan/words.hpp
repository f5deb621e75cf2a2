#pragma once

#include "plan/plan.hpp"
#include "wording/text.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The rule that is broken, and by whom: `zb01 与 zb07 同一季度互相检查`. `ids` are the branches by
/// number; no full stop.
Phrase sentence(const PlanFault& fault, const std::vector<std::string>& ids);

/// Why no plan exists; no full stop.
Phrase sentence(const PlanConflict& conflict, const std::vector<std::string>& ids);

/// The first ten of some names in a sentence, and how many more there are.
Phrase first_of(std::vector<Phrase> names);

/// The recusals a conflict rests on, each with its reason: `zb01–zb02（回避）`; the first ten,
/// empty without any.
Phrase recusals_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids);

/// The teams a conflict rests on, each with its members: `同一小组（zb01、zb02）`; as
/// `recusals_in_words`.
Phrase teams_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids);

/// The capacities a conflict rests on: `zb03 至多 0 次`; as `recusals_in_words`.
Phrase capacities_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids);

/// Why two must not inspect each other: `有共同人员`.
const Text& wording(RecusalReason reason);

/// How a plan was found: `轮转`.
const Text& wording(PlanMethod method);

/// The name of a rule as plans and `lint` write it: `too-soon`.
std::string to_string(PlanRule rule);

}  // namespace sihu
