#include "exam/odd_sittings.hpp"

#include <tuple>

namespace sihu {
namespace {

// The next line after `entry` that hands in the same; that one where there is none.
std::size_t next_hand_in(const Ledger& ledger, std::size_t entry) {
  const Event& first = ledger.entries[entry].event;
  for (std::size_t i = entry + 1; i < ledger.entries.size(); ++i) {
    const Event& event = ledger.entries[i].event;
    if (event.name == first.name && event.subject == first.subject) return i;
  }
  return entry;
}

}  // namespace

bool OddSitting::is_same_as(const OddSitting& other) const {
  return std::tie(oddity, paper, person, times) ==
         std::tie(other.oddity, other.paper, other.person, other.times);
}

std::vector<OddSitting> oddities_of(const HandedPaper& handed) {
  std::vector<OddSitting> list;
  const int times = handed.again + 1;
  if (handed.again > 0)
    list.push_back({Oddity::handed_in_twice, handed.key, handed.person, times, handed.entry});
  if (handed.turned_back)
    list.push_back({Oddity::clock_turned_back, handed.key, handed.person, times, handed.entry});
  return list;
}

std::vector<OddSitting> odd_sittings(const ExamState& state, const Ledger& ledger) {
  std::vector<OddSitting> list;
  for (const auto& [of, handed] : state.sittings)
    for (OddSitting& odd : oddities_of(handed)) {
      if (odd.oddity == Oddity::handed_in_twice) odd.entry = next_hand_in(ledger, odd.entry);
      list.push_back(std::move(odd));
    }
  return list;
}

std::string_view name_of(Oddity oddity) {
  return oddity == Oddity::handed_in_twice ? "handed-in-twice" : "clock-turned-back";
}

Phrase odd_sitting_words(const OddSitting& odd) {
  if (odd.oddity == Oddity::clock_turned_back)
    return phrase(Text{"{0}：{1} 作答时机器的时钟往回走过",
                       "{0}: the clock of the machine went backwards while {1} was at it"},
                  typed_key(odd.paper), odd.person);
  return phrase(Text{"{0}：{1} 交了 {2} 次卷，以台账里最早的为准",
                     "{0}: {1} handed in {2} times; what comes first in the ledger counts"},
                typed_key(odd.paper), odd.person, odd.times);
}

}  // namespace sihu
