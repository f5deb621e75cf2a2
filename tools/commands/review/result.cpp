// sihu review result: what the sheets of a quarter come to, and who gave what to nobody.
#include "base/utf8.hpp"
#include "report/review_words.hpp"
#include "review/severity.hpp"
#include "tools/cli/command.hpp"
#include "tools/cli/output.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/review.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

struct ReviewResultOptions {
  std::optional<Quarter> quarter;
  bool record = false;
  Output output;
};

void declare(Flags& flags, ReviewResultOptions& options) {
  flags.quarter("QUARTER", options.quarter, {"季度", "the quarter"});
  flags.flag("--record", options.record,
             {"委员会把结果记入台账，以后不再收评分表",
              "the committee records the result; no more sheets are taken then"});
  declare_output(flags, options.output);
}

tl::unexpected<Failure> interrupted() {
  return fail(Kind::environment, "interrupted", phrase(Text{"被中断", "interrupted"}));
}

// Sheets read and added up, from one state of the ledger.
struct AddedUp {
  OpenedReview opened;
  std::vector<ReviewResult> results;
};

Result<AddedUp> add_up(const World& world, SheetReader& reader, const ReviewDesk& desk,
                       const ReviewState& state) {
  auto opened = reader.open(state);
  if (!opened) return tl::unexpected(opened.error());
  AddedUp added{std::move(*opened), {}};
  // With some sheets missing a result would be of those that happen to be readable.
  if (!added.opened.locked.empty()) return added;
  const Organisation& organisation = desk.workspace.organisation();
  std::vector<std::string> branches;
  for (const Branch& branch : organisation.branches) branches.push_back(branch.id);
  added.results =
      review_results(branches, added.opened.sheets,
                     {organisation.review.method, desk.least(), desk.kept.rubric.classes,
                      to_string(desk.quarter), world.interrupted, sheet_levels(desk.kept.rubric)});
  if (world.interrupted && world.interrupted()) return interrupted();
  return added;
}

tl::unexpected<Failure> still_sealed(const OpenedReview& opened) {
  return fail(
      Kind::refused, "review-key-missing",
      phrase(Text{"{0} 份评分表密封着，打开它们的私钥不在这台机器上",
                  "{0} sealed, and the key that opens them is not on this machine"},
             counted(std::ssize(opened.locked), "sheet")),
      phrase(Text{"在有委员会互评私钥的机器上执行", "run it where the committee's review key is"}));
}

// Nothing recorded would look as if the committee were done.
Result<void> check_any_sheet(const ReviewDesk& desk, const ReviewState& state) {
  const Organisation& organisation = desk.workspace.organisation();
  Phrase nothing = nothing_handed_in(
      {state, organisation, organisation.review.method, desk.least()}, desk.quarter);
  if (nothing.empty()) return {};
  return fail(Kind::refused, "no-sheets", std::move(nothing));
}

Result<void> record(World& world, const ReviewDesk& desk, SheetReader& reader) {
  const auto author = world.author(desk.workspace);
  if (!author) return tl::unexpected(author.error());
  const Organisation& organisation = desk.workspace.organisation();
  const Person& person = *organisation.find_person(author->person);
  ResultsRecording recording;
  const auto receipt =
      desk.workspace.record(*author, [&](const Ledger& ledger) -> Result<Decision> {
        const ReviewState state = fold_review(ledger, desk.quarter);
        const auto added = add_up(world, reader, desk, state);
        if (!added) return tl::unexpected(added.error());
        if (!added->opened.locked.empty()) return still_sealed(added->opened);
        auto wanted = record_results(added->results, state, desk.kept.rubric, person,
                                     recording_day(*author, desk.workspace));
        if (!wanted) return tl::unexpected(wanted.error());
        if (auto any = check_any_sheet(desk, state); !any) return tl::unexpected(any.error());
        recording = std::move(*wanted);
        return Decision{recording.drafts, RoleName::committee, {desk.kept.text}};
      });
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  world.say_to_people(
      phrase(Text{"记录了 {0} 个支部的结果，{1} 个早已记录、保持不变",
                  "recorded the result of {0}; {1} recorded before stay as they are"},
             recording.drafts.size(), recording.kept.size()));
  return {};
}

Exit print_list(World& world, const ReviewResultOptions& options, const ReviewList& list) {
  const auto format = format_of(options.output);
  if (!format) return report_failure(world, format.error());
  if (const Phrase nothing = nothing_handed_in(list, *options.quarter);
      *format == Format::table && !nothing.empty()) {
    world.say_to_people(nothing);
    return Exit::done;
  }
  const Table table = review_table(list);
  if (!is_for_people(*format)) {
    for (const Phrase& line : review_words(list)) world.say_to_people(line);
    return print_table(world, options.output, table);
  }
  Briefing briefing{{table}, {}};
  for (const CommentedBranch& branch : commented_branches(list))
    briefing.notes.push_back({branch.heading, branch.comments});
  briefing.say(review_words(list));
  return print_briefing(world, options.output, briefing);
}

// Sheets that are none of theirs count for nobody; who handed them in is public.
Exit say_damaged(World& world, const OpenedReview& opened, Exit otherwise) {
  if (opened.several_rubrics)
    world.say_to_people(phrase(Text{"评分表用了不止一版评分规则，各按自己的那版折算成 100 分",
                                    "sheets go by more than one version of the rubric, each is out "
                                    "of 100 by its own"}));
  for (const std::string& subject : opened.damaged)
    world.say_to_people(phrase(Text{"评分表 {0} 打不开或不合评分规则，不计",
                                    "the sheet {0} can't be opened or is none of its rubric: left "
                                    "out"},
                               subject));
  for (const std::string& subject : opened.not_entitled)
    world.say_to_people(phrase(Text{"评分表 {0} 不是有权评它的人交的，不计",
                                    "the sheet {0} is by nobody who may review that branch: left "
                                    "out"},
                               subject));
  for (const std::string& subject : opened.in_the_open)
    world.say_to_people(phrase(Text{"评分表 {0} 没有密封，而别的已经密封，不计，请重新交",
                                    "the sheet {0} is not sealed while others are: left out, hand "
                                    "it in again"},
                               subject));
  const bool all_good =
      opened.damaged.empty() && opened.not_entitled.empty() && opened.in_the_open.empty();
  return all_good ? otherwise : Exit::integrity;
}

// A quarter that is planned or has begun may have no sheet yet.
Result<void> check_known(const ReviewDesk& desk) {
  if (desk.has_records || desk.plan || desk.quarter == Quarter::of(desk.today)) return {};
  return unknown_quarter(desk.quarter);
}

Exit run(const ReviewResultOptions& options, World& world) {
  auto desk = open_desk(world, *options.quarter);
  if (!desk) return report_failure(world, desk.error());
  if (auto known = check_known(*desk); !known) return report_failure(world, known.error());
  SheetReader reader(world, *desk);
  if (options.record) {
    if (auto recorded = record(world, *desk, reader); !recorded)
      return report_failure(world, recorded.error());
    const auto ledger = desk->workspace.read_ledger();
    if (!ledger) return report_failure(world, ledger.error());
    desk->state = fold_review(*ledger, desk->quarter);
  }
  const auto added = add_up(world, reader, *desk, desk->state);
  if (!added) return report_failure(world, added.error());
  if (!added->opened.locked.empty() && desk->state.results.empty())
    return report_failure(world, still_sealed(added->opened).value());
  ReviewList list{desk->state, desk->workspace.organisation(),
                  desk->workspace.organisation().review.method, desk->least()};
  list.results = added->results;
  list.locked = added->opened.locked.size();
  list.groups =
      list.locked > 0 ? compared_branches(desk->state) : compared_branches(added->opened.sheets);
  say_secrecy(world, *desk);
  return say_damaged(world, added->opened, print_list(world, options, list));
}

}  // namespace

Command review_result_command() {
  return make_command<ReviewResultOptions>(
      "review result",
      {"互评结果；谁打了几分，什么地方都不显示",
       "what the reviews come to; who gave what is shown nowhere"},
      {"$ sihu review result 2026Q4\n$ sihu review result 2026Q4 --record --as p900",
       "$ sihu review result 2026Q4\n$ sihu review result 2026Q4 --record --as p900"},
      declare, run);
}

}  // namespace sihu
