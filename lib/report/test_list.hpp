#pragma once

#include "document/organisation.hpp"
#include "exam/grade.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// The papers that were marked, a row each, people in the order of sihu.yaml; then whoever handed
/// in and is in it no more, with the id for a name. Keys, a stable contract: `person person_name
/// branch form mark full passed near_line took state handed_in clock_turned_back begun`; `passed`
/// and `near_line` are yes or no, true or false in JSON; `near_line` is empty where there is no
/// standard error; `state` is `marked`, `recorded`, `waiting` (for who marks short answers),
/// `begun` (at a terminal, nothing handed in), `absent` or `no-paper` (none was drawn for this
/// person); `handed_in` is how often, of which the first counts, `clock_turned_back` whether the
/// machine's clock went backwards meanwhile; both are empty where nothing was handed in; `begun` is
/// how often it was begun at a terminal, empty where it was not.
Table marks_table(const ExamState& state, const PaperKey& key, const MarkedPapers& marked,
                  const Organisation& organisation);

/// What branches come to, a row each. Keys, a stable contract: `branch branch_name people sat
/// excused passed value state`; `state` is `marked`, `recorded` or `waiting`, without a value. Of
/// what is recorded every number is the recorded one; `people excused passed` are empty where an
/// older line does not say them.
Table branch_tests_table(const ExamState& state, const PaperKey& key,
                         const std::vector<BranchTest>& tests, const Organisation& organisation);

/// Short answers that somebody may mark, a row each; the candidate is only a code. Keys, a stable
/// contract, which `load_points` reads back: `code question full stem model response points`, the
/// last one empty.
Table short_answers_table(const std::vector<const ShortAnswer*>& answers);

/// Short answers that still wait for a marker, a row each. Keys, a stable contract: `code question
/// awaits marked_by`; `awaits` is `first`, `second` or `third`, and `marked_by` who can't be it.
Table waiting_answers_table(const MarkedPapers& marked);

}  // namespace sihu
