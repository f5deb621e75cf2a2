// sihu audit: the questions worth asking of a quarter.
#include "audit/audit.hpp"

#include "base/utf8.hpp"
#include "report/audit_list.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/output.hpp"
#include "wording/width.hpp"

namespace sihu {
namespace {

struct AuditOptions {
  std::optional<Quarter> quarter;
  std::string explain;
  bool tests = false;
  std::string fail_on = "question";
  std::string seal;
  Output output;
};

std::vector<std::string> explainable() {
  std::vector<std::string> names{"all"};
  for (const AuditTest test : all_audit_tests) names.emplace_back(to_string(test));
  return names;
}

void declare(Flags& flags, AuditOptions& options) {
  flags.optional_from_here();
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.choice("--explain", options.explain, explainable(),
               {"这项检验问什么、怎么算、何时问、有何局限；all：全部",
                "what that test asks, how it reckons, when it asks, what it can't tell; all: every "
                "test"});
  flags.flag("--tests", options.tests,
             {"只给各项检验看了什么、为何判不了",
              "only what each test looked at, and why one could not be made"});
  flags.choice("--fail-on", options.fail_on, {"question", "none"},
               {"有要问的时退出码为 1（默认），或总是 0",
                "exit 1 when there is something to ask (the default), or never"});
  declare_seal(flags, options.seal);
  declare_output(flags, options.output);
}

Exit explain(World& world, const AuditOptions& options) {
  const auto one = parse_audit_test(options.explain);
  const std::vector<AuditTest> all(all_audit_tests.begin(), all_audit_tests.end());
  return print_table(world, options.output,
                     audit_explanation(one ? std::vector<AuditTest>{*one} : all));
}

Briefing briefing_of(const Audit& audit, const OverviewScene& scene, bool in_window) {
  Table tests = audit_test_table(audit);
  if (in_window)  // `in_full` has them
    for (Column& column : tests.columns)
      if (column.key == "too_little" || column.key == "remark") column.in_table = false;
  Briefing briefing{{question_table(audit, scene), std::move(tests)}, {}};
  briefing.say(audit_words(audit));
  return briefing;
}

void add_wrapped(std::string& text, std::string line, int columns) {
  const std::string shown = visible(line);
  for (const std::string& part : wrap(shown, columns)) text += part + '\n';
}

// A window cuts the cells of a table; a question has to be read whole.
std::string in_full(const Audit& audit, const OverviewScene& scene, const Look& look) {
  if (look.columns < 2) return {};
  std::string text;
  for (const TestResult& result : audit.results) {
    const std::string test = phrase(wording(result.test)).in(look.lang);
    for (const Question& question : result.questions)
      add_wrapped(text, "? " + question_words(question, scene.organisation).in(look.lang),
                  look.columns);
    for (const Phrase& note : {result.too_little, result.remark})
      if (!note.empty()) add_wrapped(text, "- " + test + ": " + note.in(look.lang), look.columns);
  }
  return text.empty() ? text : "\n" + text;
}

// People want to know what was looked at beside the questions; programs want the questions alone.
Exit print(World& world, const AuditOptions& options, const Audit& audit,
           const OverviewScene& scene) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  const Table table = options.tests ? audit_test_table(audit) : question_table(audit, scene);
  if (!is_for_people(*format) || options.tests) return print_table(world, options.output, table);
  const Look look = look_for(world, options.output);
  const bool in_window = *format == Format::table && look.columns > 0;
  const Briefing briefing = briefing_of(audit, scene, in_window);
  if (!in_window) return print_briefing(world, options.output, briefing);
  return print_data(world, options.output,
                    render(briefing, *format, look) + in_full(audit, scene, look));
}

void say_left_out(World& world, const Audit& audit) {
  for (const Quarter quarter : audit.without_checklist)
    world.say_to_people(
        phrase(Text{"注意：{0} 有检查所依据的检查表不在，没有算进去",
                    "note: a checklist that checks of {0} go by is missing; they are left out"},
               to_string(quarter)));
}

// The quarter itself must be whole: what is left out of it would be asked about by nobody.
Result<Audit> audit_whole(const ProblemReading& reading, Shelf& shelf, Quarter quarter) {
  std::optional<Failure> missing;
  OverviewScene scene = overview_scene(reading, shelf);
  scene.checklist_for = [&](const CheckState& state) {
    const Checklist* checklist = shelf.for_state(state);
    if (!checklist && state.begun() && state.key.quarter == quarter && !missing)
      missing = shelf.recorded(state.beginnings.back().doc).error();
    return checklist;
  };
  Audit audit = audit_quarter(scene, quarter);
  if (missing) return tl::unexpected(std::move(*missing));
  return audit;
}

Exit run(const AuditOptions& options, World& world) {
  if (!options.explain.empty()) return explain(world, options);
  if (!options.quarter)
    return report_failure(
        world,
        Failure{Kind::usage,
                {{{},
                  "missing-argument",
                  phrase(Text{"要写明季度，或用 --explain", "name a quarter, or use --explain"}),
                  same("sihu audit 2026Q4")}}});
  world.seal_given = options.seal;
  const auto reading = read_problems(world);
  if (!reading) return report_failure(world, reading.error());
  if (auto known = check_known_quarter(*reading, options.quarter); !known)
    return report_failure(world, known.error());
  Shelf shelf(reading->workspace);
  const auto audit = audit_whole(*reading, shelf, *options.quarter);
  if (!audit) return report_failure(world, audit.error());
  say_left_out(world, *audit);
  const Exit printed = print(world, options, *audit, overview_scene(*reading, shelf));
  if (printed != Exit::done) return printed;
  if (has_duplicate_ids(reading->list)) return Exit::integrity;
  const bool asks = audit->questions() > 0 && options.fail_on == "question";
  return asks ? Exit::bad_news : Exit::done;
}

}  // namespace

Command audit_command() {
  return make_command<AuditOptions>(
      "audit", {"值得问的问题，不是结论", "questions worth asking, not verdicts"},
      {"$ sihu audit 2026Q3\n"
       "$ sihu audit 2026Q3 --tests\n"
       "$ sihu audit --explain leniency",
       "$ sihu audit 2026Q3\n"
       "$ sihu audit 2026Q3 --tests\n"
       "$ sihu audit --explain leniency"},
      declare, run);
}

}  // namespace sihu
