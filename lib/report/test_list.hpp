#pragma once

#include "document/organisation.hpp"
#include "exam/compose.hpp"
#include "exam/grade.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// The forms of a paper, a row each. Keys, a stable contract: `branch branch_name form questions
/// full expected repeated seed`; `expected` is what candidates are expected to have, in points, and
/// `repeated` how many of its questions the branch had in an earlier paper.
Table forms_table(const std::vector<ComposedForm>& forms, const Paper& paper,
                  const Organisation& organisation);

/// What has to be said beside it: how far the forms are apart, questions that come again.
std::vector<Phrase> forms_words(const std::vector<ComposedForm>& forms, const Paper& paper);

/// The papers that were marked, a row each. Keys, a stable contract: `person person_name branch
/// form mark full passed near_line took state`; `passed` and `near_line` are yes or no, true or
/// false in JSON; `state` is `marked`, `recorded` or `absent`.
Table marks_table(const ExamState& state, const PaperKey& key, const MarkedPapers& marked,
                  const Organisation& organisation);

/// What branches come to, a row each. Keys, a stable contract: `branch branch_name people sat
/// excused passed value state`; `state` is `marked` or `recorded`.
Table branch_tests_table(const ExamState& state, const PaperKey& key,
                         const std::vector<BranchTest>& tests, const Organisation& organisation);

/// What has to be said beside marks: papers that can't be read, who is near the line, marks that
/// differ from what was recorded.
std::vector<Phrase> marks_words(const ExamState& state, const PaperKey& key, const Paper& paper,
                                const MarkedPapers& marked);

}  // namespace sihu
