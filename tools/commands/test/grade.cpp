// sihu test grade: mark what was handed in, and record it.
#include "exam/grade.hpp"

#include "report/test_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/output.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct Options {
  PaperChoice paper;
  bool branches = false;
  bool waiting = false;
  bool record = false;
  Output output;
};

void declare(Flags& flags, Options& options) {
  declare_paper(flags, options.paper);
  flags.flag("--branches", options.branches,
             {"列各支部的平均分，不列每个人", "what branches come to, instead of each person"});
  flags.flag("--waiting", options.waiting,
             {"列还等人评的简答题", "the short answers that still wait for a marker"});
  flags.flag("--record", options.record,
             {"委员会记录成绩，从此计入 sihu tally，不再收卷",
              "the committee records it: sihu tally counts it, and no more papers are taken"});
  declare_output(flags, options.output);
}

// What was recorded, and whether every paper could be read for it.
struct Recorded {
  std::ptrdiff_t marks = 0;
  Result<void> readable;
};

Result<Recorded> record(World& world, const ExamDesk& desk, const Paper& paper,
                        const PaperMarker& marker) {
  const auto author = world.author(desk.workspace);
  if (!author) return tl::unexpected(author.error());
  const Organisation& organisation = desk.workspace.organisation();
  Result<void> readable;
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const ExamState state = fold_exams(ledger);
    const MarkedPapers marked = marker.mark(state);
    readable = all_readable(marked);
    auto drafts = record_marks(
        state, desk.key, paper, marked, branch_tests(state, desk.key, paper, organisation, marked),
        *organisation.find_person(author->person), recording_day(*author, desk.workspace));
    if (!drafts) return tl::unexpected(drafts.error());
    return Decision{std::move(*drafts), RoleName::committee, {}};
  };
  const auto receipt = desk.workspace.record(*author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return Recorded{std::ssize(receipt->events), std::move(readable)};
}

Exit show(const Options& options, World& world, const ExamDesk& desk, const Paper& paper,
          const PaperMarker& marker) {
  const Organisation& organisation = desk.workspace.organisation();
  const MarkedPapers marked = marker.mark(desk.state);
  for (const Phrase& words : marks_words(desk.state, desk.key, paper, marked))
    world.say_to_people(words);
  const Table table =
      options.waiting ? waiting_answers_table(marked)
      : options.branches
          ? branch_tests_table(desk.state, desk.key,
                               branch_tests(desk.state, desk.key, paper, organisation, marked),
                               organisation)
          : marks_table(desk.state, desk.key, marked, organisation);
  const Exit shown = print_table(world, options.output, table);
  if (shown != Exit::done) return shown;
  const auto readable = all_readable(marked);
  return readable ? Exit::done : report_failure(world, readable.error());
}

Exit run(const Options& options, World& world) {
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  ExamForms forms;
  if (auto opened = forms.open(*desk); !opened) return report_failure(world, opened.error());
  const auto paper = forms.rules();
  if (!paper) return report_failure(world, paper.error());
  const auto marker = PaperMarker::open(world, desk->workspace, desk->state, desk->key, forms);
  if (!marker) return report_failure(world, marker.error());
  if (!options.record) return show(options, world, *desk, **paper, *marker);
  const auto recorded = record(world, *desk, **paper, *marker);
  if (!recorded) return report_failure(world, recorded.error());
  world.say_recorded(say(world.lang, Text{"已记录 {0} 条成绩\n", "{0} recorded\n"},
                         counted(recorded->marks, "mark")));
  return recorded->readable ? Exit::done : report_failure(world, recorded->readable.error());
}

}  // namespace

Command test_grade_command() {
  return make_command<Options>(
      "test grade",
      {"阅卷：每个人的得分、及格和临界", "mark papers: points, passes, who is near the line"},
      {"$ sihu test grade 2026Q4 safety\n$ sihu test grade 2026Q4 safety --record",
       "$ sihu test grade 2026Q4 safety\n$ sihu test grade 2026Q4 safety --record"},
      declare, run);
}

}  // namespace sihu
