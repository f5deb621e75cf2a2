// sihu review run: review branch by branch, at a terminal or from a pipe.
#include "review/run.hpp"

#include "tools/cli/command.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/review.hpp"
#include "tools/terminal/line.hpp"

#include <ostream>

namespace sihu {
namespace {

struct Options {
  std::optional<Quarter> quarter;
  std::string branch;
};

void declare(Flags& flags, Options& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.optional_from_here();
  flags.text("BRANCH", options.branch,
             {"只评这个支部；评过的重评", "this branch alone, and anew if it was reviewed"},
             Flags::What::branch);
}

// What is asked: the branch that was named, or all that nothing was handed in about yet.
Result<std::vector<const Branch*>> branches_asked(const ReviewDesk& desk, const Person& person,
                                                  const std::string& named) {
  const Organisation& organisation = desk.workspace.organisation();
  if (auto known = check_known_branch(organisation, named); !known)
    return tl::unexpected(known.error());
  if (!named.empty()) {
    if (auto may = may_review(desk.rules(), person, named, desk.today); !may)
      return tl::unexpected(may.error());
    return std::vector<const Branch*>{organisation.find_branch(named)};
  }
  auto branches = branches_to_review(desk.rules(), person, desk.today);
  if (!branches) return branches;
  std::erase_if(*branches, [&](const Branch* branch) {
    return desk.state.find({desk.quarter, branch->id, person.id}) ||
           desk.state.results.contains(branch->id);
  });
  return branches;
}

void show(World& world, const Phrase& text) {
  const auto& words = text.in(world.lang);
  if (!words.empty()) world.err << words << (words.ends_with('\n') ? "" : "\n");
}

// Nothing, or the status to end with: on a terminal the branch is asked again.
std::optional<Exit> record(World& world, const ReviewDesk& desk, const Author& author,
                           ReviewRun& run, const ReviewReply& reply) {
  const auto recording = hand_in_sheets(world, desk, author, {reply.sheet});
  if (!recording) {
    const Exit exit = report_failure(world, recording.error());
    if (!world.in_terminal) return exit;
    run.refused();
    return std::nullopt;
  }
  show(world,
       phrase(Text{"已交 {0} 的评分表", "handed in the sheet about {0}"}, reply.sheet.key.branch));
  run.handed_in();
  return std::nullopt;
}

Exit finish(World& world, const ReviewRun& run, bool any_wrong) {
  world.say_recorded(
      say(world.lang, Text{"这次交了 {0} 份\n", "handed in now: {0}\n"}, run.handed_in_count()));
  return any_wrong ? Exit::input : Exit::done;
}

Exit converse(World& world, const ReviewDesk& desk, const Author& author, ReviewRun& run) {
  LineReader reader(world);
  bool any_wrong = false;
  while (!run.over()) {
    show(world, run.card());
    const auto line = reader.read(run.prompt().in(world.lang));
    if (reader.interrupted()) {
      world.say_to_people(phrase(Text{"已中断；交过的都已保存，打到一半的没有",
                                      "interrupted; what was handed in is saved, what was only "
                                      "begun is not"}));
      return Exit::interrupted;
    }
    any_wrong = any_wrong || reader.unreadable();
    if (!line) break;
    const ReviewReply reply = run.answer(*line);
    show(world, reply.message);
    any_wrong = any_wrong || (reply.wrong && !world.in_terminal);
    if (reply.kind == ReviewReply::Kind::quit) break;
    if (reply.kind != ReviewReply::Kind::hand_in) continue;
    if (const auto exit = record(world, desk, author, run, reply)) return *exit;
  }
  return finish(world, run, any_wrong);
}

Exit run(const Options& options, World& world) {
  const auto desk = open_desk(world, *options.quarter);
  if (!desk) return report_failure(world, desk.error());
  const auto author = world.author(desk->workspace);
  if (!author) return report_failure(world, author.error());
  const Person& person = *desk->workspace.organisation().find_person(author->person);
  const auto branches = branches_asked(*desk, person, options.branch);
  if (!branches) return report_failure(world, branches.error());
  if (branches->empty()) {
    world.say_to_people(phrase(Text{"该评的都评过了；要重评，写出支部编号",
                                    "all is reviewed; to review one anew, name it"}));
    return Exit::done;
  }
  say_secrecy(world, *desk);
  ReviewRun talk({desk->quarter, desk->kept.rubric, person.id, *branches});
  return converse(world, *desk, *author, talk);
}

}  // namespace

Command review_run_command() {
  return make_command<Options>("review run",
                               {"逐个支部打分，可随时中断、接着做",
                                "review branch by branch; may be interrupted and resumed"},
                               {"$ sihu review run 2026Q4\n$ sihu review run 2026Q4 zb05",
                                "$ sihu review run 2026Q4\n$ sihu review run 2026Q4 zb05"},
                               declare, run);
}

}  // namespace sihu
