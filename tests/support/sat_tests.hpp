#pragma once

#include "statistics/test_answers.hpp"
#include "support/numbers.hpp"

#include <string>
#include <vector>

namespace sihu::test {

/// Marks of a test without options: a row for each candidate, a full mark for each item.
inline TestAnswers marked(const std::vector<std::vector<double>>& rows,
                          const std::vector<double>& full) {
  TestAnswers test{rows.size(), {}};
  for (std::size_t item = 0; item < full.size(); ++item) {
    ItemAnswers& column = test.items.emplace_back();
    column.full = full[item];
    for (const auto& row : rows) {
      column.answers.push_back(static_cast<std::uint16_t>(column.kinds.size()));
      column.kinds.push_back({row[item], 0});
    }
  }
  return test;
}

/// The letters of the reference test, a row for each candidate; the first row is the key.
inline std::vector<std::string> reference_letters() {
  std::vector<std::string> letters;
  for (const auto& row : read_rows("statistics/reference/test/answers.csv"))
    letters.push_back(row[1]);
  return letters;
}

/// The first so many items of the reference test. One point for the key, nothing for the rest.
inline TestAnswers reference_test(std::size_t items = 20) {
  const auto letters = reference_letters();
  TestAnswers test{letters.size() - 1, {}};
  for (std::size_t item = 0; item < items; ++item) {
    ItemAnswers& column = test.items.emplace_back();
    column.options = 4;
    for (const char option : std::string("ABCD"))
      column.kinds.push_back(
          {option == letters[0][item] ? 1.0 : 0.0, static_cast<std::uint8_t>(1 << (option - 'A'))});
    column.kinds.push_back({0, 0});
    for (std::size_t row = 1; row < letters.size(); ++row) {
      const char given = letters[row][item];
      column.answers.push_back(given == '-' ? std::uint16_t{4}
                                            : static_cast<std::uint16_t>(given - 'A'));
    }
  }
  return test;
}

/// The reference test with marks in parts: ten items, from the sixth on two points for the key and
/// half a point for a wrong A.
inline TestAnswers partial_reference_test() {
  TestAnswers test = reference_test(10);
  for (std::size_t item = 5; item < 10; ++item) {
    ItemAnswers& column = test.items[item];
    column.full = 2;
    for (AnswerKind& kind : column.kinds) kind.mark *= 2;
    if (column.kinds[0].mark == 0) column.kinds[0].mark = 0.5;
  }
  return test;
}

}  // namespace sihu::test
