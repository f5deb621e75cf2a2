#include "review/state.hpp"

#include "base/sha256.hpp"
#include "review/published.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace sihu {
namespace {

constexpr int most_spread = 100;
constexpr std::size_t digest_digits = 16;

std::optional<double> number_in(const Event& event, std::string_view key) {
  const auto value = Rational::parse(event.get(key), 6);
  return value ? std::optional(value->approximately()) : std::nullopt;
}

std::optional<int> count_in(const Event& event, std::string_view key) {
  const auto text = event.get(key);
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const bool good = error == std::errc() && end == text.data() + text.size() && count >= 0;
  return good ? std::optional(count) : std::nullopt;
}

// A readable sheet counts for nothing where there is a sealed one, so it displaces none.
auto weight_of(const HandedIn& sheet) {
  return std::pair(sheet.is_sealed(), sheet.own);
}

void take_sheet(ReviewState& state, const Event& event, std::size_t entry) {
  const auto key = parse_sheet_subject(event.subject);
  if (!key || key->quarter != state.quarter || !event.has("sheet")) return;
  HandedIn sheet{*key,
                 event.at,
                 std::string(event.get("doc")),
                 std::string(event.get("version")),
                 std::string(event.get("sheet")),
                 std::string(event.get("note")),
                 std::string(event.get("key")),
                 event.person == key->person,
                 event.person,
                 entry,
                 Date::parse(event.get("on")),
                 event.check};
  const auto before = state.sheets.find(*key);
  if (before != state.sheets.end() && weight_of(before->second) > weight_of(sheet)) return;
  state.sheets.insert_or_assign(*key, std::move(sheet));
}

// Of a branch with too few sheets nothing is recorded, so that a line without a value is none. What
// a line has beyond what is told is not taken from it.
void take_result(ReviewState& state, const Event& event, std::size_t entry) {
  const std::string prefix = to_string(state.quarter) + "/";
  if (!event.subject.starts_with(prefix) || event.get("role") != "committee") return;
  const auto method = parse_review_method(event.get("method"));
  const auto sheets = count_in(event, "sheets");
  const auto value = parse_fraction(event.get("value"));
  const auto mean = parse_fraction(event.get("mean"));
  if (!method || !sheets || !value) return;
  const auto number = static_cast<std::size_t>(*sheets);
  std::string branch = event.subject.substr(prefix.size());
  RecordedReview result{branch,
                        *method,
                        *sheets,
                        *value,
                        {},
                        {},
                        {},
                        {},
                        entry,
                        {},
                        std::string(event.get("counted"))};
  if (mean) result.mean = told_mean(*mean, *method, number);
  if (tells_error(*method, number)) {
    result.error = number_in(event, "error");
    result.low = number_in(event, "low");
    result.high = number_in(event, "high");
  }
  const auto spread = count_in(event, "spread");
  if (spread && 0 < *spread && *spread <= most_spread) result.spread = *spread;
  state.results.emplace(std::move(branch), std::move(result));
}

}  // namespace

const HandedIn* ReviewState::find(const SheetKey& key) const {
  const auto found = sheets.find(key);
  return found == sheets.end() ? nullptr : &found->second;
}

ReviewState fold_review(const Ledger& ledger, Quarter quarter) {
  ReviewState state;
  state.quarter = quarter;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (event.name == "review.sheet") take_sheet(state, event, i);
    if (event.name == "review.result") take_result(state, event, i);
  }
  return state;
}

bool is_readable_sheet(const Event& event) {
  return event.name == "review.sheet" && event.has("sheet") && event.get("key").empty();
}

void leave_out_scores(Event& event) {
  std::erase_if(event.fields,
                [](const Field& field) { return field.key == "sheet" || field.key == "note"; });
}

std::string digest_of_sheets(const ReviewState& state, const std::string& branch) {
  std::vector<std::string> checks;
  for (const auto& [key, sheet] : state.sheets)
    if (key.branch == branch) checks.push_back(sheet.check);
  if (checks.empty()) return {};
  std::ranges::sort(checks);
  std::string text;
  for (const std::string& check : checks) text += check + '\n';
  return sha256_hex(text).substr(0, digest_digits);
}

std::string result_subject(Quarter quarter, const std::string& branch) {
  return to_string(quarter) + "/" + branch;
}

}  // namespace sihu
