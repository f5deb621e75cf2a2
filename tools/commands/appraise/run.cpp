// sihu appraise run: score somebody item by item, at a terminal, from a file, or one item.
#include "appraise/run.hpp"

#include "appraise/marks_file.hpp"
#include "tools/cli/answers_input.hpp"
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"
#include "tools/terminal/line.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct AppraiseRunOptions {
  AppraiseChoice choice;
  std::string item;
  std::string points;
  std::string reason;
  std::string evidence;
  std::string answers;
  std::string encoding;
  bool self = false;
};

void declare(Flags& flags, AppraiseRunOptions& options) {
  declare_appraised(flags, options.choice);
  flags.text("--item", options.item, {"只打这一项", "this item alone"});
  flags.text("--points", options.points,
             {"给几分；不适用写 na", "the points; na where it does not apply"});
  flags.text("--reason", options.reason,
             {"理由，必写：看了什么、查到什么", "why, always: what was looked at and found"});
  flags.text("--evidence", options.evidence, {"佐证材料文件", "a file as evidence"},
             Flags::What::file);
  flags.text("--answers", options.answers,
             {"打分的文件（CSV、YAML、JSON），- 为标准输入；有一处错就一项也不记",
              "a file of marks (CSV, YAML, JSON), - for standard input; all of it or nothing"},
             Flags::What::file);
  flags.choice("--encoding", options.encoding, {"utf-8", "gb18030"},
               {"打分文件的编码", "how the file of marks is encoded"});
  flags.flag("--self", options.self,
             {"自评：本人填，只供对照，不计分",
              "one's own scores, kept beside the others, which count for nothing"});
}

Result<void> check_use(const AppraiseRunOptions& options) {
  const bool one = !options.item.empty();
  if (one && !options.answers.empty())
    return fail(Kind::usage, "item-or-answers",
                phrase(Text{"--item 和 --answers 只写一个", "--item or --answers, one of them"}));
  const bool parts =
      !options.points.empty() || !options.reason.empty() || !options.evidence.empty();
  if (one ? options.points.empty() : parts)
    return fail(Kind::usage, "item-and-points",
                phrase(Text{"--item 和 --points、--reason 一起用",
                            "--item goes with --points and --reason"}));
  return {};
}

JudgeAppraisal marks_of(const AppraiseRunOptions& options, const Person& whom,
                        const std::vector<NewItemMark>& marks) {
  return [&options, &whom, &marks](const AppraiseScene& scene, const HalfResult& result) {
    return give_marks(scene, whom, marks, options.self, result.filled_of(whom.id));
  };
}

// The items that are asked, without those that results fill or the scorer has marked.
struct Asked {
  std::vector<const Item*> items;  // of the person
  std::vector<const Item*> open;   // of these not marked yet
};

Asked asked_of(const AppraiseDesk& desk, const HalfResult& result, const Person& whom, bool self) {
  Asked asked;
  const Branch* branch = desk.organisation().find_branch(whom.branch);
  const PersonAppraisal* file = result.state.find(whom.id);
  for (const Item* item : appraised_items(result.kept->checklist, branch, desk.half)) {
    if (!self && result.filled_of(whom.id).contains(item->id)) continue;
    asked.items.push_back(item);
    const AppraisedItem* said = file ? file->find(item->id) : nullptr;
    const bool marked =
        said && (self ? said->self.has_value()
                      : std::ranges::any_of(said->given, [&](const RecordedMarkOfItem& one) {
                          return one.by == desk.author.person;
                        }));
    if (!marked) asked.open.push_back(item);
  }
  return asked;
}

Exit say_marks(World& world, const AppraiseRecording& recording) {
  auto line = say(world.lang, Text{"已记录 {0} 项", "{0} recorded"}, recording.drafts.size());
  if (recording.unchanged > 0)
    line += say(world.lang, Text{"，{0} 项和原来一样", ", {0} as before"}, recording.unchanged);
  world.say_recorded(line + "\n");
  return Exit::done;
}

Exit record_one(World& world, const AppraiseRunOptions& options, const AppraiseDesk& desk,
                const Person& whom) {
  const auto mark = typed_mark("--points", options.points);
  if (!mark) return report_failure(world, mark.error());
  std::vector<NewItemMark> marks{{options.item, *mark, options.reason, {}, {}}};
  if (!options.evidence.empty()) {
    // Evidence is kept only for a mark that is possible.
    if (auto judged = judge_appraisal(desk, marks_of(options, whom, marks)); !judged)
      return report_failure(world, judged.error());
    auto kept = keep_files(world, desk.reading.workspace, {options.evidence});
    if (!kept) return report_failure(world, kept.error());
    marks.front().evidence = kept->front();
  }
  const auto recording = record_appraisal(world, desk, marks_of(options, whom, marks));
  return recording ? say_marks(world, *recording) : report_failure(world, recording.error());
}

Exit record_file(World& world, const AppraiseRunOptions& options, const AppraiseDesk& desk,
                 const HalfResult& result, const Person& whom) {
  const auto input = world.read_text(options.answers, options.encoding);
  if (!input) return report_failure(world, input.error());
  // Also those that results fill, so that the refusal says why.
  const Branch* branch = desk.organisation().find_branch(whom.branch);
  const auto marks =
      load_item_marks(input->text, input->name, guess_written_format(input->name, input->text),
                      appraised_items(result.kept->checklist, branch, desk.half));
  if (!marks) return report_failure(world, marks.error());
  const auto recording = record_appraisal(world, desk, marks_of(options, whom, *marks));
  return recording ? say_marks(world, *recording) : report_failure(world, recording.error());
}

// Nothing, or the status to end with: on a terminal the item is asked again.
std::optional<Exit> record_typed(World& world, const AppraiseRunOptions& options,
                                 const AppraiseDesk& desk, const Person& whom, AppraiseRun& talk,
                                 const NewItemMark& mark) {
  const std::vector<NewItemMark> marks{mark};
  const auto recording = record_appraisal(world, desk, marks_of(options, whom, marks));
  if (recording) {
    talk.recorded();
    return std::nullopt;
  }
  const Exit exit = report_failure(world, recording.error());
  if (!world.in_terminal) return exit;
  talk.refused();
  return std::nullopt;
}

Exit converse(World& world, const AppraiseRunOptions& options, const AppraiseDesk& desk,
              const Person& whom, AppraiseRun& talk) {
  LineReader reader(world);
  bool any_wrong = false;
  while (!talk.over()) {
    world.show(talk.card());
    const auto line = reader.read(talk.prompt().in(world.lang));
    if (reader.interrupted()) {
      world.say_to_people(
          phrase(Text{"已中断；打过的都已保存", "interrupted; what was given is saved"}));
      return Exit::interrupted;
    }
    any_wrong = any_wrong || reader.unreadable();
    if (!line) break;
    const AppraiseReply reply = talk.answer(*line);
    world.show(reply.message);
    any_wrong = any_wrong || (reply.wrong && !world.in_terminal);
    if (reply.step == AppraiseReply::Step::quit) break;
    if (reply.step != AppraiseReply::Step::record) continue;
    if (const auto exit = record_typed(world, options, desk, whom, talk, reply.mark)) return *exit;
  }
  world.say_recorded(
      say(world.lang, Text{"这次打了 {0} 项\n", "scored now: {0}\n"}, talk.recorded_count()));
  return any_wrong ? Exit::input : Exit::done;
}

Exit run(const AppraiseRunOptions& options, World& world) {
  if (auto good = check_use(options); !good) return report_failure(world, good.error());
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const Person& whom = *desk->organisation().find_person(options.choice.person);
  if (!options.item.empty()) return record_one(world, options, *desk, whom);
  // Who may not score is told before anything is read or asked.
  if (auto judged = judge_appraisal(*desk, marks_of(options, whom, {})); !judged)
    return report_failure(world, judged.error());
  Shelf shelf(desk->reading.workspace);
  const auto result = appraise_half(desk->reading, shelf, desk->half);
  if (!result) return report_failure(world, result.error());
  if (!options.answers.empty()) return record_file(world, options, *desk, *result, whom);
  const Asked asked = asked_of(*desk, *result, whom, options.self);
  if (asked.open.empty()) {
    world.say_to_people(phrase(
        Text{"该打的都打过了；要改一项，用 --item", "all is scored; to change one, use --item"}));
    return Exit::done;
  }
  AppraiseRun talk(whom.id, asked.open);
  return converse(world, options, *desk, whom, talk);
}

}  // namespace

Command appraise_run_command() {
  return make_command<AppraiseRunOptions>(
      "appraise run",
      {"逐项打分，每项写理由；可随时中断、接着打",
       "score item by item, each with a reason; may be interrupted and resumed"},
      {"$ sihu appraise run 2026H2 p003\n"
       "$ sihu appraise run 2026H2 p003 --item DF-02 --points 1.5 --reason 八月晚收一周",
       "$ sihu appraise run 2026H2 p003\n"
       "$ sihu appraise run 2026H2 p003 --item DF-02 --points 1.5 --reason 'August a week late'"},
      declare, run);
}

}  // namespace sihu
