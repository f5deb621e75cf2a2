#pragma once

#include "document/lint.hpp"
#include "wording/text.hpp"

#include <vector>

namespace sihu {

/// What `sihu lint` did not look at, or can't mend, and whoever reads its answer has to know: that
/// of plans of quarters that are over most rules are not asked any more, and, where sihu.yaml is
/// among the files, that reviews go by a rubric and are not sealed. No fault of any file.
std::vector<Phrase> lint_notes(const LintInput& input);

}  // namespace sihu
