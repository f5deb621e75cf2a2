#include "tools/terminal/inspection_talk.hpp"

#include "base/utf8.hpp"
#include "check/run.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/author_now.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/records.hpp"
#include "tools/terminal/line.hpp"
#include "wording/number.hpp"

#include <ostream>

namespace sihu {
namespace {

// One conversation, with what it needs of the world around it.
struct Talk {
  World& world;
  Inspection& inspection;
  Acting acting;  // its clock goes on
  Shelf& shelf;
  bool dry_run;
  bool any_wrong = false;  // a line from a pipe was not understood
};

Result<Recording> carry_out(Talk& talk, const Act& act) {
  talk.acting.author = as_of_now(std::move(talk.acting.author), talk.world);
  if (talk.dry_run)
    return judge_act(talk.inspection, talk.inspection.reading.ledger, talk.acting, talk.shelf, act);
  return record_act(talk.world, talk.inspection, talk.acting, talk.shelf, act);
}

void attach(Talk& talk, Run& run, const Reply& reply) {
  std::vector<std::string> names;
  for (const auto& typed : reply.paths) {
    const auto path = talk.world.directory / typed;
    if (const auto fault = evidence_fault(path, typed)) {
      talk.world.show(fault->what);
      talk.any_wrong = true;
      continue;
    }
    const auto kept =
        talk.dry_run ? Result<std::string>(typed) : talk.inspection.workspace().keep_evidence(path);
    if (kept)
      names.push_back(*kept);
    else
      report_failure(talk.world, kept.error());
  }
  run.attach(names);
  if (!names.empty())
    talk.world.say_to_people(
        phrase(Text{"附上 {0} 个文件", "{0} attached"}, counted(std::ssize(names), "file")));
}

// Nothing, or the status to end with: on a terminal the item is asked again.
std::optional<Exit> record(Talk& talk, Run& run, const Reply& reply, Instant now) {
  const auto recording = carry_out(
      talk, [&](const CheckScene& scene) { return record_answers(scene, {reply.answer}); });
  if (!recording) {
    const auto exit = report_failure(talk.world, recording.error());
    if (!talk.world.in_terminal) return exit;
    run.refused();
    return std::nullopt;
  }
  talk.world.show(phrase(talk.dry_run ? Text{"（演练）{0} {1}", "(dry run) {0} {1}"}
                                      : Text{"已记录 {0} {1}", "recorded {0} {1}"},
                         reply.answer.item, describe(reply.answer.answer)));
  talk.world.err << problem_lines(*recording, talk.world.lang);
  say_what_else(talk.world, *recording, talk.inspection);
  run.recorded(reply.answer, now);
  return std::nullopt;
}

Exit finish(Talk& talk, bool complete) {
  if (talk.dry_run) return talk.any_wrong ? Exit::input : Exit::done;
  if (auto again = reread(talk.inspection); !again)
    return report_failure(talk.world, again.error());
  const auto summary = summary_of(talk.inspection, talk.shelf);
  if (!summary) return report_failure(talk.world, summary.error());
  if (complete)
    talk.world.say_recorded(closing_words(*summary, talk.inspection.reading, talk.world.lang));
  else
    talk.world.say_to_people(phrase(
        Text{"已完成 {0}/{1}；再次运行时接着做", "{0} of {1} done; the next run goes on from here"},
        summary->score.done, summary->score.asked));
  return talk.any_wrong ? Exit::input : Exit::done;
}

Exit converse(Talk& talk, Run& run) {
  LineReader reader(talk.world);
  const bool was_complete = run.complete();
  while (run.current()) {
    talk.world.show(run.card());
    const auto line = reader.read(run.prompt().in(talk.world.lang));
    if (reader.interrupted()) {
      talk.world.say_to_people(
          phrase(Text{"已中断；答过的都已保存", "interrupted; what was answered is saved"}));
      return Exit::interrupted;
    }
    if (reader.unreadable()) talk.any_wrong = true;
    if (!line) break;
    const auto now = talk.world.clock();
    auto reply = run.answer(*line, now);
    // How long somebody thought is known of a person at a terminal only.
    if (!talk.world.in_terminal) reply.answer.answer.took.reset();
    talk.world.show(reply.message);
    if (reply.wrong && !talk.world.in_terminal) talk.any_wrong = true;
    if (reply.kind == Reply::Kind::quit) break;
    if (reply.kind == Reply::Kind::evidence) attach(talk, run, reply);
    if (reply.kind != Reply::Kind::record) continue;
    if (const auto exit = record(talk, run, reply, now)) return *exit;
    if (run.complete() && !was_complete) break;
  }
  return finish(talk, run.complete());
}

// The beginning is a line of its own, so that who may not inspect learns it before the first
// answer.
std::optional<Exit> begin(Talk& talk) {
  const auto recording =
      carry_out(talk, [](const CheckScene& scene) { return record_answers(scene, {}); });
  if (!recording) return report_failure(talk.world, recording.error());
  say_what_else(talk.world, *recording, talk.inspection);
  if (talk.dry_run) return std::nullopt;
  if (auto again = reread(talk.inspection); !again)
    return report_failure(talk.world, again.error());
  return std::nullopt;
}

}  // namespace

Exit talk(World& world, Inspection& inspection, const Acting& acting, bool dry_run) {
  Shelf shelf(inspection.workspace());
  Talk scene{world, inspection, acting, shelf, dry_run};
  if (const auto exit = begin(scene)) return *exit;
  const auto& workspace = inspection.workspace();
  const auto& organisation = workspace.organisation();
  const auto today = acting.on.value_or(recording_day(acting.author, workspace));
  const auto standing = standing_of(inspection, inspection.reading.ledger, shelf, today);
  if (!standing) return report_failure(world, standing.error());
  const auto basis = standing->basis(*organisation.find_branch(inspection.key.branch));
  auto offers = offers_of(world, inspection, basis, today);
  if (!offers) return report_failure(world, offers.error());
  Run run({inspection.key, basis, organisation, acting.author.person,
           previous_answers(fold_checks(inspection.reading.ledger), inspection.key), world.columns,
           std::move(*offers)},
          standing->state, world.clock());
  if (run.done() > 0 && !run.complete())
    world.say_to_people(phrase(Text{"接着做：{0} 项已完成，共 {1} 项", "resumed, {0} of {1} done"},
                               run.done(), run.asked()));
  return converse(scene, run);
}

}  // namespace sihu
