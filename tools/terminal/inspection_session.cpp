#include "tools/terminal/inspection_session.hpp"

#include "tools/cli/answers_input.hpp"
#include "tools/cli/author_now.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/records.hpp"
#include "wording/number.hpp"

#include <ostream>

namespace sihu {

InspectionSession::InspectionSession(World& world, Inspection& inspection, Acting acting,
                                     bool dry_run)
    : world_(world),
      inspection_(inspection),
      acting_(std::move(acting)),
      dry_run_(dry_run),
      shelf_(inspection.workspace()) {}

Result<Recording> InspectionSession::carry_out(const Act& act) {
  acting_.author = as_of_now(std::move(acting_.author), world_);
  if (dry_run_) return judge_act(inspection_, inspection_.reading.ledger, acting_, shelf_, act);
  return record_act(world_, inspection_, acting_, shelf_, act);
}

std::optional<Exit> InspectionSession::begin() {
  const auto recording =
      carry_out([](const CheckScene& scene) { return record_answers(scene, {}); });
  if (!recording) return report_failure(world_, recording.error());
  say_kept_apart(world_, inspection_, acting_);
  say_what_else(world_, *recording, inspection_);
  if (!dry_run_)
    if (auto again = reread(inspection_); !again) return report_failure(world_, again.error());
  return prepare();
}

std::optional<Exit> InspectionSession::prepare() {
  const auto& organisation = inspection_.workspace().organisation();
  const auto today = acting_.on.value_or(recording_day(acting_.author, inspection_.workspace()));
  auto standing = standing_of(inspection_, inspection_.reading.ledger, shelf_, today);
  if (!standing) return report_failure(world_, standing.error());
  standing_ = std::move(*standing);
  basis_.emplace(standing_->basis(*organisation.find_branch(inspection_.key.branch)));
  auto offers = offers_of(world_, inspection_, *basis_, today);
  if (!offers) return report_failure(world_, offers.error());
  run_.emplace(
      Run::Scene{inspection_.key, *basis_, organisation, acting_.author.person,
                 previous_answers(fold_checks(inspection_.reading.ledger), inspection_.key),
                 world_.columns, std::move(*offers)},
      standing_->state, world_.clock());
  if (run_->done() > 0 && !run_->complete())
    world_.say_to_people(phrase(Text{"接着做：{0} 项已完成，共 {1} 项", "resumed, {0} of {1} done"},
                                run_->done(), run_->asked()));
  return std::nullopt;
}

Phrase InspectionSession::title() const {
  return phrase(Text{"{0} · {1}", "{0} · {1}"}, basis_->branch.name, basis_->checklist.title);
}

bool InspectionSession::attach(const Reply& reply) {
  bool all = true;
  std::vector<std::string> names;
  for (const auto& typed : reply.paths) {
    const auto path = world_.directory / typed;
    if (const auto fault = evidence_fault(path, typed)) {
      world_.show(fault->what);
      all = false;
      continue;
    }
    const auto kept =
        dry_run_ ? Result<std::string>(typed) : inspection_.workspace().keep_evidence(path);
    if (kept)
      names.push_back(*kept);
    else
      report_failure(world_, kept.error());
  }
  run_->attach(names);
  if (!names.empty())
    world_.say_to_people(
        phrase(Text{"附上 {0} 个文件", "{0} attached"}, counted(std::ssize(names), "file")));
  return all;
}

std::optional<Exit> InspectionSession::record(const Reply& reply, Instant now) {
  const auto recording =
      carry_out([&](const CheckScene& scene) { return record_answers(scene, {reply.answer}); });
  if (!recording) {
    run_->refused();
    return report_failure(world_, recording.error());
  }
  world_.show(phrase(dry_run_ ? Text{"（演练）{0} {1}", "(dry run) {0} {1}"}
                              : Text{"已记录 {0} {1}", "recorded {0} {1}"},
                     reply.answer.item, describe(reply.answer.answer)));
  world_.err << problem_lines(*recording, world_.lang);
  say_what_else(world_, *recording, inspection_);
  run_->recorded(reply.answer, now);
  return std::nullopt;
}

Exit InspectionSession::finish() {
  if (dry_run_) return Exit::done;
  if (auto again = reread(inspection_); !again) return report_failure(world_, again.error());
  const auto summary = summary_of(inspection_, shelf_);
  if (!summary) return report_failure(world_, summary.error());
  if (run_->complete())
    world_.say_recorded(closing_words(*summary, inspection_.reading, world_.lang));
  else
    world_.say_to_people(phrase(
        Text{"已完成 {0}/{1}；再次运行时接着做", "{0} of {1} done; the next run goes on from here"},
        summary->score.done, summary->score.asked));
  return Exit::done;
}

}  // namespace sihu
