#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace sihu {

/// One way in which an item of a test was answered: everybody who answered so got the same.
struct AnswerKind {
  double mark = 0;           ///< points
  std::uint8_t letters = 0;  ///< options that were chosen, bit 0 for the first; 0: none
};

/// In the place of a kind: the item was not in that candidate's paper.
inline constexpr std::uint16_t not_asked = 0xFFFF;

/// What all candidates answered to one item: two bytes each, side by side.
struct ItemAnswers {
  double full = 1;          ///< points, above 0
  std::size_t options = 0;  ///< how many could be chosen from, at most 8; 0: none, as in a blank
  std::vector<AnswerKind> kinds;
  std::vector<std::uint16_t> answers;  ///< of each candidate: a place in `kinds`, or `not_asked`
};

/// A test that was sat by at least one candidate, item by item.
struct TestAnswers {
  std::size_t candidates = 0;
  std::vector<ItemAnswers> items;
};

/// Whether every candidate was asked every item.
bool all_asked_alike(const TestAnswers& test);

/// Some of a test's items, by number.
using ItemNumbers = std::vector<std::size_t>;

/// 0 to one less than there are items.
ItemNumbers all_items(const TestAnswers& test);

/// What each candidate got for `items` together, points.
std::vector<double> totals_of(const TestAnswers& test, const ItemNumbers& items);

/// What each candidate could have got for those of `items` that were in the own paper, points.
std::vector<double> fulls_of(const TestAnswers& test, const ItemNumbers& items);

/// Mean and variance (by n - 1, 0 of a single value) of values that are not empty.
struct Spread {
  double mean = 0;
  double variance = 0;
};
Spread spread_of(const std::vector<double>& values);

/// Mark of one item that every candidate was asked.
Spread spread_of(const TestAnswers& test, const ItemAnswers& item);

/// How far so many items measure the same (Cronbach 1951): their variances add up to `parts`, that
/// of the totals is `whole`. At most 1; it is KR-20 where items are right or wrong. Nothing for
/// fewer than two items, or where everybody has the same total.
std::optional<double> cronbach_alpha(std::size_t items, double parts, double whole);

/// The same of `items` of a test; nothing as well where somebody was not asked one of them.
std::optional<double> alpha_of(const TestAnswers& test, const ItemNumbers& items);

}  // namespace sihu
