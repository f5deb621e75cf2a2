#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"

// sihu check confirm: the inspected branch agrees, or objects to an item.
namespace sihu {
namespace {

struct CheckConfirmOptions {
  InspectionFlags inspection;
  std::string dispute;
  std::string note;
};

void declare(Flags& flags, CheckConfirmOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  flags.text("--dispute", options.dispute,
             {"不是确认，而是对这一项提出异议（须 --note）",
              "not agreement but an objection to this item (needs --note)"},
             Flags::What::item);
  flags.text("--note", options.note, {"说明或异议的理由", "what to say, or why it is disputed"});
}

Result<Recording> act(const CheckConfirmOptions& options, const CheckScene& scene) {
  if (options.dispute.empty()) return confirm_check(scene, options.note);
  const auto item = find_item(scene.basis.checklist, options.dispute);
  if (!item) return tl::unexpected(item.error());
  return dispute_item(scene, **item, options.note);
}

Exit run(const CheckConfirmOptions& options, World& world) {
  auto inspection = open_begun_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto author = world.author(inspection->workspace());
  if (!author) return report_failure(world, author.error());
  Shelf shelf(inspection->workspace());
  const auto recording = record_act(world, *inspection, {*author}, shelf,
                                    [&](const CheckScene& scene) { return act(options, scene); });
  if (!recording) return report_failure(world, recording.error());
  if (options.dispute.empty())
    return say_standing(world, *inspection, shelf, {"已确认", "confirmed"});
  return say_standing(world, *inspection, shelf, {"已提出异议", "disputed"}, recording->noted);
}

}  // namespace

Command check_confirm_command() {
  return make_command<CheckConfirmOptions>(
      "check confirm",
      {"被查支部确认结果，或提出异议", "the inspected branch agrees, or disputes an item"},
      {"$ sihu check form zb05 --checklist basics -o basics.csv --as p003\n"
       "# 填好 basics.csv 的 result 一栏\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv --as p003\n"
       "$ sihu check confirm zb05 --checklist basics\n"
       "$ sihu check confirm zb05 --checklist cadre7 --quarter 2026Q3 --dispute ZZ-06 --note "
       "讲稿在机关党委",
       "$ sihu check form zb05 --checklist basics -o basics.csv --as p003\n"
       "# fill in the column result of basics.csv\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv --as p003\n"
       "$ sihu check confirm zb05 --checklist basics\n"
       "$ sihu check confirm zb05 --checklist cadre7 --quarter 2026Q3 --dispute ZZ-06 --note 'the "
       "text is with the committee'"},
      declare, run);
}

}  // namespace sihu
