#pragma once

#include "exam/blank_papers.hpp"

#include <string_view>
#include <vector>

namespace sihu {

/// Reads answers that were given on paper, one a row. CSV with a heading: `person`; `number`, of
/// the question on that person's own paper; `response`, in the letters printed there; and, if
/// wanted, `question`, `bank/id` as the paper prints it, which must then be the one with that
/// number; `form`, the code of the paper, in any row of the person. A response of several lines
/// becomes one. `branch` and `name` are for the reader. Columns are also called 人员 题号 答案 试题
/// 卷号 支部 姓名, and a number may have full-width digits. A question without a row is not
/// answered. `text` is UTF-8.
///
/// All faults at once, `Kind::input`, whatever their number: unknown columns and missing ones,
/// people with the nearest, people without a paper, numbers that the paper does not have, what can
/// be no answer to the question, an answer twice, the number of another question, people without a
/// single answer who are not of `scene.blank`, and those of `scene.blank` who have one. What is
/// wrong with all rows of a person is said at each run of them. Papers of `scene.blank` without a
/// row come last. No fault quotes its line, which would show who answered what.
Result<std::vector<NewPaper>> load_papers(std::string_view text, std::string_view name,
                                          const PapersScene& scene);

}  // namespace sihu
