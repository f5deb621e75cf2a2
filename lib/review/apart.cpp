#include "review/apart.hpp"

#include "problem/usual_life.hpp"
#include "review/state.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace sihu {
namespace {

constexpr std::size_t after_key = rank_of("after");

bool is_about_review(std::string_view event) {
  return event == "review.sheet" || event == "review.result";
}

using Subjects = std::map<std::string_view, std::vector<std::size_t>>;

Subjects entries_by_subject(const Ledger& ledger) {
  Subjects subjects;
  for (std::size_t i = 0; i < ledger.entries.size(); ++i)
    if (is_about_review(ledger.entries[i].event.name))
      subjects[ledger.entries[i].event.subject].push_back(i);
  return subjects;
}

// Those that no other line of the subject rests on.
std::vector<std::size_t> tips_of(const Ledger& ledger, const std::vector<std::size_t>& entries) {
  std::set<std::string_view> rested_on;
  for (const std::size_t entry : entries)
    rested_on.insert(ledger.entries[entry].event.get("after"));
  std::vector<std::size_t> tips;
  for (const std::size_t entry : entries)
    if (!rested_on.contains(ledger.entries[entry].event.check)) tips.push_back(entry);
  return tips;
}

// What counts of every quarter, by its subject.
class Counting {
 public:
  explicit Counting(const Ledger& ledger) : ledger_(ledger) {}

  std::optional<std::size_t> find(std::string_view subject) {
    const auto quarter = Quarter::parse(subject.substr(0, subject.find('/')));
    if (!quarter) return std::nullopt;
    if (folded_.insert(to_string(*quarter)).second) fold(*quarter);
    const auto found = entries_.find(std::string(subject));
    return found == entries_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void fold(Quarter quarter) {
    const ReviewState state = fold_review(ledger_, quarter);
    for (const auto& [key, handed] : state.sheets) entries_[subject_of(key)] = handed.entry;
    for (const auto& [branch, recorded] : state.results)
      entries_[result_subject(quarter, branch)] = recorded.entry;
  }

  const Ledger& ledger_;
  std::set<std::string> folded_;
  std::map<std::string, std::size_t> entries_;
};

}  // namespace

Phrase ReviewApart::why(const Ledger& ledger) const {
  return phrase(
      Text{"写入时还不知道 {0}，以那一行为准", "written without knowing {0}, which counts instead"},
      to_string(ledger.place(ledger.entries[counts])));
}

std::vector<ReviewApart> reviews_apart(const Ledger& ledger) {
  Counting counting(ledger);
  std::vector<ReviewApart> apart;
  for (const auto& [subject, entries] : entries_by_subject(ledger)) {
    if (entries.size() < 2) continue;
    const auto tips = tips_of(ledger, entries);
    const auto counts = tips.size() < 2 ? std::nullopt : counting.find(subject);
    if (!counts) continue;
    for (const std::size_t tip : tips)
      if (tip != *counts) apart.push_back({tip, *counts});
  }
  std::ranges::sort(apart, {}, &ReviewApart::entry);
  return apart;
}

std::optional<ReviewTrace> review_trace(const PlainLine& line) {
  if (!is_about_review(line.name)) return std::nullopt;
  return ReviewTrace{subject_hash(line.subject), parse_check(line.get(after_key)).value_or(0)};
}

std::unordered_set<std::uint64_t> forked_reviews(std::vector<ReviewTrace> traces) {
  const auto order = [](const ReviewTrace& trace) { return std::tie(trace.subject, trace.after); };
  std::sort(traces.begin(), traces.end(),
            [&](const ReviewTrace& a, const ReviewTrace& b) { return order(a) < order(b); });
  std::unordered_set<std::uint64_t> subjects;
  for (std::size_t i = 1; i < traces.size(); ++i)
    if (order(traces[i]) == order(traces[i - 1])) subjects.insert(traces[i].subject);
  return subjects;
}

}  // namespace sihu
