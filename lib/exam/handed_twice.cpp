#include "exam/handed_twice.hpp"

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

bool HandedTwice::is_same_as(const HandedTwice& other) const {
  return std::tie(paper, person, times) == std::tie(other.paper, other.person, other.times);
}

std::vector<HandedTwice> papers_handed_twice(const ExamState& state, const Ledger& ledger) {
  std::vector<HandedTwice> list;
  for (const auto& [of, handed] : state.sittings)
    if (handed.again > 0)
      list.push_back({of.first, of.second, handed.again + 1, next_hand_in(ledger, handed.entry)});
  return list;
}

Phrase handed_twice_words(const PaperKey& paper, const std::string& person, int times) {
  return phrase(Text{"{0}：{1} 交了 {2} 次卷，以台账里最早的为准",
                     "{0}: {1} handed in {2} times; what comes first in the ledger counts"},
                typed_key(paper), person, times);
}

}  // namespace sihu
