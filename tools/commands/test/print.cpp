// sihu test print: papers and answer sheets for those who write on paper.
#include "exam/make_up.hpp"
#include "report/paper_print.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/exam.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct TestPrintOptions {
  PaperChoice paper;
  std::string branch;
  std::string person;
  std::string output;
  bool ids = false;
};

void declare(Flags& flags, TestPrintOptions& options) {
  declare_paper(flags, options.paper);
  flags.text("--branch", options.branch, {"只是这个支部", "of this branch alone"},
             Flags::What::branch);
  flags.text("--person", options.person, {"只是这个人", "of this person alone"},
             Flags::What::person);
  flags.flag("--ids", options.ids,
             {"题后印出题的编号：供委员会查对，不要发给考生",
              "the id behind each question: for the committee's own use, not for candidates"});
  flags.text(
      "-o,--output", options.output,
      {"写入文件：.html 为网页，.md 为 Markdown", "write to a file: .html is a page, .md Markdown"},
      Flags::What::file);
}

bool is_page(const std::string& file) {
  return file.ends_with(".html");
}

Result<void> check_file(const std::string& file) {
  if (file.empty() || file == "-" || is_page(file) || file.ends_with(".md")) return {};
  return fail(Kind::usage, "no-format",
              phrase(Text{"卷子印成 .html 或 .md，文件名 {0} 不是",
                          "papers are written as .html or .md, and {0} is neither"},
                     file));
}

Result<std::vector<PaperToPrint>> papers_of(const TestPrintOptions& options, const ExamDesk& desk,
                                            ExamForms& forms) {
  std::vector<PaperToPrint> papers;
  for (const Person& person : desk.workspace.organisation().people) {
    if (!options.person.empty() && person.id != options.person) continue;
    if (!options.branch.empty() && person.branch != options.branch) continue;
    if (is_make_up(desk.key) && !may_make_up(desk.state, desk.key, person.branch, person.id))
      continue;
    const auto form = forms.for_person(desk.key, person);
    if (!form) return tl::unexpected(form.error());
    if (*form) papers.push_back({*form, &person, options.ids});
  }
  return papers;
}

Failure nobody_to_print_for(const ExamDesk& desk) {
  return {Kind::input,
          {{{},
            "no-paper",
            phrase(Text{"这些人都没有 {0} 的卷子", "none of these people has a paper of {0}"},
                   subject_of(desk.key))}}};
}

Exit run(const TestPrintOptions& options, World& world) {
  if (auto good = check_file(options.output); !good) return report_failure(world, good.error());
  const auto desk = open_exam_desk(world, options.paper);
  if (!desk) return report_failure(world, desk.error());
  const Organisation& organisation = desk->workspace.organisation();
  if (auto known = check_known_branch(organisation, options.branch); !known)
    return report_failure(world, known.error());
  if (auto known = check_known_person(organisation, options.person); !known)
    return report_failure(world, known.error());
  if (auto drawn = check_drawn(*desk); !drawn) return report_failure(world, drawn.error());
  ExamForms forms(desk->workspace, desk->state);
  const auto papers = papers_of(options, *desk, forms);
  if (!papers) return report_failure(world, papers.error());
  if (papers->empty()) return report_failure(world, nobody_to_print_for(*desk));
  const std::string text = is_page(options.output)
                               ? paper_html(*papers, organisation, world.lang)
                               : paper_markdown(*papers, organisation, world.lang);
  if (auto written = world.write_output(options.output, text); !written)
    return report_failure(world, written.error());
  world.say_to_people(phrase(
      Text{"{0} 份卷子，每份附答题卡；选项的次序各人不同，用 sihu test record 按各人的题号录入",
           "papers, each with its answer sheet: {0}; options stand in another order on each, "
           "so that answers are recorded by the numbers of each paper"},
      papers->size()));
  return Exit::done;
}

}  // namespace

Command test_print_command() {
  return make_command<TestPrintOptions>(
      "test print", {"印卷子和答题卡，每人一份", "each candidate's paper and answer sheet"},
      {"$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ sihu test print 2026Q4 quarter --branch zb05 -o 卷子.html",
       "$ sihu test paper 2026Q4 quarter --seed 20261001\n"
       "$ sihu test print 2026Q4 quarter --branch zb05 -o papers.html"},
      declare, run);
}

}  // namespace sihu
