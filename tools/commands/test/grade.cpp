// sihu test grade: mark what was handed in, and record it.
#include "exam/grade.hpp"

#include "report/test_list.hpp"
#include "report/test_words.hpp"
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
  std::string reason;
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
  flags.text("--reason", options.reason,
             {"同时更正已记录、后来变了的成绩，说明理由",
              "also correct marks and results that have changed since, and why"});
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

// Once marks are recorded nobody hands in any more.
Result<void> check_over(const ExamState& state, const PaperKey& key, const Paper& paper,
                        Instant now) {
  const auto sitting = still_sitting(state, key, paper, now);
  if (sitting.empty()) return {};
  return fail(Kind::refused, "sitting-goes-on",
              phrase(Text{"{0} 还在考，时间没有到：{1}", "{0} is still being sat: {1}"},
                     subject_of(key), listed_briefly(sitting)),
              phrase(Text{"等他们交卷，或时间到了再记录",
                          "record when they have handed in, or their time is over"}));
}

void say_changed(World& world, const ExamState& state, const PaperKey& key,
                 const std::vector<BranchTest>& branches) {
  for (const BranchTest* test : changed_results(state, key, branches))
    world.say_to_people(phrase(
        Text{"{0} 记录的是 {1}，现在算得 {2}（此后有卷子或评分并进来）：要更正，sihu test grade "
             "… --record --reason 理由",
             "{0} is recorded with {1}, and now comes to {2} (papers or marks arrived since): "
             "to correct it, sihu test grade … --record --reason TEXT"},
        test->branch, state.results.at({key, test->branch}).value.rounded(2),
        test->value.rounded(2)));
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
    const auto clock = author->pretended.value_or(author->clock);
    if (auto over = check_over(state, desk.key, paper, clock); !over)
      return tl::unexpected(over.error());
    readable = all_readable(marked);
    auto drafts = record_marks(state, desk.key, paper, marked,
                               branch_tests(state, desk.key, paper, organisation, marked),
                               *organisation.find_person(author->person),
                               recording_day(*author, desk.workspace), options.reason);
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
  for (const Phrase& words :
       marks_words(desk.state, desk.key, paper, marked, desk.workspace.zone()))
    world.say_to_people(words);
  say_unmarkable(world, desk, marked);
  const auto tests = branch_tests(desk.state, desk.key, paper, organisation, marked);
  say_changed(world, desk.state, desk.key, tests);
  const Table table = options.waiting ? waiting_answers_table(marked)
                      : options.branches
                          ? branch_tests_table(desk.state, desk.key, tests, organisation)
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
  if (options.reason.empty())
    say_changed(world, desk->state, desk->key,
                branch_tests(desk->state, desk->key, **paper, desk->workspace.organisation(),
                             marker->mark(desk->state)));
  if (const auto begun = begun_only(desk->state, desk->key); !begun.empty())
    world.say_to_people(phrase(Text{"{0} 开始了，没有交卷，按没有参加考试算",
                                    "begun and nothing handed in, so that they count as who did "
                                    "not sit: {0}"},
                               listed_briefly(begun)));
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
      {"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf '人员,题号,答案\\np013,1,A\\n' | sihu test record 2026Q4 quarter --answers -\n"
       "$ sihu test grade 2026Q4 quarter\n"
       "$ sihu test grade 2026Q4 quarter --record",
       "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf 'person,number,response\\np013,1,A\\n' | sihu test record 2026Q4 quarter "
       "--answers -\n"
       "$ sihu test grade 2026Q4 quarter\n"
       "$ sihu test grade 2026Q4 quarter --record"},
      declare, run);
}

}  // namespace sihu
