#pragma once

#include "exam/grade.hpp"

#include <vector>

namespace sihu {

/// What has to be said beside marks: papers that can't be read, who is near the line, marks that
/// differ from what was recorded.
std::vector<Phrase> marks_words(const ExamState& state, const PaperKey& key, const Paper& paper,
                                const MarkedPapers& marked);

/// What is odd about papers that were handed in, whether they are marked yet or not: more than
/// once, or while the clock of the machine went backwards.
std::vector<Phrase> sitting_words(const ExamState& state, const PaperKey& key);

}  // namespace sihu
