// sihu appraise publish: totals are made public and stand; people may appeal until a day (公示).
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct AppraisePublishOptions {
  AppraiseChoice choice;
  std::optional<Date> until;
};

void declare(Flags& flags, AppraisePublishOptions& options) {
  declare_half(flags, options.choice);
  flags.date(
      "--until", options.until,
      {"公示到哪天为止，至少五个工作日", "the last day to appeal, five working days at least"});
  flags.required();
}

Exit run(const AppraisePublishOptions& options, World& world) {
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const auto recording =
      record_appraisal(world, *desk, [&](const AppraiseScene& scene, const HalfResult& result) {
        return publish_appraisal(scene, result.appraisal, *options.until,
                                 desk->reading.workspace.workdays());
      });
  if (!recording) return report_failure(world, recording.error());
  world.say_recorded(say(
      world.lang,
      Text{"{0} 的考核已公示，{1} 人，申诉到 {2} 为止；从现在起只有申诉才能改分\n",
           "the appraisal of {0} is published, people: {1}, appeals open until {2}; from now on "
           "marks change on an appeal only\n"},
      to_string(desk->half), recording->drafts.size() - 1, to_string(*options.until)));
  return Exit::done;
}

}  // namespace

Command appraise_publish_command() {
  return make_command<AppraisePublishOptions>(
      "appraise publish",
      {"公示：总分定下来，到期前可以申诉", "make totals public: they stand, appeals are open"},
      {"$ sihu appraise publish 2026H2 --until 2027-01-15 --as p900",
       "$ sihu appraise publish 2026H2 --until 2027-01-15 --as p900"},
      declare, run);
}

}  // namespace sihu
