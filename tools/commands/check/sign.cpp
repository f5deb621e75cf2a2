#include "tools/cli/command.hpp"
#include "tools/cli/inspection_report.hpp"

#include <ostream>

// sihu check sign: the leader of the team signs a complete check off.
namespace sihu {
namespace {

struct CheckSignOptions {
  InspectionFlags inspection;
  std::string note;
};

void declare(Flags& flags, CheckSignOptions& options) {
  declare_branch(flags, options.inspection);
  declare_checklist(flags, options.inspection);
  declare_by(flags, options.inspection);
  flags.text("--note", options.note, {"说明", "what to say about it"});
}

Exit run(const CheckSignOptions& options, World& world) {
  auto inspection = open_begun_inspection(world, options.inspection);
  if (!inspection) return report_failure(world, inspection.error());
  const auto author = world.author(inspection->workspace());
  if (!author) return report_failure(world, author.error());
  Shelf shelf(inspection->workspace());
  const auto recording =
      record_act(world, *inspection, {*author}, shelf,
                 [&](const CheckScene& scene) { return sign_check(scene, options.note); });
  if (!recording) return report_failure(world, recording.error());
  return say_standing(world, *inspection, shelf, {"已签字", "signed off"});
}

}  // namespace

Command check_sign_command() {
  return make_command<CheckSignOptions>(
      "check sign",
      {"组长签字：此后只有组长或委员会可改答案",
       "a leader signs off: from then on only leaders and committee change answers"},
      {"$ sihu check form zb05 --checklist basics -o basics.csv --as p003\n"
       "# 填好 basics.csv 的 result 一栏\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv --as p003\n"
       "$ sihu check sign zb05 --checklist basics",
       "$ sihu check form zb05 --checklist basics -o basics.csv --as p003\n"
       "# fill in the column result of basics.csv\n"
       "$ sihu check run zb05 --checklist basics --answers basics.csv --as p003\n"
       "$ sihu check sign zb05 --checklist basics"},
      declare, run);
}

}  // namespace sihu
