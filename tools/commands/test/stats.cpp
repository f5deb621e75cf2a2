// sihu test stats: what the marks of a test say of its questions.
#include "base/utf8.hpp"
#include "report/item_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "wording/width.hpp"

namespace sihu {
namespace {

struct Options {
  std::string answers;
  std::string bank;
  std::string by = "question";
  Output output;
};

void declare(Flags& flags, Options& options) {
  flags.text("--answers", options.answers,
             {"答案（CSV），- 为标准输入：candidate、branch（可不写），其余每题一栏，栏名是题号；"
              "多选全对才得分，简答写评分人给的分",
              "a table of answers (CSV), - for standard input: candidate, branch (may be left out) "
              "and a column for each question, headed by its id; several right options count as a "
              "whole, a short answer by the points its marker gave"},
             Flags::What::file);
  flags.required();
  flags.text("--bank", options.bank,
             {"这些题所在的题库（YAML）", "the bank that the questions are of"}, Flags::What::file);
  flags.required();
  flags.choice("--by", options.by, {"question", "option", "topic", "branch", "test"},
               {"每行是一道题（默认）、一个选项、一个主题、一个支部或全卷",
                "a row for each question (the default), option, topic, branch, or the test"});
  declare_output(flags, options.output);
}

Result<ItemReport> analyse(World& world, const Options& options) {
  const auto written_bank = world.read_input(options.bank);
  if (!written_bank) return tl::unexpected(written_bank.error());
  const auto bank = load_bank(*written_bank, options.bank);
  if (!bank) return tl::unexpected(bank.error());
  const auto answers = world.read_text(options.answers, "utf-8");
  if (!answers) return tl::unexpected(answers.error());
  return load_answer_file(answers->text, answers->name, *bank).map(report_items);
}

Table table_by(const ItemReport& report, std::string_view by) {
  if (by == "option") return option_table(report);
  if (by == "topic") return topic_table(report);
  if (by == "branch") return branch_table(report);
  if (by == "test") return test_table(report);
  return item_table(report);
}

std::string titled(const Table& table, Format format, const Look& look) {
  const std::string heading =
      format == Format::table ? visible(table.title.in(look.lang)) + '\n' : std::string();
  return heading + render(table, format, look);
}

std::string words_below(const ItemReport& report, Format format, const Look& look) {
  std::string text = "\n";
  for (const Phrase& line : item_words(report)) {
    const std::string shown = visible(line.in(look.lang));
    if (format == Format::md)
      text += "- " + shown + '\n';
    else if (look.columns < 2)
      text += shown + '\n';
    else
      for (const std::string& part : wrap(shown, look.columns)) text += part + '\n';
  }
  return text;
}

// People want the whole test beside its questions; programs want the rows they asked for.
Exit print(World& world, const Options& options, const ItemReport& report) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const bool for_people = *format == Format::table || *format == Format::md;
  if (!for_people || options.by != "question")
    return print_table(world, options.output, table_by(report, options.by));
  const Look look = look_for(world, options.output);
  std::string text = titled(item_table(report), *format, look);
  for (const Table& table : {test_table(report), topic_table(report), branch_table(report)})
    if (!table.rows.empty()) text += "\n" + titled(table, *format, look);
  return print_data(world, options.output, text + words_below(report, *format, look));
}

Exit run(const Options& options, World& world) {
  const auto report = analyse(world, options);
  if (!report) return report_failure(world, report.error());
  return print(world, options, *report);
}

}  // namespace

Command test_stats_command() {
  return make_command<Options>(
      "test stats",
      {"题目分析：难度、区分度、选项、信度，每题的建议",
       "what the marks say of each question: difficulty, discrimination, options, advice"},
      {"$ sihu test stats --answers 答案.csv --bank banks/party-work.yaml",
       "$ sihu test stats --answers answers.csv --bank banks/party-work.yaml"},
      declare, run);
}

}  // namespace sihu
