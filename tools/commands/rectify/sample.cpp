// sihu rectify sample: which closed problems are looked at again (回头看), by lot.
#include "plan/seed.hpp"
#include "problem/look_back.hpp"
#include "report/look_back_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"

namespace sihu {
namespace {

struct RectifySampleOptions {
  std::optional<Quarter> quarter;
  int share = 20;
  std::string seed;
  Output output;
};

void declare(Flags& flags, RectifySampleOptions& options) {
  flags.quarter("QUARTER", options.quarter,
                {"在哪一季度发现的问题", "the quarter in which the problems were found"});
  flags.integer("--share", options.share,
                {"每支部抽百分之几，不足一个按一个；严重的全查",
                 "how many percent of each branch, rounded up; critical ones are always in"},
                1, 100);
  flags.text("--seed", options.seed,
             {"抽签的种子：事先说好、事后才知道的文字，如某日的公开开奖号码，谁也挑不了",
              "what lots are drawn by: a text agreed on before anybody can know it, such as the "
              "numbers of a public lottery on a day to come, so that nobody can choose"});
  flags.required();
  declare_output(flags, options.output);
}

Exit print_draw(const RectifySampleOptions& options, World& world, const ProblemReading& reading,
                const LookBackDraw& draw) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  Table table = look_back_table(draw, list_context(reading, world.lang));
  const auto notes = look_back_notes(draw, options.share, options.seed);
  if (is_for_people(*format)) {
    Briefing briefing{{std::move(table)}, {}};
    briefing.say(notes);
    return print_briefing(world, options.output, briefing);
  }
  for (const Phrase& note : notes) world.say_to_people(note);
  return print_table(world, options.output, table);
}

Exit run(const RectifySampleOptions& options, World& world) {
  if (auto seed = check_seed(options.seed); !seed) {
    // Elsewhere lots may be drawn without one.
    for (Fault& fault : seed.error().faults) fault.hint = {};
    return report_failure(world, seed.error());
  }
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (auto known = check_known_quarter(*reading, options.quarter); !known)
    return report_failure(world, known.error());
  const auto draw =
      draw_look_back(reading->list.problems, *options.quarter, options.share, options.seed);
  if (draw.closed > 0) return print_draw(options, world, *reading, draw);
  world.say_to_people(
      phrase(Text{"{0} 没有已销号的问题，无可抽", "{0} has no closed problem, so nothing is drawn"},
             to_string(*options.quarter)));
  return print_table(world, options.output,
                     look_back_table(draw, list_context(*reading, world.lang)));
}

}  // namespace

Command rectify_sample_command() {
  return make_command<RectifySampleOptions>(
      "rectify sample",
      {"抽签定回头看：哪些已销号的问题再看一遍",
       "draw the look-back: which closed problems are looked at again"},
      {"$ sihu rectify sample 2026Q3 --share 20 --seed '双色球2026117'",
       "$ sihu rectify sample 2026Q3 --share 20 --seed 'lottery 2026117'"},
      declare, run);
}

}  // namespace sihu
