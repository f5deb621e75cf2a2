#pragma once

#include "exam/test_groups.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// A row for each question: how easy, how well it tells people apart, and what to do about it.
/// Correlations have three decimals, shares are percent with one.
Table item_table(const ItemReport& report);

/// A row for each option of each question, and one for no answer.
Table option_table(const ItemReport& report);

/// One row: mean, spread and reliability of the whole test.
Table test_table(const ItemReport& report);

/// A row for each topic, and one for each branch with a column for each topic.
Table topic_table(const ItemReport& report);
Table branch_table(const ItemReport& report);

/// What people are told below the questions: how reliable the marks are, then the advice for each
/// question that needs some.
std::vector<Phrase> item_words(const ItemReport& report);

}  // namespace sihu
