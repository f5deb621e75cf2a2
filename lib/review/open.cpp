#include "review/open.hpp"

#include "base/sealed_box.hpp"
#include "ledger/redaction.hpp"
#include "review/authority.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

std::optional<ReviewSheet> read_sheet(const HandedIn& handed, const std::string& secret) {
  if (handed.is_sealed()) {
    const auto text = open_box(handed.text, sheet_bytes, secret);
    return text ? read_boxed(*text, handed.key) : std::nullopt;
  }
  auto scores = parse_scores(handed.text);
  if (!scores) return std::nullopt;
  return ReviewSheet{std::move(*scores), handed.comment == hidden_text ? "" : handed.comment};
}

// By the rubric that the sheet was filled in by: classes may have changed since.
bool is_entitled(const HandedIn& handed, const Rubric& rubric, const SheetOpener& opener) {
  const Date on = opener.zone.date_of(handed.at);
  const Person* person = opener.organisation.find_person(handed.key.person);
  const Person* by = opener.organisation.find_person(handed.by);
  if (!person || !by) return false;
  if (!handed.own && !by->has_role(RoleName::committee, on)) return false;
  return may_review({opener.organisation, rubric}, *person, handed.key.branch, on).has_value();
}

std::string reviewers_of(const HandedIn& handed, const SheetOpener& opener) {
  const Person* person = opener.organisation.find_person(handed.key.person);
  const ReviewerClass* found =
      person ? class_of(opener.rubric, *person, opener.zone.date_of(handed.at)) : nullptr;
  return found ? found->id : std::string();
}

}  // namespace

OpenedReview open_sheets(const ReviewState& state, const SheetOpener& opener) {
  OpenedReview opened;
  std::set<std::string> docs;
  const bool sealing =
      std::ranges::any_of(state.sheets, [](const auto& sheet) { return sheet.second.is_sealed(); });
  for (const auto& [key, handed] : state.sheets) {
    const Rubric* rubric = opener.rubric_for(handed.doc);
    if (rubric && !is_entitled(handed, *rubric, opener)) {
      opened.not_entitled.push_back(subject_of(key));
      continue;
    }
    if (sealing && !handed.is_sealed()) {
      opened.in_the_open.push_back(subject_of(key));
      continue;
    }
    const auto secret =
        handed.is_sealed() ? opener.secret_for(handed.box_key) : std::optional(std::string());
    if (!secret) {
      opened.locked.push_back(subject_of(key));
      continue;
    }
    const auto sheet = read_sheet(handed, *secret);
    const auto total = sheet && rubric ? sheet_total(*rubric, *sheet) : std::nullopt;
    if (!total) {
      opened.damaged.push_back(subject_of(key));
      continue;
    }
    docs.insert(handed.doc);
    opened.sheets.push_back(
        {key.person, key.branch, reviewers_of(handed, opener), *total, sheet->comment});
  }
  opened.several_rubrics = docs.size() > 1;
  return opened;
}

}  // namespace sihu
