#include "check/form.hpp"

#include "tools/cli/command.hpp"
#include "tools/cli/form_output.hpp"
#include "tools/cli/inspection.hpp"

// sihu check form: a file of answers, ready to fill in.
namespace sihu {
namespace {

struct CheckFormOptions {
  InspectionFlags inspection;
  std::string output;
  bool replace = false;
};

void declare(Flags& flags, CheckFormOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  declare_self(flags, options.inspection);
  flags.text(
      "-o,--output", options.output,
      {"写入文件：.csv 为表格，.yaml 为 YAML", "write to a file: .csv is a sheet, .yaml YAML"},
      Flags::What::file);
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
}

Exit run(const CheckFormOptions& options, World& world) {
  if (auto possible = check_form_output(options.output, options.replace, world); !possible)
    return report_failure(world, possible.error());
  const auto inspection = open_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  Shelf shelf(inspection->workspace());
  const auto& reading = inspection->reading;
  const auto standing = standing_of(*inspection, reading.ledger, shelf, reading.today);
  if (!standing) return report_failure(world, standing.error());
  const auto& branch = *inspection->workspace().organisation().find_branch(inspection->key.branch);
  const auto basis = standing->basis(branch);
  const auto previous = previous_answers(fold_checks(reading.ledger), inspection->key);
  const FormScene scene{inspection->key, basis, previous};
  const auto form =
      is_sheet_file(options.output) ? csv_form(scene, world.lang) : yaml_form(scene, world.lang);
  if (auto written = world.write_output(options.output, form); !written)
    return report_failure(world, written.error());
  return Exit::done;
}

}  // namespace

Command check_form_command() {
  return make_command<CheckFormOptions>(
      "check form",
      {"生成答案文件，填好后用 check run --answers 读回",
       "write a file of answers to fill in, for check run --answers"},
      {"$ sihu check form zb05 --checklist dues -o 答案.csv",
       "$ sihu check form zb05 --checklist dues -o answers.csv"},
      declare, run);
}

}  // namespace sihu
