#pragma once

#include "wording/fault.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A fault as people read it:
///
///     checklists/dues.yaml:14:13: 分值必须是数字，实际为 "五" [points-not-a-number]
///        14 |     points: 五
///           |             ^^
///     提示：0 到 100，最多两位小数
///
/// The excerpt and caret appear when the fault has them; the caret counts displayed columns, so it
/// stands right under Chinese. Everything from outside is made `visible`. Ends with a line feed.
std::string render(const Fault& fault, Lang lang);

/// Warnings that were not asked for: three of each kind, then how many more there are, because an
/// organisation of thousands can have the same one thousands of times. `sihu lint` shows them all.
std::string render_some(const std::vector<Fault>& warnings, Lang lang);

}  // namespace sihu
