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
      {"$ sihu check sign zb05 --checklist dues", "$ sihu check sign zb05 --checklist dues"},
      declare, run);
}

}  // namespace sihu
