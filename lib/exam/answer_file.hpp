#pragma once

#include "document/bank.hpp"
#include "exam/marking.hpp"
#include "statistics/test_answers.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What all candidates of one test answered, marked.
struct MarkedTest {
  std::vector<BankQuestion> questions;  ///< in the order of the items
  TestAnswers answers;
  std::vector<std::string> branches;  ///< each once, in the order they were met; empty: not known
  std::vector<std::uint32_t> branch_of;  ///< of each candidate: a place in `branches`
};

/// Reads a table of answers: `candidate` or 考生, perhaps `branch` or 支部, and a column for each
/// question, which has its id or `bank/id`. Cells are read by `read_response`; an empty one is no
/// answer. Of a short answer the cell has the points that its marker gave. Several right options
/// are marked by `marking`.
///
/// All faults at once, Kind::input: a column that is no question, a candidate twice or missing,
/// what can be no answer.
Result<MarkedTest> load_answer_file(std::string_view text, std::string_view name, const Bank& bank,
                                    const Marking& marking = {});

}  // namespace sihu
