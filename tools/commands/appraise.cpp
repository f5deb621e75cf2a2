// sihu appraise: a half-year of people, item by item, ranked, and how it came about.
#include "tools/cli/appraise.hpp"

#include "report/appraise_explanation.hpp"
#include "report/appraise_words.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"

namespace sihu {
namespace {

struct AppraiseOptions {
  AppraiseChoice choice;
  std::string list;
  std::string explain;
  std::string fail_on = "none";
  std::string seal;
  Output output;
};

void declare(Flags& flags, AppraiseOptions& options) {
  declare_half(flags, options.choice);
  flags.choice(
      "--list", options.list, {"ranking", "commend", "help"},
      {"只给一张表：排名，符合表扬条件的人，需要帮助的人",
       "one list alone: the ranking, who meets the rule for commendation, who needs help"});
  flags.text("--explain", options.explain,
             {"这个人的分数怎么来的，一直到台账的行",
              "how the scores of that person came about, down to the ledger's lines"},
             Flags::What::person);
  flags.choice("--fail-on", options.fail_on, {"incomplete", "none"},
               {"有人没打全分、或名额线上并列待裁定时退出码为 1",
                "exit 1 when somebody is not scored completely, or equals at the quota's line are "
                "undecided"});
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

Table chosen_table(const AppraiseOptions& options, const AppraiseList& list) {
  if (options.list == "commend") return commendation_table(list);
  return options.list == "help" ? help_table(list) : appraise_table(list);
}

Exit print_lists(World& world, const AppraiseOptions& options, const AppraiseList& list) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  if (!is_for_people(*format))
    return print_table(world, options.output, chosen_table(options, list));
  Briefing briefing;
  if (options.list.empty())
    briefing.tables = {appraise_table(list), commendation_table(list), help_table(list)};
  else
    briefing.tables = {chosen_table(options, list)};
  briefing.say(appraise_words(list));
  return print_briefing(world, options.output, briefing);
}

Exit print_explanation(World& world, const AppraiseOptions& options, const AppraiseList& list,
                       const Ledger& ledger) {
  const AppraiseRow* row = list.appraisal.find(options.explain);
  if (!row)
    return report_failure(
        world, fail(Kind::input, "not-appraised",
                    phrase(Text{"{0} 不在 {1} 的考核对象里", "{0} is not appraised in {1}"},
                           options.explain, to_string(list.appraisal.half)))
                   .value());
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const Table table = appraise_explanation(list, *row, ledger);
  if (!is_for_people(*format)) return print_table(world, options.output, table);
  Briefing briefing{{table}, {}};
  briefing.say({phrase(for_reference_words())});
  return print_briefing(world, options.output, briefing);
}

Exit run(const AppraiseOptions& options, World& world) {
  world.seal_given = options.seal;
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  const auto half = known_half(*reading, options.choice.half);
  if (!half) return report_failure(world, half.error());
  if (auto known = check_known_person(*reading, options.explain); !known)
    return report_failure(world, known.error());
  Shelf shelf(reading->workspace);
  const auto result = appraise_half(*reading, shelf, *half);
  if (!result) return report_failure(world, result.error());
  const AppraiseList list{result->appraisal,       result->settings, result->state,
                          result->kept->checklist, reading->today,   result->earlier};
  const Exit printed = options.explain.empty()
                           ? print_lists(world, options, list)
                           : print_explanation(world, options, list, reading->ledger);
  const bool bad = options.fail_on == "incomplete" && result->appraisal.incomplete();
  return printed == Exit::done && bad ? Exit::bad_news : printed;
}

}  // namespace

Command appraise_command() {
  return make_command<AppraiseOptions>(
      "appraise",
      {"半年考核：逐项得分、排名、等次，仅供参考",
       "the appraisal of a half-year: items, ranks, grades, for reference"},
      {"$ sihu appraise 2026H2\n$ sihu appraise 2026H2 --explain p003",
       "$ sihu appraise 2026H2\n$ sihu appraise 2026H2 --explain p003"},
      declare, run);
}

}  // namespace sihu
