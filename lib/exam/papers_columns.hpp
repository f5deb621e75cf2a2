#pragma once

#include "gate/csv.hpp"
#include "gate/source.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// `person number response question branch name form`; the first three must be there.
const std::vector<std::string>& papers_columns();

/// The one that a heading of a table of answers means: itself, or of 人员 题号 答案 试题 支部 姓名
/// 卷号 and the like the one of these.
std::string papers_column(std::string_view heading);

/// Where each column of a table of answers stands. To `faults` come columns that are unknown, with
/// the nearest, those that are there twice, and those that are missing.
std::map<std::string, std::size_t> places_of_columns(const std::vector<Cell>& head,
                                                     const Source& source,
                                                     std::vector<Fault>& faults);

/// Whether the columns are there without which nothing can be read.
bool has_needed_columns(const std::map<std::string, std::size_t>& places);

}  // namespace sihu
