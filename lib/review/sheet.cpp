#include "review/sheet.hpp"

#include <algorithm>

namespace sihu {
namespace {

// What stands before the first `end` in `text`, which loses it; nothing where there is no `end`.
std::optional<std::string_view> take_until(std::string_view& text, char end) {
  const auto at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const auto before = text.substr(0, at);
  text.remove_prefix(at + 1);
  return before;
}

std::optional<GivenScore> parse_score(std::string_view text) {
  const auto criterion = take_until(text, '=');
  const auto score = Rational::parse(text);
  if (!criterion || criterion->empty() || !score) return std::nullopt;
  return GivenScore{std::string(*criterion), *score};
}

const GivenScore* find_score(const ReviewSheet& sheet, const std::string& criterion) {
  const auto found = std::ranges::find(sheet.scores, criterion, &GivenScore::criterion);
  return found == sheet.scores.end() ? nullptr : &*found;
}

}  // namespace

std::string subject_of(const SheetKey& key) {
  return to_string(key.quarter) + "/" + key.branch + "/" + key.person;
}

std::optional<SheetKey> parse_sheet_subject(std::string_view subject) {
  const auto quarter_text = take_until(subject, '/');
  const auto quarter = quarter_text ? Quarter::parse(*quarter_text) : std::nullopt;
  const auto branch = take_until(subject, '/');
  if (!quarter || !branch || branch->empty() || subject.empty()) return std::nullopt;
  if (subject.find('/') != std::string_view::npos) return std::nullopt;
  return SheetKey{*quarter, std::string(*branch), std::string(subject)};
}

std::string write_scores(const ReviewSheet& sheet) {
  std::string text;
  for (const GivenScore& given : sheet.scores)
    text += (text.empty() ? "" : ";") + given.criterion + "=" + given.score.shortest();
  return text;
}

std::optional<std::vector<GivenScore>> parse_scores(std::string_view text) {
  std::vector<GivenScore> scores;
  while (true) {
    const auto end = std::min(text.find(';'), text.size());
    auto score = parse_score(text.substr(0, end));
    if (!score) return std::nullopt;
    scores.push_back(std::move(*score));
    if (end == text.size()) return scores;
    text.remove_prefix(end + 1);
  }
}

std::string boxed_text(const SheetKey& key, const ReviewSheet& sheet) {
  return subject_of(key) + "\n" + write_scores(sheet) + "\n" + sheet.comment;
}

std::optional<ReviewSheet> read_boxed(std::string_view text, const SheetKey& key) {
  const auto subject = take_until(text, '\n');
  const auto scores_text = take_until(text, '\n');
  if (!subject || *subject != subject_of(key) || !scores_text) return std::nullopt;
  auto scores = parse_scores(*scores_text);
  if (!scores) return std::nullopt;
  return ReviewSheet{std::move(*scores), std::string(text)};
}

bool fits_box(const SheetKey& key, const ReviewSheet& sheet) {
  return boxed_text(key, sheet).size() < sheet_bytes;
}

std::optional<Rational> sheet_total(const Rubric& rubric, const ReviewSheet& sheet) {
  if (sheet.scores.size() != rubric.criteria.size()) return std::nullopt;
  Rational total;
  for (const Criterion& criterion : rubric.criteria) {
    const GivenScore* given = find_score(sheet, criterion.id);
    if (!given || given->score < Rational(rubric.from) || given->score > Rational(rubric.to))
      return std::nullopt;
    total += criterion.weight * given->score / Rational(rubric.to);
  }
  return total;
}

}  // namespace sihu
