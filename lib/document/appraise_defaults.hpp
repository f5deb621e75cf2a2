#pragma once

#include "wording/text.hpp"

#include <string>

namespace sihu {

/// What `appraise:` of sihu.yaml says where it says nothing, as YAML with a comment a line: a part
/// of what `sihu lint --explain` prints.
std::string explain_appraise(Lang lang);

}  // namespace sihu
