#pragma once

#include "store/merge_group.hpp"

namespace sihu {

/// `decide_group` where some of what arrives are extracts, files with lines left out: they are put
/// aside first, and bring nothing, because every line in them stands in the file they were made of.
///
/// Afterwards each is held against what is kept of that file: `Kind::integrity`
/// (`extract-differs`) if it has a line that the file does not have. A note (`extract-not-taken`)
/// where the file is not here, or ends earlier. Without any other copy the group is left without
/// copies.
Result<void> decide_beside_extracts(FileGroup& group);

}  // namespace sihu
