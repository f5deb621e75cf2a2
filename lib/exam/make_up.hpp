#pragma once

#include "exam/grade.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Whether a person of a branch may sit a make-up: the first result of the branch is recorded, and
/// this person had no mark, or failed.
bool may_make_up(const ExamState& state, const PaperKey& make_up, const std::string& branch,
                 const std::string& person);

/// The branches that a make-up can be drawn for: those with somebody who may sit it.
/// `Kind::refused` where no first result is recorded yet, and where everybody has passed.
Result<std::vector<const Branch*>> branches_to_make_up(const ExamState& state,
                                                       const PaperKey& make_up,
                                                       const Organisation& organisation);

/// What a person has, out of 100, of the first sitting and the make-up, by the rule of the paper.
/// `first`: nullptr for who was absent; both marks in points, of the same full ones.
Rational made_up(const Paper& paper, const Rational* first, const Rational& make_up);

/// What branches come to with their make-ups; what `branch_tests` gives for the key of one.
std::vector<BranchTest> branch_make_ups(const ExamState& state, const PaperKey& make_up,
                                        const Paper& paper, const Organisation& organisation,
                                        const MarkedPapers& marked);

/// The rule in words.
Phrase make_up_words(const Paper& paper);

}  // namespace sihu
