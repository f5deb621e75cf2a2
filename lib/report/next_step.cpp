#include "report/next_step.hpp"

#include "problem/due.hpp"
#include "problem/life.hpp"

namespace sihu {
namespace {

Phrase roles(const std::vector<RoleName>& names) {
  Phrase list;
  for (const RoleName name : names) {
    list.zh += (list.zh.empty() ? "" : "、") + std::string(wording(name).in(Lang::zh));
    list.en += (list.en.empty() ? "" : ", ") + std::string(wording(name).in(Lang::en));
  }
  return list;
}

Phrase next_while_open(const Problem& problem, const Lateness& late, const ListContext& context) {
  const auto ask = whom_to_ask(problem, DueRow::Why::due_soon, std::nullopt, context.today,
                               context.organisation);
  const Phrase who = person_names(context.organisation, ask);
  if (problem.asked)
    return phrase(Text{"由{0}决定是否延期至 {1}", "{0} decides whether to extend it to {1}"},
                  roles(context.organisation.rectification.extensions_by),
                  to_string(problem.asked->due));
  if (late.days_overdue > 0)
    return phrase(Text{"由{0}整改并报送，期限 {1}，已逾期 {2} 天",
                       "{0} rectifies and submits; it was due on {1}, {2} day(s) overdue"},
                  who, to_string(problem.due), late.days_overdue);
  return phrase(Text{"由{0}在 {1} 前（含当日）整改并报送", "{0} rectifies and submits by {1}"}, who,
                to_string(problem.due));
}

Phrase next_while_submitted(const Problem& problem, const Lateness& late,
                            const ListContext& context) {
  const auto ask = whom_to_ask(problem, DueRow::Why::verifier_late, std::nullopt, context.today,
                               context.organisation);
  const Phrase who = person_names(context.organisation, ask);
  if (late.days_overdue > 0)
    return phrase(Text{"由{0}销号或退回；报送时已过期限，销号前一直算逾期（{1} 天）",
                       "{0} verifies or rejects; submitted late, it counts as overdue until it is "
                       "closed ({1} day(s))"},
                  who, late.days_overdue);
  return phrase(Text{"由{0}在 {1} 前（含当日）销号或退回", "{0} verifies or rejects by {1}"}, who,
                to_string(late.verify_by));
}

}  // namespace

Phrase next_step(const Problem& problem, const ListContext& context) {
  const Lateness late =
      lateness(problem, context.today, context.organisation.rectification, context.workdays);
  switch (problem.status) {
    case Status::open:
      return next_while_open(problem, late, context);
    case Status::submitted:
      return next_while_submitted(problem, late, context);
    case Status::disputed:
      return phrase(Text{"由委员会或检查组组长裁定：维持或撤销",
                         "the committee or a leader decides: uphold or withdraw"});
    case Status::closed:
      return phrase(Text{"已了结；回头看发现反弹时可以重开",
                         "nothing is left to do; a look-back may reopen it"});
    case Status::withdrawn:
      break;
  }
  return phrase(Text{"已了结", "nothing is left to do"});
}

}  // namespace sihu
