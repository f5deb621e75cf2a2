#include "report/answer_form.hpp"
#include "store/xlsx.hpp"
#include "store/xlsx_read.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/form_output.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/records.hpp"

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
  flags.text("-o,--output", options.output,
             {"写入文件：.xlsx、.csv 为表格，.yaml 为 YAML",
              "write to a file: .xlsx and .csv are sheets, .yaml YAML"},
             Flags::What::file);
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
}

// As the name of the file says.
Result<std::string> form_bytes(const std::string& file, const FormScene& scene, Lang lang) {
  constexpr int to_write_in = 16;
  if (is_xlsx_name(file)) return xlsx_of(answer_form(scene), lang, to_write_in);
  return is_sheet_file(file) ? csv_form(scene, lang) : yaml_form(scene, lang);
}

Exit run(const CheckFormOptions& options, World& world) {
  if (auto possible = check_form_output(options.output, options.replace, world, true); !possible)
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
  const auto offers = offers_of(world, *inspection, basis, reading.today);
  if (!offers) return report_failure(world, offers.error());
  const FormScene scene{inspection->key, basis, previous, *offers};
  const auto form = form_bytes(options.output, scene, world.lang);
  if (!form) return report_failure(world, form.error());
  if (auto written = world.write_output(options.output, *form); !written)
    return report_failure(world, written.error());
  return Exit::done;
}

}  // namespace

Command check_form_command() {
  return make_command<CheckFormOptions>(
      "check form",
      {"生成答案文件，填好后用 check run --answers 读回",
       "write a file of answers to fill in, for check run --answers"},
      {"$ sihu check form zb05 --checklist basics -o 检查表.xlsx",
       "$ sihu check form zb05 --checklist basics -o basics.xlsx"},
      declare, run);
}

}  // namespace sihu
