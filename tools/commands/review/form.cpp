// sihu review form: sheets about the branches that somebody may review, ready to fill in.
#include "review/form.hpp"

#include "tools/cli/command.hpp"
#include "tools/cli/form_output.hpp"
#include "tools/cli/review.hpp"

namespace sihu {
namespace {

struct ReviewFormOptions {
  std::optional<Quarter> quarter;
  bool for_others = false;
  std::string output;
  bool replace = false;
};

void declare(Flags& flags, ReviewFormOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.flag("--for-others", options.for_others,
             {"加 person 一栏，委员会替许多人录入时用",
              "with a column person, for the committee to enter the sheets of many"});
  flags.text(
      "-o,--output", options.output,
      {"写入文件：.csv 为表格，.yaml 为 YAML", "write to a file: .csv is a sheet, .yaml YAML"},
      Flags::What::file);
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
}

Result<std::vector<const Branch*>> branches_for(const ReviewDesk& desk, const Person& person,
                                                bool for_others) {
  if (!for_others) return branches_to_review(desk.rules(), person, desk.today);
  std::vector<const Branch*> all;
  for (const Branch& branch : desk.workspace.organisation().branches) all.push_back(&branch);
  return all;
}

Exit run(const ReviewFormOptions& options, World& world) {
  if (auto possible = check_form_output(options.output, options.replace, world); !possible)
    return report_failure(world, possible.error());
  const auto desk = open_desk(world, *options.quarter);
  if (!desk) return report_failure(world, desk.error());
  const auto person = world.person(desk->workspace);
  if (!person) return report_failure(world, person.error());
  const auto branches = branches_for(*desk, **person, options.for_others);
  if (!branches) return report_failure(world, branches.error());
  const SheetForm form{
      {desk->quarter, desk->kept.rubric}, *branches, desk->is_sealed(), options.for_others};
  const std::string text =
      is_sheet_file(options.output) ? csv_sheets(form, world.lang) : yaml_sheets(form, world.lang);
  if (auto written = world.write_output(options.output, text); !written)
    return report_failure(world, written.error());
  say_secrecy(world, *desk);
  return Exit::done;
}

}  // namespace

Command review_form_command() {
  return make_command<ReviewFormOptions>(
      "review form",
      {"生成评分表，填好后用 review record 交", "sheets to fill in, for review record"},
      {"$ sihu review form 2026Q4 -o 评分表.csv", "$ sihu review form 2026Q4 -o sheets.csv"},
      declare, run);
}

}  // namespace sihu
