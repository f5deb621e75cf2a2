#include "exam/item_advice.hpp"

#include "exam/answer_column.hpp"
#include "wording/number.hpp"

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
constexpr double favourite_from = 0.95;

bool holds(const std::optional<ItemInterval>& interval, double threshold) {
  return interval && interval->holds(threshold);
}

bool is_wrong_option(const BankQuestion& question, char letter) {
  return question.key.find(letter) == std::string::npos;
}

// Where all chose it there is no correlation to tell of the key. However few they are, a key that
// hardly anybody agrees with is to be looked at.
void note_favourite(const BankQuestion& question, const ItemStatistics& item,
                    std::size_t candidates, std::vector<ItemNote>& notes) {
  const std::string letters = option_letters(question);
  for (std::size_t i = 0; i < std::min(letters.size(), item.options.size()); ++i) {
    const auto chosen = static_cast<double>(item.options[i].chosen);
    if (!is_wrong_option(question, letters[i]) ||
        chosen < favourite_from * static_cast<double>(candidates))
      continue;
    const bool is_judge = question.kind == QuestionKind::judge;
    notes.push_back({ItemFlag::wrong_favourite, is_judge ? "" : std::string(1, letters[i])});
  }
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

Phrase favourite_words(const ItemNote& note) {
  if (note.option.empty())
    return phrase(
        Text{"几乎人人都答错：先核对答案", "nearly everybody has it wrong: check the key first"});
  return phrase(
      Text{"几乎人人都选 {0}：先核对答案", "nearly everybody chose {0}: check the key first"},
      note.option);
}

Phrase dead_words(const std::vector<Phrase>& options) {
  return phrase(options.size() == 1 ? Text{"几乎没人选 {0}：换一个像样的选项",
                                           "hardly anybody chose {0}: find a better option"}
                                    : Text{"几乎没人选 {0}：换像样的选项",
                                           "hardly anybody chose {0}: find better options"},
                enumerated(options));
}

// `options`: all that have the same said of them.
Phrase firm_advice_on(const ItemNote& note, const std::vector<Phrase>& options) {
  switch (note.flag) {
    case ItemFlag::wrong_favourite:
      return favourite_words(note);
    case ItemFlag::key_negative:
      return phrase(Text{"答对的人别的题反而差：先核对答案",
                         "whoever has it right does worse elsewhere: check the key first"});
    case ItemFlag::possible_key:
      return phrase(Text{"选 {0} 的人别的题更好：{0} 会不会也对",
                         "whoever chose {0} does better elsewhere: might {0} be right too"},
                    note.option);
    case ItemFlag::dead_option:
      return dead_words(options);
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

Phrase advice_on(const ItemNote& note, const std::vector<Phrase>& options) {
  const Phrase firm = firm_advice_on(note, options);
  return note.is_unsure
             ? phrase(Text{"可能{0}（人少，说不准）", "perhaps {0} (too few to be sure)"}, firm)
             : firm;
}

bool has(const std::vector<ItemNote>& notes, ItemFlag flag) {
  return std::ranges::find(notes, flag, &ItemNote::flag) != notes.end();
}

// Another note says why it is so.
bool is_explained(const ItemNote& note, const std::vector<ItemNote>& notes) {
  const bool doubts_key = has(notes, ItemFlag::wrong_favourite);
  if (note.flag == ItemFlag::too_hard) return doubts_key;
  return note.flag == ItemFlag::dead_option && (doubts_key || has(notes, ItemFlag::too_easy));
}

// Notes that say the same of several options are one.
bool say_the_same(const ItemNote& one, const ItemNote& other) {
  if (one.flag != ItemFlag::dead_option) return one == other;
  return other.flag == one.flag && other.is_unsure == one.is_unsure;
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
  constexpr std::array names{"wrong-favourite", "key-negative", "possible-key", "dead-option",
                             "too-easy",        "too-hard",     "weak"};
  return names[static_cast<std::size_t>(flag)];
}

std::vector<ItemNote> notes_on(const BankQuestion& question, const ItemStatistics& item,
                               std::size_t candidates) {
  std::vector<ItemNote> notes;
  if (candidates < least_candidates) return notes;
  const auto share = share_interval(item.share, candidates);
  const auto r = correlation_interval(item.r_rest, candidates);
  note_favourite(question, item, candidates, notes);
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
  for (auto note = notes.begin(); note != notes.end(); ++note) {
    const auto is_alike = [&](const ItemNote& other) { return say_the_same(*note, other); };
    if (is_explained(*note, notes) || std::any_of(notes.begin(), note, is_alike)) continue;
    std::vector<Phrase> options;
    for (const ItemNote& other : notes)
      if (is_alike(other)) options.push_back(same(other.option));
    const Phrase next = advice_on(*note, options);
    words = words.empty() ? next : phrase(Text{"{0}；{1}", "{0}; {1}"}, words, next);
  }
  return words;
}

}  // namespace sihu
