#include "exam/item_advice.hpp"

#include "exam/answer_column.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr double very_good_from = 0.40;
constexpr double good_from = 0.30;
constexpr double weak_from = 0.20;
constexpr double easy_from = 0.95;
constexpr double hard_to = 0.20;
constexpr double dead_below = 0.05;

bool holds(const std::optional<ItemInterval>& interval, double threshold) {
  return interval && interval->holds(threshold);
}

bool is_wrong_option(const BankQuestion& question, char letter) {
  return question.key.find(letter) == std::string::npos;
}

void note_options(const BankQuestion& question, const ItemStatistics& item, std::size_t candidates,
                  std::vector<ItemNote>& notes) {
  const std::string letters = option_letters(question);
  const double to_beat = std::max(0.0, item.r_rest.value_or(0));
  const double few = dead_below * static_cast<double>(candidates);
  std::vector<ItemNote> dead;
  // The other side of a judgment says nothing that the key does not.
  if (question.kind == QuestionKind::judge) return;
  for (std::size_t i = 0; i < std::min(letters.size(), item.options.size()); ++i) {
    if (!is_wrong_option(question, letters[i])) continue;
    const OptionStatistics& option = item.options[i];
    if (option.r.value_or(0) > to_beat)
      notes.push_back({ItemFlag::possible_key, std::string(1, letters[i]),
                       holds(correlation_interval(option.r, candidates), to_beat)});
    if (static_cast<double>(option.chosen) < few)
      dead.push_back({ItemFlag::dead_option, std::string(1, letters[i]),
                      holds(share_interval(static_cast<double>(option.chosen) /
                                               static_cast<double>(candidates),
                                           candidates),
                            dead_below)});
  }
  notes.insert(notes.end(), dead.begin(), dead.end());
}

Phrase firm_advice_on(const ItemNote& note) {
  switch (note.flag) {
    case ItemFlag::key_negative:
      return phrase(Text{"答对的人别的题反而差：先核对答案",
                         "whoever has it right does worse elsewhere: check the key first"});
    case ItemFlag::possible_key:
      return phrase(Text{"选 {0} 的人别的题更好：{0} 会不会也对",
                         "whoever chose {0} does better elsewhere: might {0} be right too"},
                    note.option);
    case ItemFlag::dead_option:
      return phrase(Text{"几乎没人选 {0}：换一个像样的选项",
                         "hardly anybody chose {0}: find a better option"},
                    note.option);
    case ItemFlag::too_easy:
      return phrase(Text{"太容易，几乎人人都对", "too easy, nearly everybody has it right"});
    case ItemFlag::too_hard:
      return phrase(Text{"太难，或者没有讲过", "too hard, or never taught"});
    case ItemFlag::weak:
      break;
  }
  return phrase(Text{"好差都一样答：题干可能说得不清楚",
                     "the able and the others answer alike: the wording may be unclear"});
}

Phrase advice_on(const ItemNote& note) {
  const Phrase firm = firm_advice_on(note);
  return note.is_unsure
             ? phrase(Text{"可能{0}（人少，说不准）", "perhaps {0} (too few to be sure)"}, firm)
             : firm;
}

}  // namespace

std::string_view to_string(ItemQuality quality) {
  constexpr std::array names{"very-good", "good", "weak", "poor"};
  return names[static_cast<std::size_t>(quality)];
}

const Text& wording(ItemQuality quality) {
  static constexpr std::array words{Text{"很好", "very good"}, Text{"较好", "good"},
                                    Text{"一般", "weak"}, Text{"差", "poor"}};
  return words[static_cast<std::size_t>(quality)];
}

std::optional<ItemQuality> quality_of(const ItemStatistics& item, std::size_t candidates) {
  if (candidates < least_candidates || !item.r_rest) return std::nullopt;
  if (*item.r_rest >= very_good_from) return ItemQuality::very_good;
  if (*item.r_rest >= good_from) return ItemQuality::good;
  return *item.r_rest >= weak_from ? ItemQuality::weak : ItemQuality::poor;
}

std::string_view to_string(ItemFlag flag) {
  constexpr std::array names{"key-negative", "possible-key", "dead-option",
                             "too-easy",     "too-hard",     "weak"};
  return names[static_cast<std::size_t>(flag)];
}

std::vector<ItemNote> notes_on(const BankQuestion& question, const ItemStatistics& item,
                               std::size_t candidates) {
  std::vector<ItemNote> notes;
  if (candidates < least_candidates) return notes;
  const auto share = share_interval(item.share, candidates);
  const auto r = correlation_interval(item.r_rest, candidates);
  // Of the few who miss a question that is too easy, chance decides who they are.
  if (item.r_rest.value_or(0) < 0 && item.share < easy_from)
    notes.push_back({ItemFlag::key_negative, {}, holds(r, 0)});
  note_options(question, item, candidates, notes);
  if (item.share >= easy_from)
    notes.push_back({ItemFlag::too_easy, {}, holds(share, easy_from)});
  else if (item.share <= hard_to)
    notes.push_back({ItemFlag::too_hard, {}, holds(share, hard_to)});
  else if (notes.empty() && item.r_rest.value_or(0) < weak_from)
    notes.push_back({ItemFlag::weak, {}, holds(r, weak_from)});
  return notes;
}

Phrase advice(const std::vector<ItemNote>& notes) {
  Phrase words;
  for (const ItemNote& note : notes) {
    const Phrase next = advice_on(note);
    words = words.empty() ? next : phrase(Text{"{0}；{1}", "{0}; {1}"}, words, next);
  }
  return words;
}

}  // namespace sihu
