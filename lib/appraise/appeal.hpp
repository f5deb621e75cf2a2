#pragma once

#include "appraise/state.hpp"
#include "document/organisation.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// Whether the committee may decide on `item` of what was published: an appeal against it is open,
/// or one against the whole that was not turned down, and the item was not decided since. Without
/// an item: whether any appeal is open.
bool may_be_decided(const PersonAppraisal& file, std::string_view item);

/// Refused (`no-appeal`) where nothing is to be decided, see `may_be_decided`; `file` may be
/// nullptr.
Result<void> check_appealed(const PersonAppraisal* file, const Person& whom,
                            const std::string& item);

/// Whether an open appeal says just this.
bool is_waiting_already(const PersonAppraisal& file, std::string_view item, std::string_view note);

}  // namespace sihu
