#pragma once

#include "snapshot/open_row.hpp"

#include <vector>

namespace sihu {

/// Rows of findings as rows of problems, in the order of `more_urgent`: what several found, the
/// same item of a checklist at the same branch in the same quarter, is one row, as
/// `as_one_problem` makes one problem of them. An id that was opened twice stays two rows.
/// Open findings are all there are here: one that was
/// closed in another copy does not close the others until they are closed with it.
void join_rows(std::vector<OpenRow>& rows);

}  // namespace sihu
