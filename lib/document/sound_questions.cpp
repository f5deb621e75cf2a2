#include "document/sound_questions.hpp"

#include "document/reader.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool is_about(const Fault& fault, const std::vector<Node>& questions, std::size_t at) {
  const bool behind = fault.place < questions[at].place;
  const bool before = at + 1 < questions.size() && !(fault.place < questions[at + 1].place);
  return !behind && !before;
}

}  // namespace

std::optional<Bank> sound_questions(const Source& source, const Node& root,
                                    const std::vector<Fault>& faults) {
  const auto all_told = [](const Fault& fault) { return fault.stands_for == 1; };
  if (!root.is_map() || !std::ranges::all_of(faults, all_told)) return std::nullopt;
  Node sound = root;
  for (auto& [key, list] : sound.entries) {
    if (key.text != "questions" || !list.is_sequence()) continue;
    const std::vector<Node>& items = list.items;
    std::vector<Node> kept;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (std::ranges::none_of(faults,
                               [&](const Fault& fault) { return is_about(fault, items, i); }))
        kept.push_back(items[i]);
    list.items = std::move(kept);
  }
  Reader ignored(source);
  Bank bank = bank_of_tree(ignored, sound);
  if (bank.questions.empty()) return std::nullopt;
  return bank;
}

}  // namespace sihu
