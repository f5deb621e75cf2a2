#include "exam/odd_sittings.hpp"

#include <set>
#include <tuple>
#include <utility>

namespace sihu {
namespace {

// Each person of a paper who began it or handed it in, by paper, then by person.
std::set<std::pair<PaperKey, std::string>> sitters(const ExamState& state) {
  std::set<std::pair<PaperKey, std::string>> all;
  for (const auto& [of, begun] : state.starts) all.insert(of);
  for (const auto& [of, handed] : state.sittings) all.insert(of);
  return all;
}

void add_begun_twice(const BegunSitting& begun, const std::string& person,
                     std::vector<OddSitting>& list) {
  if (begun.others.empty()) return;
  list.push_back({Oddity::begun_twice, begun.form.paper, person,
                  static_cast<int>(begun.others.size()) + 1, begun.other_entry, begun.at});
}

void add_oddities_of(const HandedPaper& handed, std::vector<OddSitting>& list) {
  const int times = handed.again + 1;
  if (handed.again > 0)
    list.push_back({Oddity::handed_in_twice, handed.key, handed.person, times, handed.entry});
  if (handed.turned_back)
    list.push_back({Oddity::clock_turned_back, handed.key, handed.person, times, handed.entry});
}

bool shows(const Event& event, Oddity oddity, bool is_first) {
  return oddity == Oddity::clock_turned_back ? event.has("turned") : !is_first;
}

// Of the lines that hand in what `odd.entry` does, the first that shows it.
std::size_t showing_entry(const Ledger& ledger, const OddSitting& odd) {
  const Event& first = ledger.entries[odd.entry].event;
  for (std::size_t i = odd.entry; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    const bool is_alike = event.name == first.name && event.subject == first.subject;
    if (is_alike && shows(event, odd.oddity, i == odd.entry)) return i;
  }
  return odd.entry;
}

}  // namespace

bool OddSitting::is_same_as(const OddSitting& other) const {
  return std::tie(oddity, paper, person, times) ==
         std::tie(other.oddity, other.paper, other.person, other.times);
}

std::vector<OddSitting> odd_sittings(const ExamState& state) {
  std::vector<OddSitting> list;
  for (const auto& of : sitters(state)) {
    if (const auto begun = state.starts.find(of); begun != state.starts.end())
      add_begun_twice(begun->second, of.second, list);
    if (const auto handed = state.sittings.find(of); handed != state.sittings.end())
      add_oddities_of(handed->second, list);
  }
  return list;
}

std::vector<OddSitting> odd_sittings(const ExamState& state, const Ledger& ledger) {
  std::vector<OddSitting> list = odd_sittings(state);
  for (OddSitting& odd : list)
    if (odd.oddity != Oddity::begun_twice) odd.entry = showing_entry(ledger, odd);
  return list;
}

std::string_view name_of(Oddity oddity) {
  if (oddity == Oddity::begun_twice) return "begun-twice";
  return oddity == Oddity::handed_in_twice ? "handed-in-twice" : "clock-turned-back";
}

Phrase odd_sitting_words(const OddSitting& odd, const Zone& zone) {
  if (odd.oddity == Oddity::begun_twice)
    return phrase(Text{"{0}：{1} 开始了 {2} 次，最早在 {3}；用时从交卷的那台机器上开始时算",
                       "{0}: {1} began {2} times, first at {3}; the time taken runs from the "
                       "beginning on the machine that handed in"},
                  typed_key(odd.paper), odd.person, odd.times, to_local_string(odd.first, zone));
  if (odd.oddity == Oddity::clock_turned_back)
    return phrase(Text{"{0}：{1} 作答时机器的时钟往回走过",
                       "{0}: the clock of the machine went backwards while {1} was at it"},
                  typed_key(odd.paper), odd.person);
  return phrase(Text{"{0}：{1} 交了 {2} 次卷，以台账里最早的为准",
                     "{0}: {1} handed in {2} times; what comes first in the ledger counts"},
                typed_key(odd.paper), odd.person, odd.times);
}

}  // namespace sihu
