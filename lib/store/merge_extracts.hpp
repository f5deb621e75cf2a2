#pragma once

#include "store/merge_group.hpp"

namespace sihu {

/// `decide_group` where some of what arrives are extracts, files with lines left out: they are put
/// aside first, and bring nothing, because every line in them stands in the file they were made of.
///
/// Afterwards each is held against what is kept of that file: `Kind::integrity`
/// (`extract-differs`) if it has a line that the file does not have. A note (`extract-not-taken`)
/// where the file is not here, or ends earlier. Without any other copy the group is left without
/// copies. A copy that is alone is not looked at here, for it is read when it is checked.
Result<void> decide_beside_extracts(FileGroup& group);

/// After `check_kept`: where the only copy was found to be an extract, the same: a note, and the
/// group is left without copies.
void leave_out_extract_alone(FileGroup& group);

}  // namespace sihu
