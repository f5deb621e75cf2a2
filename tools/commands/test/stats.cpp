// sihu test stats: what the marks of a test say of its questions.
#include "base/utf8.hpp"
#include "exam/pooled_test.hpp"
#include "report/item_list.hpp"
#include "report/test_words.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/sealed_paper.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

struct TestStatsOptions {
  PaperChoice choice;
  std::string answers;
  std::string answers_encoding;
  std::string bank;
  std::string by = "question";
  Output output;
};

void declare(Flags& flags, TestStatsOptions& options) {
  flags.optional_from_here();
  flags.quarter("QUARTER", options.choice.quarter,
                {"季度：分析这个季度交上来的卷子", "the quarter whose papers are analysed"});
  flags.text("PAPER", options.choice.paper,
             {"哪一份卷子（papers/ 里的编号）；季度里只有一份时可不写",
              "which paper, an id of papers/; may be left out where the quarter has one"},
             Flags::What::paper);
  flags.flag("--make-up", options.choice.make_up, {"补考的卷子", "its make-up"});
  flags.text("--answers", options.answers,
             {"分析文件里的答案（CSV），- 为标准输入：candidate（考生）、branch（支部，可不写），"
              "其余每题一栏，栏名是题号；空格子是没有答，多选全对才得分，简答写评分人给的分",
              "analyse a table of answers instead (CSV), - for standard input: candidate, branch "
              "(may be left out) and a column for each question, headed by its id; an empty cell "
              "is no answer, several right options count as a whole, a short answer by the points "
              "its marker gave"},
             Flags::What::file);
  flags.choice("--answers-encoding", options.answers_encoding, {"utf-8", "gb18030"},
               {"答案文件的编码", "how the table of answers is encoded"});
  flags.text("--bank", options.bank,
             {"文件里的题所在的题库（YAML）", "the bank that the questions of the table are of"},
             Flags::What::file);
  flags.choice("--by", options.by, {"question", "option", "topic", "branch", "test"},
               {"每行是一道题（默认）、一个选项、一个主题、一个支部或全卷",
                "a row for each question (the default), option, topic, branch, or the test"});
  declare_output(flags, options.output);
}

Result<void> check_use(const TestStatsOptions& options) {
  Failure failure{Kind::usage, {}};
  const auto complain = [&](bool wrong, const char* name, Text what) {
    if (wrong)
      failure.faults.push_back(
          {{},
           name,
           phrase(what),
           phrase(Text{"用法见 sihu test stats --help", "see sihu test stats --help"})});
  };
  const bool of_file =
      !options.answers.empty() || !options.bank.empty() || !options.answers_encoding.empty();
  complain((options.choice.quarter || options.choice.make_up) && of_file, "either-or",
           {"写了季度就分析台账，不和 --answers、--bank 一起用",
            "a quarter is analysed from the ledger, without --answers and --bank"});
  complain(!options.choice.quarter && !of_file, "missing-value",
           {"写哪个季度的卷子，或用 --answers 和 --bank 分析文件",
            "say which quarter's paper, or give a table with --answers and --bank"});
  complain(!options.choice.quarter && of_file && options.answers.empty(), "missing-option",
           {"缺少 --answers 文件", "--answers FILE is missing"});
  complain(!options.choice.quarter && of_file && options.bank.empty(), "missing-option",
           {"缺少 --bank 文件", "--bank FILE is missing"});
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Table table_by(const ItemReport& report, std::string_view by) {
  if (by == "option") return option_table(report);
  if (by == "topic") return topic_table(report);
  if (by == "branch") return branch_table(report);
  if (by == "test") return test_table(report);
  return item_table(report);
}

Briefing briefing_of(const ItemReport& report) {
  Briefing briefing{
      {item_table(report), test_table(report), topic_table(report), branch_table(report)}, {}};
  briefing.say(item_words(report));
  return briefing;
}

// People want the whole test beside its questions; programs want the rows they asked for.
bool wants_rows(Format format, const TestStatsOptions& options) {
  return !is_for_people(format) || options.by != "question";
}

Exit print_report(World& world, const TestStatsOptions& options, const ItemReport& report) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  if (wants_rows(*format, options))
    return print_table(world, options.output, table_by(report, options.by));
  return print_briefing(world, options.output, briefing_of(report));
}

std::vector<Phrase> left_out_words(const MarkedPapers& marked) {
  std::vector<Phrase> words;
  if (!marked.locked.empty())
    words.push_back(phrase(Text{"{0} 份卷子是密封的，这里没有委员会的密钥，没有算进去",
                                "{0} sealed to a key that is not here: left out"},
                           counted(std::ssize(marked.locked), "paper")));
  if (!marked.waiting.empty())
    words.push_back(phrase(Text{"{0} 份卷子的简答题还没有评完，没有算进去",
                                "{0} with short answers not marked yet: left out"},
                           counted(std::ssize(marked.waiting), "paper")));
  if (!marked.keyless.empty())
    words.push_back(phrase(Text{"{0} 份卷子的答案还没有公布，没有算进去",
                                "{0} whose keys are not published yet: left out"},
                           counted(std::ssize(marked.keyless), "paper")));
  return words;
}

// `--encoding` is how the result is written; the table's own has another name here.
Failure with_own_option(Failure failure) {
  for (Fault& fault : failure.faults)
    if (fault.name == "encoding" && !fault.hint.empty())
      fault.hint =
          phrase(Text{"加上 --answers-encoding gb18030", "add --answers-encoding gb18030"});
  return failure;
}

Exit analyse_file(const TestStatsOptions& options, World& world) {
  const auto written_bank = world.read_input(options.bank);
  if (!written_bank) return report_failure(world, written_bank.error());
  const auto bank = load_bank(*written_bank, options.bank);
  if (!bank) return report_failure(world, bank.error());
  const auto answers = world.read_text(options.answers, options.answers_encoding);
  if (!answers) return report_failure(world, with_own_option(answers.error()));
  auto test = load_answer_file(answers->text, answers->name, *bank);
  if (!test) return report_failure(world, test.error());
  return print_report(world, options, report_items(std::move(*test)));
}

// Without a name the only paper of the quarter is meant.
Result<void> choose_paper(ExamDesk& desk, const PaperChoice& choice) {
  if (!choice.paper.empty()) return {};
  std::set<std::string> papers;
  for (const auto& [key, form] : desk.state.forms)
    if (key.paper.quarter == desk.key.quarter) papers.insert(first_of(key.paper).paper);
  const std::string quarter = to_string(desk.key.quarter);
  if (papers.empty())
    return fail(Kind::refused, "not-drawn",
                phrase(Text{"{0} 没有抽过卷", "no paper was drawn in {0}"}, quarter));
  if (papers.size() > 1) {
    std::vector<Phrase> names;
    for (const std::string& paper : papers) names.push_back(same(paper));
    return fail(
        Kind::usage, "which-paper",
        phrase(Text{"{0} 有 {1} 份卷子，写明哪一份：{2}", "{0} has {1} papers; say which: {2}"},
               quarter, papers.size(), enumerated(names)));
  }
  const PaperKey first{desk.key.quarter, *papers.begin()};
  desk.key = choice.make_up ? make_up_of(first) : first;
  return {};
}

tl::unexpected<Failure> nothing_to_analyse(const PaperKey& key, const MarkedPapers& marked) {
  const Phrase what =
      !marked.waiting.empty()
          ? phrase(Text{"{0} 的简答题还没有评完", "the short answers of {0} are not marked yet"},
                   subject_of(key))
      : !marked.keyless.empty()
          ? phrase(Text{"{0} 已交的卷子，答案都还没有公布",
                        "the keys of all papers of {0} that were handed in are not published yet"},
                   subject_of(key))
      : marked.locked.empty()
          ? phrase(Text{"{0} 还没有人交卷", "nobody has handed in {0} yet"}, subject_of(key))
          : phrase(Text{"{0} 的卷子都是密封的，这里没有委员会的密钥",
                        "all papers of {0} are sealed to a key that is not here"},
                   subject_of(key));
  return fail(Kind::refused, "no-papers", what);
}

Exit analyse_ledger(const TestStatsOptions& options, World& world) {
  auto desk = open_exam_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  if (const auto chosen = choose_paper(*desk, options.choice); !chosen)
    return report_failure(world, chosen.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  if (auto known = forms.check_keys(desk->key); !known) return report_failure(world, known.error());
  const auto marker = PaperMarker::open(world, desk->workspace, desk->state, desk->key, forms);
  if (!marker) return report_failure(world, marker.error());
  const MarkedPapers marked = marker->mark(desk->state);
  MarkedTest test = pooled_test(marked, forms.by_key());
  const auto readable = all_readable(marked);
  if (test.answers.candidates == 0)
    return report_failure(
        world, readable ? nothing_to_analyse(desk->key, marked).value() : readable.error());
  for (const Phrase& word : left_out_words(marked)) world.say_to_people(word);
  for (const Phrase& word : sitting_words(desk->state, desk->key, desk->workspace.zone()))
    world.say_to_people(word);
  say_missing_keys(world, *desk, forms, marked);
  const Exit printed = print_report(world, options, report_items(std::move(test)));
  if (printed != Exit::done) return printed;
  return readable ? Exit::done : report_failure(world, readable.error());
}

Exit run(const TestStatsOptions& options, World& world) {
  if (const auto use = check_use(options); !use) return report_failure(world, use.error());
  return options.choice.quarter ? analyse_ledger(options, world) : analyse_file(options, world);
}

}  // namespace

Command test_stats_command() {
  return make_command<TestStatsOptions>(
      "test stats",
      {"题目分析：难度、区分度、选项、信度，每题的建议",
       "what the marks say of each question: difficulty, discrimination, options, advice"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf '人员,题号,答案\\np013,1,A\\n' | sihu test record 2026Q4 quarter --answers -\n"
       "$ sihu test stats 2026Q4 quarter\n"
       "$ printf 'candidate,Q001,Q002\\na,A,B\\nb,B,C\\n' >answers.csv\n"
       "$ sihu test stats --answers answers.csv --bank banks/party-work.yaml",
       "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ printf 'person,number,response\\np013,1,A\\n' | sihu test record 2026Q4 quarter "
       "--answers -\n"
       "$ sihu test stats 2026Q4 quarter\n"
       "$ printf 'candidate,Q001,Q002\\na,A,B\\nb,B,C\\n' >answers.csv\n"
       "$ sihu test stats --answers answers.csv --bank banks/party-work.yaml"},
      declare, run);
}

}  // namespace sihu
