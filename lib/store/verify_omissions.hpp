#pragma once

#include "store/few_lines.hpp"
#include "store/verify.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Says how many lines are left out: a note in a workspace that was made for `extract` alone, a
/// fault (`line-omitted`) in a whole one (`extract` empty). `files` are the names of the files.
void check_omissions(const FewLines& omitted, const std::vector<std::string>& files,
                     const std::string& extract, Verification& found);

}  // namespace sihu
