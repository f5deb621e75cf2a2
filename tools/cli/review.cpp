#include "tools/cli/review.hpp"

#include "review/form.hpp"
#include "store/plans.hpp"
#include "store/review_keys.hpp"
#include "store/secret_file.hpp"
#include "tools/cli/author_now.hpp"

#include <algorithm>

namespace sihu {

std::size_t ReviewDesk::least() const {
  return static_cast<std::size_t>(
      std::max(workspace.organisation().review.least, kept.rubric.least));
}

Result<ReviewDesk> open_desk(World& world, Quarter quarter) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return tl::unexpected(today.error());
  auto kept = current_rubric(*workspace);
  if (!kept) return tl::unexpected(kept.error());
  auto plan = read_plan(*workspace, quarter);
  if (!plan) return tl::unexpected(plan.error());
  const auto ledger = workspace->read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  for (const Fault& note : ledger->notes) world.say_to_people(note.what);
  ReviewState state = fold_review(*ledger, quarter);
  const bool has_records = std::ranges::any_of(
      ledger->files, [&](const LedgerFileFacts& file) { return file.header.quarter == quarter; });
  return ReviewDesk{std::move(*workspace), quarter, std::move(*kept), std::move(*plan),
                    std::move(state),      *today,  has_records};
}

void declare_late_sheets(Flags& flags, LateEntry& late) {
  declare_late_entry(flags, late,
                     {"补录：评分表是哪天填的", "handed in later: the day the sheets are of"});
}

Result<Reviewing> begin_reviewing(World& world, const ReviewDesk& desk, const LateEntry& late) {
  const auto author = world.author(desk.workspace);
  if (!author) return tl::unexpected(author.error());
  if (auto good = check_late_entry(late, desk.quarter, recording_day(*author, desk.workspace),
                                   {{"补录：--on 填表的日期 --reason 原因",
                                     "handed in later: --on the day they were filled in --reason "
                                     "why"},
                                    {"季度写 {0}", "name the quarter {0}"}});
      !good)
    return tl::unexpected(good.error());
  return Reviewing{*author, late};
}

Result<SheetsRecording> hand_in_sheets(World& world, const ReviewDesk& desk,
                                       const Reviewing& reviewing,
                                       const std::vector<NewSheet>& sheets) {
  const Author author = as_of_now(reviewing.author, world);
  const LateEntry& late = reviewing.late;
  SheetsRecording recording;
  const Person& person = *desk.workspace.organisation().find_person(author.person);
  const auto decide = [&](const Ledger& ledger) -> Result<Decision> {
    const ReviewState state = fold_review(ledger, desk.quarter);
    auto wanted =
        hand_in({desk.rules(), desk.kept.doc(), state, person,
                 recording_day(author, desk.workspace), draw_secret, late.on, late.reason},
                sheets);
    if (!wanted) return tl::unexpected(wanted.error());
    recording = std::move(*wanted);
    return Decision{recording.drafts, recording.role, {desk.kept.text}};
  };
  const auto receipt = desk.workspace.record(author, decide);
  if (!receipt) return tl::unexpected(receipt.error());
  for (const Fault& note : receipt->notes) world.say_to_people(note.what);
  return recording;
}

std::optional<Fault> refusal_of(const ReviewDesk& desk, const Person& person, Date today,
                                const SheetKey& key) {
  return why_not_taken({desk.rules(), desk.kept.doc(), desk.state, person, today, draw_secret},
                       key);
}

void say_overwritten(World& world, const SheetsRecording& recording) {
  for (const OverwrittenSheet& sheet : recording.overwritten)
    world.say_to_people(phrase(Text{"{0} 评 {1} 的表替换了 {2} 代录的那份",
                                    "the sheet of {0} about {1} replaces the one that {2} entered"},
                               sheet.key.person, sheet.key.branch, sheet.by));
}

void say_secrecy(World& world, const ReviewDesk& desk) {
  if (!desk.is_sealed()) world.say_to_people(secrecy_words(false));
}

Result<void> SheetReader::look_for_keys(const ReviewState& state) {
  for (const auto& [key, handed] : state.sheets) {
    if (!handed.is_sealed() || secrets_.contains(handed.box_key)) continue;
    auto secret = review_secret(world_.config_home, handed.box_key);
    if (!secret) return tl::unexpected(secret.error());
    secrets_.emplace(handed.box_key, std::move(*secret));
  }
  return {};
}

Result<void> SheetReader::look_for_rubrics(const ReviewState& state) {
  for (const auto& [key, handed] : state.sheets) {
    if (handed.doc == desk_.kept.doc() || rubrics_.contains(handed.doc)) continue;
    auto kept = recorded_rubric(desk_.workspace, handed.doc);
    if (!kept) return tl::unexpected(kept.error());
    rubrics_.emplace(handed.doc, std::move(*kept));
  }
  return {};
}

Result<OpenedReview> SheetReader::open(const ReviewState& state) {
  if (auto keys = look_for_keys(state); !keys) return tl::unexpected(keys.error());
  if (auto rubrics = look_for_rubrics(state); !rubrics) return tl::unexpected(rubrics.error());
  return open_sheets(state,
                     {desk_.workspace.organisation(), desk_.kept.rubric, desk_.workspace.zone(),
                      [this](const std::string& key16) { return secrets_.at(key16); },
                      [this](const std::string& doc) {
                        const auto found = rubrics_.find(doc);
                        return found == rubrics_.end() ? &desk_.kept.rubric : &found->second.rubric;
                      }});
}

}  // namespace sihu
