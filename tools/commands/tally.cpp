// sihu tally: a quarter added up and ranked.
#include "base/utf8.hpp"
#include "report/tally_explanation.hpp"
#include "report/tally_list.hpp"
#include "report/tally_reviews.hpp"
#include "report/tally_words.hpp"
#include "tally/read_tally.hpp"
#include "tally/severity.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/quarter_result.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>

namespace sihu {
namespace {

struct TallyOptions {
  std::vector<std::string> words;
  bool from = false;
  std::string explain;
  bool weights = false;
  std::string fail_on = "none";
  std::string seal;
  Output output;
};

void declare(Flags& flags, TallyOptions& options) {
  flags.texts("QUARTER|FILE", options.words,
              {"一个季度；和 --from 一起：要合并的文件，也可写明季度",
               "one quarter; with --from the files to bring together, and the quarter if you "
               "like"},
              Flags::What::quarter);
  flags.flag(
      "--from", options.from,
      {"合并别处用 --format json 写出的排名：支部不得重复，季度、规则须一致",
       "bring together what --format json wrote elsewhere: no branch twice, one quarter, the "
       "same rules"});
  flags.text("--explain", options.explain,
             {"该支部的总分怎么来的，一直到台账的行",
              "how the total of that branch came about, down to the ledger's lines"},
             Flags::What::branch);
  flags.flag("--weights", options.weights,
             {"只给各部分的权重和实际占比", "only what each part weighs and what it decides"});
  flags.choice("--fail-on", options.fail_on, {"incomplete", "none"},
               {"有分数是暂定的、或有支部排不了名时退出码为 1",
                "exit 1 when a score is provisional or a branch can't be ranked"});
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

tl::unexpected<Failure> wrong_use(std::string name, Phrase what) {
  return fail(Kind::usage, std::move(name), std::move(what));
}

// One is about a branch, the other about all of them.
Result<void> check_one_view(const TallyOptions& options) {
  if (options.explain.empty() || !options.weights) return {};
  return wrong_use(
      "explain-or-weights",
      phrase(Text{"--explain 和 --weights 只能用一个：一个说一个支部的总分，一个说各部分的权重",
                  "use --explain or --weights, not both: one is about the total of a "
                  "branch, the other about what the parts weigh"}));
}

// What was typed, told apart.
struct Wanted {
  std::optional<Quarter> quarter;
  std::vector<std::string> files;
};

Result<Wanted> wanted_files(const TallyOptions& options) {
  Wanted wanted;
  for (const std::string& word : options.words) {
    const auto quarter = Quarter::parse(word);
    if (quarter && wanted.quarter)
      return wrong_use("two-quarters", phrase(Text{"季度只能写一个", "name one quarter only"}));
    if (quarter)
      wanted.quarter = quarter;
    else
      wanted.files.push_back(word);
  }
  if (!options.explain.empty() || !options.seal.empty())
    return wrong_use("from-alone", phrase(Text{"--from 不和 --explain、--seal 一起用：没有台账可看",
                                               "--from goes without --explain and --seal: there is "
                                               "no ledger to look at"}));
  if (wanted.files.empty())
    return wrong_use("no-files", phrase(Text{"--from 后面要写文件", "--from needs files"}));
  return wanted;
}

Result<Wanted> read_words(const TallyOptions& options) {
  if (options.from) return wanted_files(options);
  Wanted wanted;
  if (options.words.size() > 1)
    return wrong_use("unexpected-argument",
                     phrase(Text{"多余的参数 \"{0}\"", "unexpected argument \"{0}\""},
                            visible(options.words[1])));
  if (auto fault = read_quarter({}, options.words.front(), wanted.quarter)) {
    fault->place = {};
    fault->what =
        phrase(Text{"{0}: {1}", "{0}: {1}"}, phrase(Text{"季度", "QUARTER"}), fault->what);
    return fail(Kind::usage, {std::move(*fault)});
  }
  return wanted;
}

Briefing briefing_of(const Ranking& ranking) {
  Briefing briefing{{tally_table(ranking.tally), component_table(ranking.tally)}, {}};
  briefing.say(tally_words(ranking.tally, ranking.basis, ranking.earlier));
  briefing.say(ranking.about_reviews);
  return briefing;
}

// People want the weights and what has to be said beside the list; programs want the list alone.
Exit print_ranking(World& world, const TallyOptions& options, const Ranking& ranking) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  Exit printed = Exit::done;
  if (options.weights)
    printed = print_table(world, options.output, component_table(ranking.tally));
  else if (!is_for_people(*format))
    printed = print_table(world, options.output, tally_table(ranking.tally));
  else
    printed = print_briefing(world, options.output, briefing_of(ranking));
  const bool bad = options.fail_on == "incomplete" && is_incomplete(ranking.tally);
  return printed == Exit::done && bad ? Exit::bad_news : printed;
}

Exit combine(World& world, const TallyOptions& options, const Wanted& wanted) {
  std::vector<WrittenTally> tallies;
  Failure failure;
  for (const std::string& file : wanted.files) {
    const auto text = world.read_input(file);
    auto written = text ? read_tally(*text, file) : tl::unexpected(text.error());
    if (written)
      tallies.push_back(std::move(*written));
    else
      add_failure(failure, written.error());
  }
  if (!failure.faults.empty()) return report_failure(world, failure);
  if (wanted.quarter && tallies.front().quarter != *wanted.quarter)
    return report_failure(
        world, Failure{Kind::refused,
                       {{{wanted.files.front(), 0, 0},
                         "another-quarter",
                         phrase(Text{"是 {0} 的，不是 {1} 的", "is of {0}, not of {1}"},
                                to_string(tallies.front().quarter), to_string(*wanted.quarter))}}});
  auto tally = combine_tallies(std::move(tallies));
  if (!tally) return report_failure(world, tally.error());
  add_ranges_by_errors(*tally);
  const bool compared =
      std::ranges::any_of(tally->rows, [](const TallyRow& row) { return row.earlier.has_value(); });
  const auto earlier = compared ? std::optional(tally->quarter.previous()) : std::nullopt;
  return print_ranking(world, options, {std::move(*tally), RangeBasis::closed_form, earlier, {}});
}

Exit explain(World& world, const TallyOptions& options, const ProblemReading& reading, Shelf& shelf,
             const QuarterResult& result) {
  const CorrectedScores corrected = correct_severity(personal_scores(result.parts.checks));
  const OverviewScene scene = overview_scene(reading, shelf);
  const ListContext context = list_context(reading, world.lang);
  const Table table = tally_explanation(
      {result.ranking.tally, *result.ranking.tally.find(options.explain),
       *result.parts.find(options.explain), corrected, scene, reviews_apart_words(result.parts),
       [&](const Problem& problem) { return title_of(problem, context); }});
  const auto format = format_of(options.output);
  if (!format || *format != Format::table) return print_table(world, options.output, table);
  return print_data(world, options.output,
                    visible(table.title.in(world.lang)) + '\n' +
                        render(table, *format, look_for(world, options.output)));
}

Exit tally_ledger(World& world, const TallyOptions& options, Quarter quarter) {
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (auto known = check_known_branch(*reading, options.explain); !known)
    return report_failure(world, known.error());
  if (auto known = check_known_quarter(*reading, quarter); !known)
    return report_failure(world, known.error());
  Shelf shelf(reading->workspace);
  const auto result = quarter_result(world, *reading, shelf, quarter);
  if (!result) return report_failure(world, result.error());
  if (!options.explain.empty()) return explain(world, options, *reading, shelf, *result);
  const Exit printed = print_ranking(world, options, result->ranking);
  const bool settled = printed != Exit::done && printed != Exit::bad_news;
  return settled || !has_duplicate_ids(reading->list) ? printed : Exit::integrity;
}

Exit run(const TallyOptions& options, World& world) {
  world.seal_given = options.seal;
  if (auto one = check_one_view(options); !one) return report_failure(world, one.error());
  const auto wanted = read_words(options);
  if (!wanted) return report_failure(world, wanted.error());
  if (options.from) return combine(world, options, *wanted);
  return tally_ledger(world, options, *wanted->quarter);
}

}  // namespace

Command tally_command() {
  return make_command<TallyOptions>("tally",
                                    {"季度总分和排名", "the totals and the ranking of a quarter"},
                                    {"$ sihu tally 2026Q3\n"
                                     "$ sihu tally 2026Q3 --explain zb05\n"
                                     "$ sihu tally 2026Q3 --format json -o 甲市.json\n"
                                     "$ sihu tally --from 甲市.json 乙市.json",
                                     "$ sihu tally 2026Q3\n"
                                     "$ sihu tally 2026Q3 --explain zb05\n"
                                     "$ sihu tally 2026Q3 --format json -o city-a.json\n"
                                     "$ sihu tally --from city-a.json city-b.json"},
                                    declare, run);
}

}  // namespace sihu
