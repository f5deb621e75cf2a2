#pragma once

#include "exam/grade.hpp"

#include <vector>

namespace sihu {

/// What has to be said beside marks: papers that can't be read, who is near the line, marks that
/// differ from what was recorded.
std::vector<Phrase> marks_words(const ExamState& state, const PaperKey& key, const Paper& paper,
                                const MarkedPapers& marked, const Zone& zone);

/// What is odd about sittings, whether they are marked yet or not: begun or handed in more than
/// once, or while the clock of the machine went backwards.
std::vector<Phrase> sitting_words(const ExamState& state, const PaperKey& key, const Zone& zone);

}  // namespace sihu
