#pragma once

#include "exam/state.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A `test.withdraw` for each form of the paper that was drawn and is not withdrawn, of one branch
/// or (empty) of all: nobody is given it any more, and it counts as never asked. `Kind::refused`
/// with who has begun or handed in one of them, and where there is none.
Result<std::vector<Draft>> withdraw_forms(const ExamState& state, const PaperKey& key,
                                          const std::string& branch, const std::string& reason);

}  // namespace sihu
