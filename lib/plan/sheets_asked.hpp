#pragma once

#include "document/lint.hpp"

namespace sihu {

/// How many sheets about a branch a result needs: what sihu.yaml says, or the rubric that reviews
/// go by, among the files of `input`, whichever is more. Where that rubric is not among them or has
/// faults, sihu.yaml alone.
int sheets_asked(const Organisation& organisation, const LintInput& input);

}  // namespace sihu
