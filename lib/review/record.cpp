#include "review/record.hpp"

#include "base/sealed_box.hpp"
#include "review/published.hpp"
#include "review/spread.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t key_digits = 16;

Result<void> check_quarter(const HandingIn& scene, const std::vector<NewSheet>& sheets) {
  for (const NewSheet& made : sheets)
    if (made.key.quarter.first_day() > scene.today)
      return fail(Kind::refused, "future-quarter",
                  phrase(Text{"{0} 还没开始，今天是 {1}", "{0} has not begun, today is {1}"},
                         to_string(made.key.quarter), to_string(scene.today)));
  return {};
}

// What is in the sheet, readable or in a box.
Result<void> add_sheet(Draft& draft, const HandingIn& scene, const NewSheet& made) {
  const std::string& key = scene.rules.organisation.review.key;
  if (key.empty()) {
    draft.fields.push_back({"sheet", write_scores(made.sheet)});
    draft.fields.push_back({"note", made.sheet.comment});
    return {};
  }
  const auto fresh = scene.draw_key();
  if (!fresh) return tl::unexpected(fresh.error());
  auto box = seal_box(boxed_text(made.key, made.sheet), sheet_bytes, key, *fresh);
  if (!box)
    return fail(Kind::input, "not-a-review-key",
                phrase(Text{"sihu.yaml 的 review.key 不能用来密封",
                            "nothing can be sealed to review.key of sihu.yaml"}));
  draft.fields.push_back({"sheet", std::move(*box)});
  draft.fields.push_back({"key", key.substr(0, key_digits)});
  return {};
}

Result<Draft> draft_of(const HandingIn& scene, const NewSheet& made) {
  Draft draft{"review.sheet",
              subject_of(made.key),
              {{"version", scene.rules.rubric.version},
               {"doc", scene.doc},
               {"rubric", scene.rules.rubric.id}}};
  if (auto added = add_sheet(draft, scene, made); !added) return tl::unexpected(added.error());
  if (scene.on) draft.fields.push_back({"on", to_string(*scene.on)});
  if (!scene.reason.empty()) draft.fields.push_back({"reason", scene.reason});
  return draft;
}

// The same file again. What is in a box nobody can compare: there it takes the place of itself.
bool is_same(const HandedIn& before, const HandingIn& scene, const NewSheet& made) {
  return !before.is_sealed() && scene.rules.organisation.review.key.empty() &&
         before.doc == scene.doc && before.by == scene.person.id &&
         before.text == write_scores(made.sheet) && before.comment == made.sheet.comment;
}

// Told once in a quarter: two of them, with and without a branch, would tell of that branch.
std::optional<int> spread_to_record(const std::vector<ReviewResult>& results,
                                    const ReviewState& state) {
  const bool is_told = std::ranges::any_of(
      state.results, [](const auto& one) { return one.second.spread.has_value(); });
  return is_told ? std::nullopt : told_spread(results);
}

// A clock that is behind those of the reviewers puts no result before its sheets.
std::optional<Instant> newest_sheet(const ReviewState& state, const std::string& branch) {
  std::optional<Instant> newest;
  for (const auto& [key, sheet] : state.sheets)
    if (key.branch == branch && (!newest || *newest < sheet.at)) newest = sheet.at;
  return newest;
}

Draft draft_of(const ReviewResult& result, const ReviewState& state, const Rubric& rubric,
               std::optional<int> spread) {
  const PublishedReview told = *published(result);
  Draft draft{"review.result",
              result_subject(state.quarter, result.branch),
              {{"version", rubric.version},
               {"value", told.value.fraction()},
               {"method", std::string(to_string(result.method))},
               {"rubric", rubric.id},
               {"sheets", std::to_string(result.sheets)}}};
  if (told.mean) draft.fields.push_back({"mean", told.mean->fraction()});
  if (told.error) {
    draft.fields.push_back({"error", told.error->shortest(1)});
    draft.fields.push_back({"low", told.low->shortest(1)});
    draft.fields.push_back({"high", told.high->shortest(1)});
  }
  draft.fields.push_back({"counted", digest_of_sheets(state, result.branch)});
  if (spread) draft.fields.push_back({"spread", std::to_string(*spread)});
  draft.past = newest_sheet(state, result.branch);
  return draft;
}

}  // namespace

std::optional<Fault> why_not_taken(const HandingIn& scene, const SheetKey& key) {
  const Person* reviewer = scene.rules.organisation.find_person(key.person);
  const bool own = key.person == scene.person.id;
  if (!own && !scene.person.has_role(RoleName::committee, scene.today))
    return Fault{{},
                 "not-own-sheet",
                 phrase(Text{"{0} 的评分表只能由本人或委员会交",
                             "the sheet of {0} is handed in by that person or the committee"},
                        key.person)};
  if (auto may = may_review(scene.rules, *reviewer, key.branch, scene.today); !may)
    return may.error().faults.front();
  if (scene.state.results.contains(key.branch))
    return Fault{{},
                 "review-closed",
                 phrase(Text{"{0} 在 {1} 的互评结果已记录，不再收评分表",
                             "the result of {0} for {1} is recorded, no more sheets are taken"},
                        key.branch, to_string(key.quarter))};
  const HandedIn* before = scene.state.find(key);
  if (!own && before && before->own)
    return Fault{
        {},
        "has-own-sheet",
        phrase(Text{"{0} 已自己交了评 {1} 的表，别人不能代换",
                    "{0} has handed in a sheet about {1} personally; nobody else replaces it"},
               key.person, key.branch)};
  return std::nullopt;
}

Result<SheetsRecording> hand_in(const HandingIn& scene, const std::vector<NewSheet>& sheets) {
  if (auto begun = check_quarter(scene, sheets); !begun) return tl::unexpected(begun.error());
  SheetsRecording recording;
  std::vector<Fault> faults;
  for (const NewSheet& made : sheets) {
    if (auto fault = why_not_taken(scene, made.key)) {
      fault->place = made.place;
      faults.push_back(std::move(*fault));
      continue;
    }
    const HandedIn* before = scene.state.find(made.key);
    if (before && is_same(*before, scene, made)) {
      ++recording.unchanged;
      continue;
    }
    auto draft = draft_of(scene, made);
    if (!draft) return tl::unexpected(draft.error());
    recording.drafts.push_back(std::move(*draft));
    if (before) ++recording.replaced;
    if (before && !before->own) recording.overwritten.push_back({made.key, before->by});
  }
  if (!faults.empty()) return fail(Kind::refused, std::move(faults));
  const bool all_own = std::ranges::all_of(
      sheets, [&](const NewSheet& made) { return made.key.person == scene.person.id; });
  if (!all_own || sheets.empty()) {
    recording.role = RoleName::committee;
    return recording;
  }
  recording.role = *may_review(scene.rules, scene.person, sheets.front().key.branch, scene.today);
  return recording;
}

Result<ResultsRecording> record_results(const std::vector<ReviewResult>& results,
                                        const ReviewState& state, const Rubric& rubric,
                                        const Person& person, Date today) {
  if (!person.has_role(RoleName::committee, today))
    return fail(Kind::refused, "not-committee",
                phrase(Text{"互评结果由委员会记录，{0}在 {1} 不是委员会成员",
                            "the committee records results; {0} is no member of it on {1}"},
                       person.name, to_string(today)));
  ResultsRecording recording;
  const std::optional<int> spread = spread_to_record(results, state);
  for (const ReviewResult& result : results) {
    if (result.state != ReviewResult::State::told) continue;
    if (state.results.contains(result.branch))
      recording.kept.push_back(result.branch);
    else
      recording.drafts.push_back(draft_of(result, state, rubric, spread));
  }
  return recording;
}

}  // namespace sihu
