#pragma once

#include "document/bank.hpp"
#include "statistics/item_interval.hpp"
#include "statistics/items.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// With fewer candidates than this nothing is said of a question: chance alone would say as much.
inline constexpr std::size_t least_candidates = 30;

/// How well a question tells the able apart, by the correlation with the rest (Ebel 1965): from
/// 0.40, 0.30, 0.20, less.
enum class ItemQuality { very_good, good, weak, poor };

std::string_view to_string(ItemQuality quality);
const Text& wording(ItemQuality quality);

/// Nothing for fewer than `least_candidates`, or where everybody has the same mark.
std::optional<ItemQuality> quality_of(const ItemStatistics& item, std::size_t candidates);

/// What may be wrong with a question.
enum class ItemFlag {
  wrong_favourite,  ///< 95 % or more chose this wrong option; of a judgment, the wrong side
  key_negative,     ///< whoever has it right does worse in the rest, and it is not too easy
  possible_key,     ///< whoever chose this wrong option does better than whoever has it right
  dead_option,      ///< fewer than 5 % chose this wrong option
  too_easy,         ///< 95 % of the points or more
  too_hard,         ///< 20 % or less
  weak,             ///< tells nobody apart, for none of the reasons above
};

std::string_view to_string(ItemFlag flag);

/// A flag, and the option it is about.
struct ItemNote {
  ItemFlag flag = ItemFlag::weak;
  std::string option;  ///< a letter; empty: the question as a whole
  /// The figure's interval holds the threshold as well: so few candidates don't settle it.
  bool is_unsure = false;

  friend bool operator==(const ItemNote&, const ItemNote&) = default;
};

/// The gravest first; nothing about the options of a judgment. Empty for fewer than
/// `least_candidates`.
std::vector<ItemNote> notes_on(const BankQuestion& question, const ItemStatistics& item,
                               std::size_t candidates);

/// What to do about a question, in plain words, with a "perhaps" before what so few don't settle;
/// empty where there is nothing to do. What another note explains is left out: options that hardly
/// anybody chose of a question that is too easy or whose key may be wrong.
Phrase advice(const std::vector<ItemNote>& notes);

}  // namespace sihu
