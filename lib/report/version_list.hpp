#pragma once

#include "exam/paper_versions.hpp"
#include "exam/test_groups.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// One table of the tables of several versions of a paper, in their order: before the columns of
/// all of them stands `version`, 1 for the first, which people see where there are several. What a
/// version has no column for is empty.
Table tables_by_version(const std::vector<Table>& tables);

/// Which candidates a version is of: `1 种卷：zb01、zb05，24 人`; `number` counts from 1.
Phrase version_title(std::size_t number, const ItemReport& report);

/// What has to be said of analysed papers as a whole: that versions were asked different things,
/// papers that are sealed, questions that wait for a marker.
std::vector<Phrase> versions_words(const std::vector<PaperVersion>& versions,
                                   const MarkedPapers& marked);

}  // namespace sihu
