#include "base/utf8.hpp"
#include "check/explain.hpp"
#include "check/independent.hpp"
#include "store/plans.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"
#include "tools/cli/records.hpp"
#include "tools/terminal/captured.hpp"
#include "tools/terminal/inspection_screen.hpp"
#include "tools/terminal/inspection_talk.hpp"
#include "wording/number.hpp"

#include <ostream>

// sihu check run: a checklist at a branch, item by item or from a file of answers.
namespace sihu {
namespace {

struct CheckRunOptions {
  InspectionFlags inspection;
  std::string answers;
  std::string encoding;
  std::optional<Date> on;
  std::string reason;
  std::optional<std::string> unplanned;
  bool dry_run = false;
  bool plain = false;
};

void declare(Flags& flags, CheckRunOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  flags.text("--answers", options.answers,
             {"答案文件（YAML、JSON、CSV、XLSX），- 为标准输入；有一处错就一条也不记",
              "a file of answers (YAML, JSON, CSV, XLSX), - for standard input; all or nothing"},
             Flags::What::file);
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"答案文件的编码", "how the file of answers is encoded"});
  declare_self(flags, options.inspection);
  flags.date("--on", options.on, {"补录：实际检查的日期", "recorded later: the day of the visit"});
  flags.text("--reason", options.reason, {"为何补录", "why it is recorded only now"});
  flags.text("--unplanned", options.unplanned,
             {"计划外检查的原因", "why the branch is inspected outside the plan"});
  flags.flag("--dry-run", options.dry_run,
             {"只看会怎样，不记录", "show what would happen, record nothing"});
  flags.flag("--plain", options.plain,
             {"一行一行地问，不用全屏", "ask line by line, not on a full screen"});
}

std::string counted_line(const Recording& recording, int unanswered, Lang lang) {
  auto line = say(lang, Text{"作答 {0} 项，开出 {1} 个问题", "{0} answered, {1} opened"},
                  counted(std::ssize(recording.answered), "item"),
                  counted(std::ssize(recording.opened), "problem"));
  if (!recording.unchanged.empty())
    line += say(lang, Text{"，{0} 项与原答案相同", ", {0} unchanged"}, recording.unchanged.size());
  if (unanswered > 0) line += say(lang, Text{"，{0} 项未填", ", {0} left empty"}, unanswered);
  return line + "\n";
}

Exit say_score(World& world, Inspection& inspection, Shelf& shelf) {
  if (auto again = reread(inspection); !again) return report_failure(world, again.error());
  const auto summary = summary_of(inspection, shelf);
  if (!summary) return report_failure(world, summary.error());
  world.say_recorded(describe(summary->score).in(world.lang) + "\n");
  return Exit::done;
}

// What records say goes with each answer; one that says otherwise needs a note.
Result<void> add_records(const RecordOffers& offers, AnswersInput& input) {
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < input.answers.size(); ++i) {
    NewAnswer& given = input.answers[i];
    const auto offer = offers.find(given.item);
    if (offer == offers.end()) continue;
    given.records = record_fields(offer->second);
    if (auto fault = unexplained(offer->second, given.item, given.answer)) {
      fault->place = input.places[i];
      faults.push_back(std::move(*fault));
    }
  }
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  return {};
}

Exit run_file(const CheckRunOptions& options, World& world, Inspection& inspection,
              const Acting& acting) {
  Shelf shelf(inspection.workspace());
  const auto today = acting.on.value_or(recording_day(acting.author, inspection.workspace()));
  const auto standing = standing_of(inspection, inspection.reading.ledger, shelf, today);
  if (!standing) return report_failure(world, standing.error());
  auto input = read_answers(world, options.answers, options.encoding, inspection, *standing);
  if (!input) return report_failure(world, input.error());
  const auto basis =
      standing->basis(*inspection.workspace().organisation().find_branch(inspection.key.branch));
  const auto offers = offers_of(world, inspection, basis, today);
  if (!offers) return report_failure(world, offers.error());
  if (auto reasons = add_records(*offers, *input); !reasons)
    return report_failure(world, reasons.error());
  const Act act = [&](const CheckScene& scene) { return record_answers(scene, input->answers); };
  // Judged before any evidence is kept, so that a refusal leaves nothing behind.
  auto recording = judge_act(inspection, inspection.reading.ledger, acting, shelf, act);
  if (recording && !options.dry_run) {
    if (auto kept = keep_evidence(inspection.workspace(), input->answers); !kept)
      return report_failure(world, kept.error());
    recording = record_act(world, inspection, acting, shelf, act);
  }
  if (!recording) return report_failure(world, recording.error());
  if (options.dry_run)
    world.say_to_people(phrase(Text{"演练：什么也没有记录", "dry run: nothing was recorded"}));
  say_kept_apart(world, inspection, acting);
  say_what_else(world, *recording, inspection);
  world.say_recorded(counted_line(*recording, input->unanswered, world.lang) +
                     problem_lines(*recording, world.lang));
  return options.dry_run ? Exit::done : say_score(world, inspection, shelf);
}

// A reason that nothing asked for is not kept; whoever gave it should know.
void note_unneeded(World& world, const Inspection& inspection, const Acting& acting) {
  const auto& workspace = inspection.workspace();
  const auto* person = workspace.organisation().find_person(acting.author.person);
  if (!acting.unplanned.empty() &&
      is_as_planned(acting.plan ? &*acting.plan : nullptr, *person,
                    fold_check(inspection.reading.ledger, inspection.key),
                    recording_day(acting.author, workspace)))
    world.say_to_people(phrase(Text{"这次检查不在计划外，--unplanned 没有记录",
                                    "this check is not outside a plan, --unplanned is not kept"}));
}

// What is written into everybody's inspection counts only while nobody's own is complete.
void note_separate(World& world, const Inspection& inspection) {
  if (inspection.key.self || !inspection.key.by.empty()) return;
  std::vector<Phrase> others;
  for (const CheckKey& key : inspections_beside(inspection.reading.ledger, inspection.key))
    if (!key.by.empty()) others.push_back(same(key.by));
  if (others.empty()) return;
  if (others.size() == 1)
    return world.say_to_people(phrase(
        Text{"{0} 自己检查 {1}：这一份只在它没查完时计分",
             "{0} inspects {1} for itself: this sheet counts only while that is not complete"},
        others.front(), subject_of(inspection.key)));
  world.say_to_people(phrase(
      Text{"{0} 各自检查 {1}：这一份只在它们都没查完时计分",
           "{0} each inspect {1} for themselves: this sheet counts only while none of them is "
           "complete"},
      enumerated(others), subject_of(inspection.key)));
}

Exit by_lines(World& world, InspectionSession& session) {
  if (const auto exit = session.begin()) return *exit;
  return talk(world, session);
}

// On a full screen, where one is to be had after all. What is said at the beginning would go with
// what the screen covers, so it is said on it.
Exit on_screen(World& world, InspectionSession& session, const Inspection& inspection) {
  std::optional<Exit> refused;
  std::string said;
  {
    const Captured captured(world);
    refused = session.begin();
    said = captured.text();
  }
  auto screen = refused ? nullptr : open_screen(world.color, world.interrupted);
  if (!screen) world.err << said;
  if (refused) return *refused;
  if (!screen) return talk(world, session);
  const std::string title =
      to_string(inspection.key.quarter) + " " + session.title().in(world.lang);
  return inspect_on_screen(world, session, std::move(screen), title, said);
}

// Whoever writes the flag means to give a reason.
Result<void> check_reason(const std::optional<std::string>& unplanned) {
  if (!unplanned || !is_blank(*unplanned)) return {};
  return fail(Kind::usage, "missing-reason",
              phrase(Text{"--unplanned 后面是空的，须写明为什么在计划外检查",
                          "--unplanned is empty: it must say why the branch is inspected outside "
                          "the plan"}),
              phrase(Text{"如 --unplanned \"第九支部受灾，改由本支部查\"；在计划内的检查不用写它",
                          "for instance --unplanned \"Branch 9 is flooded, we go instead\"; a "
                          "check that is planned goes without it"}));
}

Exit run(const CheckRunOptions& options, World& world) {
  if (auto given = check_reason(options.unplanned); !given)
    return report_failure(world, given.error());
  const std::string unplanned = options.unplanned.value_or("");
  auto inspection = open_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto author = world.author(inspection->workspace());
  if (!author) return report_failure(world, author.error());
  auto plan = read_plan(inspection->workspace(), inspection->key.quarter);
  if (!plan) return report_failure(world, plan.error());
  if (auto once = check_begins_once(inspection->key, options.inspection.by,
                                    inspection->reading.ledger, *plan ? &**plan : nullptr,
                                    inspection->workspace().organisation(), !unplanned.empty());
      !once)
    return report_failure(world, once.error());
  if (options.inspection.by.empty())
    inspection->key.by = inspecting_branch(
        inspection->key, inspection->reading.ledger, *plan ? &**plan : nullptr,
        inspection->workspace().organisation(),
        *inspection->workspace().organisation().find_person(author->person), !unplanned.empty());
  const Acting acting{*author, options.on, options.reason, std::move(*plan), unplanned};
  if (auto late = check_late_entry(acting, *inspection); !late)
    return report_failure(world, late.error());
  note_unneeded(world, *inspection, acting);
  note_separate(world, *inspection);
  if (!options.answers.empty()) return run_file(options, world, *inspection, acting);
  InspectionSession session(world, *inspection, acting, options.dry_run);
  return options.plain || !may_have_screen() ? by_lines(world, session)
                                             : on_screen(world, session, *inspection);
}

}  // namespace

Command check_run_command() {
  return make_command<CheckRunOptions>(
      "check run",
      {"按检查表检查一个支部，可随时中断、接着做",
       "go through a checklist at a branch; may be interrupted and resumed"},
      {"$ sihu check run zb05 --checklist basics\n"
       "$ sihu check form zb05 --checklist basics -o basics.csv\n"
       "# 填好 basics.csv 的 result 一栏\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv",
       "$ sihu check run zb05 --checklist basics\n"
       "$ sihu check form zb05 --checklist basics -o basics.csv\n"
       "# fill in the column result of basics.csv\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv"},
      declare, run);
}

}  // namespace sihu
