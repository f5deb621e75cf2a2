// sihu review run: review branch by branch, at a terminal or from a pipe.
#include "review/run.hpp"

#include "tools/cli/command.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/review.hpp"
#include "tools/terminal/line.hpp"
#include "wording/number.hpp"

#include <ostream>

namespace sihu {
namespace {

struct ReviewRunOptions {
  std::optional<Quarter> quarter;
  std::string branch;
  LateEntry late;
};

void declare(Flags& flags, ReviewRunOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.optional_from_here();
  flags.text("BRANCH", options.branch,
             {"只评这个支部；评过的重评", "this branch alone, and anew if it was reviewed"},
             Flags::What::branch);
  declare_late_sheets(flags, options.late);
}

// What is asked: the branch that was named, or all that nothing was handed in about yet and whose
// result is open.
struct Asked {
  std::vector<const Branch*> branches;
  std::vector<Phrase> closed;  // names of those that it is too late for
};

Result<Asked> named_branch(const ReviewDesk& desk, const Person& person, Date today,
                           const std::string& named) {
  const Organisation& organisation = desk.workspace.organisation();
  if (auto known = check_known_branch(organisation, named); !known)
    return tl::unexpected(known.error());
  if (auto refusal = refusal_of(desk, person, today, {desk.quarter, named, person.id}))
    return fail(Kind::refused, {std::move(*refusal)});
  return Asked{{organisation.find_branch(named)}, {}};
}

Result<Asked> open_branches(const ReviewDesk& desk, const Person& person, Date today) {
  const auto branches = branches_to_review(desk.rules(), person, today);
  if (!branches) return tl::unexpected(branches.error());
  Asked asked;
  for (const Branch* branch : *branches) {
    if (desk.state.find({desk.quarter, branch->id, person.id})) continue;
    if (desk.state.results.contains(branch->id))
      asked.closed.push_back(branch->name);
    else
      asked.branches.push_back(branch);
  }
  return asked;
}

Result<Asked> what_to_ask(const ReviewDesk& desk, const Author& author, const Person& person,
                          const std::string& named) {
  const Date today = recording_day(author, desk.workspace);
  return named.empty() ? open_branches(desk, person, today)
                       : named_branch(desk, person, today, named);
}

// Somebody recorded the result in the meantime: asking again would lead nowhere.
bool is_closed(const Failure& failure) {
  return failure.faults.front().name == "review-closed";
}

// Nothing, or the status to end with: on a terminal the branch is asked again.
std::optional<Exit> record(World& world, const ReviewDesk& desk, const Reviewing& reviewing,
                           ReviewRun& run, const ReviewReply& reply) {
  const auto recording = hand_in_sheets(world, desk, reviewing, {reply.sheet});
  if (!recording) {
    const Exit exit = report_failure(world, recording.error());
    if (!world.in_terminal) return exit;
    is_closed(recording.error()) ? run.closed() : run.refused();
    return std::nullopt;
  }
  say_overwritten(world, *recording);
  const Text said = recording->replaced > 0
                        ? Text{"已交 {0} 的评分表，替换了原来的",
                               "handed in the sheet about {0}, in place of the earlier one"}
                        : Text{"已交 {0} 的评分表", "handed in the sheet about {0}"};
  world.show(phrase(said, reply.sheet.key.branch));
  run.handed_in();
  return std::nullopt;
}

Exit finish(World& world, const ReviewRun& run, bool any_wrong) {
  world.show(run.half_sheet());
  world.say_recorded(
      say(world.lang, Text{"这次交了 {0} 份\n", "handed in now: {0}\n"}, run.handed_in_count()));
  return any_wrong ? Exit::input : Exit::done;
}

Exit converse(World& world, const ReviewDesk& desk, const Reviewing& reviewing, ReviewRun& run) {
  LineReader reader(world);
  bool any_wrong = false;
  while (!run.over()) {
    world.show(run.card());
    const auto line = reader.read(run.prompt().in(world.lang));
    if (reader.interrupted()) {
      world.show(run.half_sheet());
      world.say_to_people(phrase(Text{"已中断；交过的都已保存，打到一半的没有",
                                      "interrupted; what was handed in is saved, what was only "
                                      "begun is not"}));
      return Exit::interrupted;
    }
    any_wrong = any_wrong || reader.unreadable();
    if (!line) {
      any_wrong = any_wrong || (!world.in_terminal && !run.half_sheet().empty());
      break;
    }
    const ReviewReply reply = run.answer(*line);
    world.show(reply.message);
    any_wrong = any_wrong || (reply.wrong && !world.in_terminal);
    if (reply.kind == ReviewReply::Kind::quit) break;
    if (reply.kind != ReviewReply::Kind::hand_in) continue;
    if (const auto exit = record(world, desk, reviewing, run, reply)) return *exit;
  }
  return finish(world, run, any_wrong);
}

std::set<std::string, std::less<>> reviewed_before(const ReviewDesk& desk, const Person& person) {
  std::set<std::string, std::less<>> branches;
  for (const auto& [key, handed] : desk.state.sheets)
    if (key.person == person.id) branches.insert(key.branch);
  return branches;
}

Exit run(const ReviewRunOptions& options, World& world) {
  const auto desk = open_desk(world, *options.quarter);
  if (!desk) return report_failure(world, desk.error());
  const auto reviewing = begin_reviewing(world, *desk, options.late);
  if (!reviewing) return report_failure(world, reviewing.error());
  const Person& person = *desk->workspace.organisation().find_person(reviewing->author.person);
  const auto asked = what_to_ask(*desk, reviewing->author, person, options.branch);
  if (!asked) return report_failure(world, asked.error());
  if (!asked->closed.empty())
    world.say_to_people(phrase(Text{"互评结果已记录，不再收评分表：{0}",
                                    "the result is recorded, no more sheets are taken: {0}"},
                               enumerated(asked->closed)));
  if (asked->branches.empty()) {
    world.say_to_people(phrase(Text{"该评的都评过了；要重评，写出支部编号",
                                    "all is reviewed; to review one anew, name it"}));
    return Exit::done;
  }
  say_secrecy(world, *desk);
  ReviewRun talk({desk->quarter, desk->kept.rubric, person.id, asked->branches,
                  reviewed_before(*desk, person)});
  return converse(world, *desk, *reviewing, talk);
}

}  // namespace

Command review_run_command() {
  return make_command<ReviewRunOptions>("review run",
                                        {"逐个支部打分，可随时中断、接着做",
                                         "review branch by branch; may be interrupted and resumed"},
                                        {"$ sihu review run 2026Q4\n$ sihu review run 2026Q4 zb05",
                                         "$ sihu review run 2026Q4\n$ sihu review run 2026Q4 zb05"},
                                        declare, run);
}

}  // namespace sihu
