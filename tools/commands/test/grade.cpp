// sihu test grade: mark what was handed in, and record it.
#include "exam/grade.hpp"

#include "report/test_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/sealed_paper.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct TestGradeOptions {
  PaperChoice paper;
  std::vector<std::string> keys;
  bool branches = false;
  bool waiting = false;
  bool record = false;
  bool nobody_sat = false;
  Output output;
};

void declare(Flags& flags, TestGradeOptions& options) {
  declare_paper(flags, options.paper);
  flags.flag("--branches", options.branches,
             {"列各支部的平均分，不列每个人", "what branches come to, instead of each person"});
  flags.flag("--waiting", options.waiting,
             {"列还等人评的简答题", "the short answers that still wait for a marker"});
  flags.texts("--key", options.keys,
              {"密封卷的答案文件；加 --record 就公布；几个题库就给几次",
               "the key file of a sealed paper, which --record publishes; once for each bank"},
              Flags::What::file);
  flags.flag("--record", options.record,
             {"委员会记录成绩，从此计入 sihu tally，不再收卷",
              "the committee records it: sihu tally counts it, and no more papers are taken"});
  flags.flag("--nobody-sat", options.nobody_sat,
             {"没有一个人交卷也记录", "record it though nobody has handed in"});
  declare_output(flags, options.output);
}

Result<void> check_sat(const TestGradeOptions& options, const PaperKey& key,
                       const MarkedPapers& marked) {
  if (options.nobody_sat || !marked.papers.empty() || !marked.waiting.empty() ||
      !marked.locked.empty())
    return {};
  return fail(
      Kind::refused, "nobody-sat",
      phrase(Text{"{0} 还没有人交卷，记录以后就不能再收卷",
                  "nobody has handed in {0} yet, and once it is recorded no more papers "
                  "are taken"},
             subject_of(key)),
      phrase(Text{"真是没有人考：加上 --nobody-sat", "if nobody sat it indeed: add --nobody-sat"}));
}

// What was recorded, and whether every paper could be read for it.
struct Recorded {
  std::ptrdiff_t people = 0;
  std::ptrdiff_t branches = 0;
  std::ptrdiff_t keys = 0;
  Result<void> readable;
};

Result<Recorded> record(const TestGradeOptions& options, World& world, const ExamDesk& desk,
                        const ExamForms& forms, const Paper& paper, const PaperMarker& marker) {
  const auto author = world.author(desk.workspace);
  if (!author) return tl::unexpected(author.error());
  const Organisation& organisation = desk.workspace.organisation();
  Result<void> readable;
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const ExamState state = fold_exams(ledger);
    const MarkedPapers marked = marker.mark(state);
    if (auto sat = check_sat(options, desk.key, marked); !sat) return tl::unexpected(sat.error());
    readable = all_readable(marked);
    auto drafts = record_marks(
        state, desk.key, paper, marked, branch_tests(state, desk.key, paper, organisation, marked),
        *organisation.find_person(author->person), recording_day(*author, desk.workspace));
    if (!drafts) return tl::unexpected(drafts.error());
    Decision decision = forms.publishing(desk.key, state);
    std::ranges::move(*drafts, std::back_inserter(decision.drafts));
    return decision;
  };
  const auto receipt = desk.workspace.record(*author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  const auto of = [&](std::string_view name) {
    return std::ranges::count(receipt->events, name, &Event::name);
  };
  return Recorded{of("test.mark"), of("test.result"), of("test.key"), std::move(readable)};
}

Exit show(const TestGradeOptions& options, World& world, const ExamDesk& desk, const Paper& paper,
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

// A list is of what is recorded by then; asked for together it would be thrown away.
Result<void> check_use(const TestGradeOptions& options) {
  const bool listed = options.branches || options.waiting || !options.output.file.empty() ||
                      !options.output.format.empty();
  if (!options.record || !listed) return {};
  return fail(Kind::usage, "either-or",
              phrase(Text{"--record 只记录，不列表；先列表，再记录",
                          "--record records and lists nothing: list first, then record"}));
}

Exit run(const TestGradeOptions& options, World& world) {
  if (auto use = check_use(options); !use) return report_failure(world, use.error());
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  const auto paper = forms.rules(desk->key);
  if (!paper) return report_failure(world, paper.error());
  if (auto opened = open_keys(world, options.keys, desk->key, forms); !opened)
    return report_failure(world, opened.error());
  if (auto back = put_keys_back(world, *desk, forms); !back)
    return report_failure(world, back.error());
  const auto marker = PaperMarker::open(world, desk->workspace, desk->state, desk->key, forms);
  if (!marker) return report_failure(world, marker.error());
  say_missing_keys(world, *desk, forms, marker->mark(desk->state));
  if (!options.record) return show(options, world, *desk, **paper, *marker);
  const auto recorded = record(options, world, *desk, forms, **paper, *marker);
  if (!recorded) return report_failure(world, recorded.error());
  world.say_recorded(say(world.lang,
                         Text{"已记录 {0} 人和 {1} 个支部的成绩\n",
                              "recorded: marks of people {0}, results of branches {1}\n"},
                         recorded->people, recorded->branches));
  if (recorded->keys > 0)
    world.say_to_people(phrase(
        Text{"答案已随成绩公布，人人可用 sihu verify 核对它就是考前封存的",
             "the key is published with them; sihu verify shows anybody that it is the one that "
             "was sealed before the test"}));
  return recorded->readable ? Exit::done : report_failure(world, recorded->readable.error());
}

}  // namespace

Command test_grade_command() {
  return make_command<TestGradeOptions>(
      "test grade",
      {"阅卷：每个人的得分、及格和临界", "mark papers: points, passes, who is near the line"},
      {"$ sihu test grade 2026Q4 safety\n$ sihu test grade 2026Q4 safety --record",
       "$ sihu test grade 2026Q4 safety\n$ sihu test grade 2026Q4 safety --record"},
      declare, run);
}

}  // namespace sihu
