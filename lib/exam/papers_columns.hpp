#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `person number response question branch name form`; the first three must be there.
const std::vector<std::string>& papers_columns();

/// The one that a heading of a table of answers means: itself, or of 人员 题号 答案 试题 支部 姓名
/// 卷号 and the like the one of these.
std::string papers_column(std::string_view heading);

}  // namespace sihu
