// sihu appraise decide: the committee decides on differing marks, appeals, and the quota's line.
#include "tools/cli/appraise.hpp"
#include "tools/cli/command.hpp"

namespace sihu {
namespace {

struct AppraiseDecideOptions {
  AppraiseChoice choice;
  std::string item;
  std::string points;
  std::string within;
  std::string reason;
};

void declare(Flags& flags, AppraiseDecideOptions& options) {
  declare_appraised(flags, options.choice);
  flags.text("--item", options.item,
             {"打分不一致的条目；公示后是申诉要改的条目",
              "the item on which marks differ; once published, one to be changed by an appeal"});
  flags.text("--points", options.points,
             {"定几分；不适用写 na", "the points that hold; na where it does not apply"});
  flags.choice("--within", options.within, {"yes", "no"},
               {"优秀名额线上并列的，评不评优秀",
                "of equals at the quota's line: whether this one is excellent"});
  flags.text("--reason", options.reason, {"裁定的理由，必写", "why, always"});
}

Result<AppraiseDecision> decision_from(const AppraiseDecideOptions& options) {
  AppraiseDecision decision;
  decision.reason = options.reason;
  if (options.item.empty() != options.points.empty() ||
      (!options.item.empty() && !options.within.empty()))
    return fail(Kind::usage, "item-or-within",
                phrase(Text{"写 --item 和 --points，或 --within，或都不写（申诉不改分）",
                            "--item with --points, or --within, or neither (an appeal changes "
                            "nothing)"}));
  if (!options.within.empty()) decision.within_quota = options.within == "yes";
  if (options.item.empty()) return decision;
  const auto mark = typed_mark("--points", options.points);
  if (!mark) return tl::unexpected(mark.error());
  decision.mark = NewItemMark{options.item, *mark, options.reason, {}, {}};
  return decision;
}

std::string said_line(const AppraiseDecision& decision, const Person& whom, Lang lang) {
  if (decision.mark)
    return say(lang, Text{"{0}的 {1} 已裁定\n", "{1} of {0} is decided\n"}, whom.name,
               decision.mark->item);
  if (decision.within_quota)
    return say(lang,
               Text{"{0}在优秀名额线上的裁定已记录\n",
                    "the decision on {0} at the quota's line is recorded\n"},
               whom.name);
  return say(lang,
             Text{"{0}的申诉已裁定：不改分\n", "the appeal of {0} is decided: nothing changes\n"},
             whom.name);
}

Exit run(const AppraiseDecideOptions& options, World& world) {
  const auto decision = decision_from(options);
  if (!decision) return report_failure(world, decision.error());
  const auto desk = open_appraise_desk(world, options.choice);
  if (!desk) return report_failure(world, desk.error());
  const Person& whom = *desk->organisation().find_person(options.choice.person);
  const auto recording =
      record_appraisal(world, *desk, [&](const AppraiseScene& scene, const HalfResult& result) {
        return decide_appraisal(scene, whom, *decision, result.appraisal);
      });
  if (!recording) return report_failure(world, recording.error());
  world.say_recorded(said_line(*decision, whom, world.lang));
  return Exit::done;
}

}  // namespace

Command appraise_decide_command() {
  return make_command<AppraiseDecideOptions>(
      "appraise decide",
      {"委员会裁定：打分不一致、申诉、优秀名额线上的并列",
       "the committee decides: differing marks, appeals, equals at the quota's line"},
      {"$ sihu appraise run 2026H2 p003 --item DF-02 --points 1.5 --reason 按月收齐 --as p900\n"
       "$ sihu appraise run 2026H2 p003 --item DF-02 --points 1 --reason 八月晚收一周 --as p901\n"
       "$ sihu appraise decide 2026H2 p003 --item DF-02 --points 1 --reason 与台账相符 --as p900\n"
       "$ sihu appraise decide 2026H2 p003 --within yes --reason 党组会研究 --as p900",
       "$ sihu appraise run 2026H2 p003 --item DF-02 --points 1.5 --reason 'paid each month' --as "
       "p900\n"
       "$ sihu appraise run 2026H2 p003 --item DF-02 --points 1 --reason 'August a week late' --as "
       "p901\n"
       "$ sihu appraise decide 2026H2 p003 --item DF-02 --points 1 --reason 'as the books say' "
       "--as p900\n"
       "$ sihu appraise decide 2026H2 p003 --within yes --reason 'decided in session' --as p900"},
      declare, run);
}

}  // namespace sihu
