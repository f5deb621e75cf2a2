// sihu appraise appeal: somebody objects to what was published.
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct AppraiseAppealOptions {
  AppraiseChoice choice;
  std::string item;
  std::string note;
};

void declare(Flags& flags, AppraiseAppealOptions& options) {
  declare_appraised(flags, options.choice);
  flags.text("--item", options.item, {"对哪一项有意见；不写是对整体", "the item; none: the whole"});
  flags.text("--note", options.note, {"申诉的理由，必写", "why, always"});
}

Exit run(const AppraiseAppealOptions& options, World& world) {
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const Person& whom = *desk->organisation().find_person(options.choice.person);
  const auto recording =
      record_appraisal(world, *desk, [&](const AppraiseScene& scene, const HalfResult&) {
        return appeal_appraisal(scene, whom, options.item, options.note);
      });
  if (!recording) return report_failure(world, recording.error());
  if (recording->drafts.empty()) {
    world.say_to_people(phrase(Text{"这条申诉早已记录，还在等裁定，没有再记",
                                    "this appeal is recorded already and waits to be decided"}));
    return Exit::done;
  }
  world.say_recorded(say(world.lang,
                         Text{"{0}的申诉已记录，由委员会裁定\n",
                              "the appeal of {0} is recorded; the committee decides\n"},
                         whom.name));
  return Exit::done;
}

}  // namespace

Command appraise_appeal_command() {
  return make_command<AppraiseAppealOptions>(
      "appraise appeal",
      {"对公示的分数申诉：本人或所在支部的书记",
       "appeal against what was published: the person, or the branch's secretary"},
      {"$ sihu appraise appeal 2026H2 p003 --item DF-02 --note 八月收据在第三册",
       "$ sihu appraise appeal 2026H2 p003 --item DF-02 --note 'the receipt is in book 3'"},
      declare, run);
}

}  // namespace sihu
