#include "plan/words.hpp"

#include "wording/number.hpp"

#include <cstddef>
#include <utility>

namespace sihu {

namespace {

Phrase name_of(int branch, const std::vector<std::string>& ids) {
  if (branch < 0 || branch >= static_cast<int>(ids.size())) return same(std::to_string(branch));
  return same(ids[static_cast<std::size_t>(branch)]);
}

Phrase names_of(const std::vector<int>& branches, const std::vector<std::string>& ids) {
  std::vector<Phrase> names;
  for (const int branch : branches) names.push_back(name_of(branch, ids));
  return first_of(std::move(names));
}

Phrase made_instead(const PlanFault& fault, const Phrase& from) {
  return phrase(Text{"{0} 承担 {1} 次检查，按均衡分担应为 {2} 次",
                     "{0} makes {1}, where a fair share is {2}"},
                from, counted(fault.found, "visit"), fault.wanted);
}

Phrase counted_reason(const PlanConflict& conflict, const std::vector<std::string>& ids) {
  const bool inspected = conflict.kind == ConflictKind::inspected;
  const Phrase these = names_of(conflict.these, ids);
  if (conflict.only.empty()) {
    constexpr Text nobody_comes{"没有支部可以检查 {0}", "nobody may inspect {0}"};
    constexpr Text goes_nowhere{"{0} 没有可以检查的支部", "there is nobody whom {0} may inspect"};
    return phrase(inspected ? nobody_comes : goes_nowhere, these);
  }
  constexpr Text comes{"{0} 共需接受 {2} 次检查，而只有 {1} 可以检查，按均衡分担最多 {3} 次",
                       "{0} need {2}, and can be inspected only by {1}, whose fair share is {3}"};
  constexpr Text goes{"{0} 共应承担 {2} 次检查，而只能检查 {1}，最多 {3} 次",
                      "{0} have to make {2}, and may inspect only {1}, who take {3}"};
  return phrase(inspected ? comes : goes, these, names_of(conflict.only, ids),
                counted(conflict.needed, "visit"), conflict.possible);
}

}  // namespace

Phrase sentence(const PlanFault& fault, const std::vector<std::string>& ids) {
  const Phrase from = name_of(fault.visit.from, ids);
  const Phrase to = name_of(fault.visit.to, ids);
  switch (fault.rule) {
    case PlanRule::unknown_branch:
      return phrase(Text{"{0} 查 {1}：没有这样的支部", "{0} inspects {1}: there is no such branch"},
                    from, to);
    case PlanRule::itself:
      return phrase(Text{"{0} 检查自己", "{0} inspects itself"}, from);
    case PlanRule::twice:
      return phrase(Text{"{0} 查 {1} 写了两次", "{0} inspects {1} twice"}, from, to);
    case PlanRule::recused:
      return phrase(Text{"{0} 不得检查 {1}：{2}", "{0} must not inspect {1}: {2}"}, from, to,
                    wording(fault.reason));
    case PlanRule::mutual:
      return phrase(Text{"{0} 与 {1} 同一季度互相检查", "{0} and {1} inspect each other"}, from,
                    to);
    case PlanRule::demand:
      return phrase(Text{"{0} 接受 {1} 次检查，应为 {2} 次", "{0} gets {1}, and should get {2}"},
                    to, counted(fault.found, "visit"), fault.wanted);
    case PlanRule::capacity:
      return phrase(Text{"{0} 承担 {1} 次检查，最多只能承担 {2} 次",
                         "{0} makes {1}, and can make {2} at most"},
                    from, counted(fault.found, "visit"), fault.wanted);
    case PlanRule::load:
      return made_instead(fault, from);
    case PlanRule::repeat:
      return phrase(Text{"{0} 又查 {1}，还有支部没有轮到",
                         "{0} inspects {1} again before all others had their turn"},
                    from, to);
    case PlanRule::too_soon:
      break;
  }
  return phrase(Text{"{0} 查 {1}，而 {1} 在 {2} 个季度前刚查过 {0}（应隔 {3} 个季度）",
                     "{0} inspects {1}, which inspected {0} {2} ago (it should be {3} or more)"},
                from, to, counted(fault.found, "quarter"), fault.wanted);
}

Phrase sentence(const PlanConflict& conflict, const std::vector<std::string>& ids) {
  switch (conflict.kind) {
    case ConflictKind::too_few_branches:
      return phrase(Text{"至少要有两个支部", "there must be two branches at least"});
    case ConflictKind::too_many_visits:
      // More than two branches make three pairs; two can't but inspect each other.
      if (conflict.possible == 2)
        return phrase(Text{"共需 {0} 次检查，而两个支部各查对方一次，最多 {1} 次",
                           "{0} are needed, and two branches, each inspecting the other once, can "
                           "make {1}"},
                      counted(conflict.needed, "visit"), conflict.possible);
      return phrase(Text{"共需 {0} 次检查，而两两不互查时最多 {1} 次",
                         "{0} are needed, and without two inspecting each other there can be {1}"},
                    counted(conflict.needed, "visit"), conflict.possible);
    case ConflictKind::capacity:
      return phrase(Text{"共需 {0} 次检查，而各支部合计最多承担 {1} 次",
                         "{0} are needed, and all together can make {1}"},
                    counted(conflict.needed, "visit"), conflict.possible);
    case ConflictKind::inspected:
    case ConflictKind::inspecting:
      return counted_reason(conflict, ids);
    case ConflictKind::partners:
      return phrase(
          Text{"{0} 检查别人和被检查共 {2} 次，每次要与不同的支部，而可以相查的只有 {3} 个：{1}",
               "{0} takes part in {2}, each with another branch, and may meet only {3}: {1}"},
          names_of(conflict.these, ids), names_of(conflict.only, ids),
          counted(conflict.needed, "visit"), conflict.possible);
    case ConflictKind::mutual:
      return phrase(Text{"{0} 非互相检查不可", "{0} can't do without inspecting each other"},
                    names_of(conflict.these, ids));
    case ConflictKind::together:
      return phrase(Text{"这些限制合在一起，总有两个支部要互相检查",
                         "with all these constraints some two would inspect each other"});
    case ConflictKind::unknown:
      break;
  }
  return phrase(Text{"没有找到可行的安排，也没能证明没有",
                     "no plan was found, nor was it shown that there is none"});
}

Phrase recusals_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids) {
  std::vector<Phrase> pairs;
  for (const Recusal& recusal : conflict.recusals)
    pairs.push_back(phrase(Text{"{0}–{1}（{2}）", "{0}–{1} ({2})"}, name_of(recusal.a, ids),
                           name_of(recusal.b, ids), wording(recusal.reason)));
  return first_of(std::move(pairs));
}

Phrase teams_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids) {
  std::vector<Phrase> teams;
  for (const auto& members : conflict.teams)
    teams.push_back(phrase(Text{"同一小组（{0}）", "one team ({0})"}, names_of(members, ids)));
  return first_of(std::move(teams));
}

Phrase capacities_in_words(const PlanConflict& conflict, const std::vector<std::string>& ids) {
  std::vector<Phrase> limits;
  for (const LimitedBranch& limited : conflict.capacities)
    limits.push_back(
        phrase(Text{"{0} 至多 {1} 次", "{0}: {1}"}, name_of(limited.branch, ids), limited.most));
  return first_of(std::move(limits));
}

Phrase first_of(std::vector<Phrase> names) {
  constexpr std::size_t most_named = 10;
  if (names.size() > most_named) {
    const std::size_t left_out = names.size() - most_named;
    names.resize(most_named);
    names.push_back(phrase(Text{"另有 {0} 个", "{0} more"}, left_out));
  }
  return enumerated(names);
}

const Text& wording(RecusalReason reason) {
  static constexpr Text recused{"回避", "recused"};
  static constexpr Text shared_people{"有共同人员", "they share people"};
  static constexpr Text same_team{"同一小组", "they are of one team"};
  switch (reason) {
    case RecusalReason::recused:
      return recused;
    case RecusalReason::shared_people:
      return shared_people;
    case RecusalReason::same_team:
      break;
  }
  return same_team;
}

const Text& wording(PlanMethod method) {
  static constexpr Text rotation{"轮转", "rotation"};
  static constexpr Text repaired{"轮转，局部调整", "rotation, some visits exchanged"};
  static constexpr Text search{"逐一比较，取违反最少的", "search for what breaks least"};
  switch (method) {
    case PlanMethod::rotation:
      return rotation;
    case PlanMethod::repaired:
      return repaired;
    case PlanMethod::search:
      break;
  }
  return search;
}

std::string to_string(PlanRule rule) {
  switch (rule) {
    case PlanRule::unknown_branch:
      return "unknown-branch";
    case PlanRule::itself:
      return "itself";
    case PlanRule::twice:
      return "twice";
    case PlanRule::recused:
      return "recused";
    case PlanRule::mutual:
      return "mutual";
    case PlanRule::demand:
      return "demand";
    case PlanRule::capacity:
      return "capacity";
    case PlanRule::load:
      return "load";
    case PlanRule::repeat:
      return "repeat";
    case PlanRule::too_soon:
      break;
  }
  return "too-soon";
}

}  // namespace sihu
