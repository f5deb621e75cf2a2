#include "check/form.hpp"

#include "base/utf8.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection.hpp"

// sihu check form: a file of answers, ready to fill in.
namespace sihu {
namespace {

struct Options {
  InspectionFlags inspection;
  std::string output;
  bool replace = false;
};

void declare(Flags& flags, Options& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_self(flags, options.inspection);
  flags.text(
      "-o,--output", options.output,
      {"写入文件：.csv 为表格，.yaml 为 YAML", "write to a file: .csv is a sheet, .yaml YAML"},
      Flags::What::file);
  flags.flag("--replace", options.replace,
             {"文件已在时覆盖它", "write over the file if it is there already"});
}

bool has_ending(std::string name, std::string_view ending) {
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name.ends_with(ending);
}

// A form that is there may be filled in already; an ending that is neither is a mistake.
Result<void> check_output(const Options& options, const World& world) {
  const auto& file = options.output;
  if (file.empty() || file == "-") return {};
  const auto ending = std::filesystem::path(file).extension().string();
  if (!ending.empty() && !has_ending(file, ".csv") && !has_ending(file, ".yaml") &&
      !has_ending(file, ".yml"))
    return fail(Kind::usage, "form-not-written",
                phrase(Text{"表格只写成 .csv 或 .yaml，不写 {0}",
                            "a form is written as .csv or .yaml, not as {0}"},
                       visible(ending)));
  std::error_code unknown;
  if (!options.replace && std::filesystem::is_regular_file(world.directory / file, unknown))
    return fail(Kind::refused, "form-exists",
                phrase(Text{"{0} 已在，里面可能已填了答案", "{0} is there, and may be filled in"},
                       visible(file)),
                phrase(Text{"换个文件名，或用 --replace 覆盖",
                            "choose another name, or write over it with --replace"}));
  return {};
}

Exit run(const Options& options, World& world) {
  if (auto possible = check_output(options, world); !possible)
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
  const bool sheet = has_ending(options.output, ".csv");
  const auto form = sheet ? csv_form(scene, world.lang) : yaml_form(scene, world.lang);
  if (auto written = world.write_output(options.output, form); !written)
    return report_failure(world, written.error());
  return Exit::done;
}

}  // namespace

Command check_form_command() {
  return make_command<Options>("check form",
                               {"生成答案文件，填好后用 check run --answers 读回",
                                "write a file of answers to fill in, for check run --answers"},
                               {"$ sihu check form zb05 --checklist dues -o 答案.csv",
                                "$ sihu check form zb05 --checklist dues -o answers.csv"},
                               declare, run);
}

}  // namespace sihu
