// sihu appraise veto: a formal decision keeps somebody from being excellent.
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct AppraiseVetoOptions {
  AppraiseChoice choice;
  std::string number;
  std::string reason;
  bool lift = false;
};

void declare(Flags& flags, AppraiseVetoOptions& options) {
  declare_appraised(flags, options.choice);
  flags.text(
      "--number", options.number,
      {"正式决定的文号；没有文号不能否决", "the number of the formal decision; none, no veto"});
  flags.text("--reason", options.reason,
             {"依据哪一条，只写结论", "the ground, the conclusion alone"});
  flags.flag("--lift", options.lift,
             {"撤销一票否决（写撤销决定的文号）", "lift it, with the number of that decision"});
}

Exit run(const AppraiseVetoOptions& options, World& world) {
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const Person& whom = *desk->organisation().find_person(options.choice.person);
  const auto recording =
      record_appraisal(world, *desk, [&](const AppraiseScene& scene, const HalfResult&) {
        return set_veto(scene, whom, options.number, options.reason, options.lift);
      });
  if (!recording) return report_failure(world, recording.error());
  if (recording->drafts.empty()) {
    world.say_to_people(
        phrase(Text{"这条一票否决早已记录，没有再记", "this veto is recorded already"}));
    return Exit::done;
  }
  world.say_recorded(
      options.lift
          ? say(world.lang, Text{"{0}的一票否决已撤销\n", "the veto on {0} is lifted\n"}, whom.name)
          : say(world.lang,
                Text{"{0}已记一票否决（{1}）：不评优秀，分数和名次不变\n",
                     "a veto on {0} is recorded ({1}): not excellent; score and rank stay\n"},
                whom.name, options.number));
  return Exit::done;
}

}  // namespace

Command appraise_veto_command() {
  return make_command<AppraiseVetoOptions>(
      "appraise veto",
      {"一票否决：只凭正式决定的文号，由委员会记",
       "a veto: by the number of a formal decision alone, recorded by the committee"},
      {"$ sihu appraise veto 2026H2 p003 --number 机纪〔2026〕3号 --reason 第二条第一项 --as p900",
       "$ sihu appraise veto 2026H2 p003 --number 2026-3 --reason 'clause 2 (1)' --as p900"},
      declare, run);
}

}  // namespace sihu
