#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The pager for long lists: SIHU_PAGER, else PAGER, else `less`, as the words of a command; with
/// quotes or other signs of a shell in it, by way of `sh -c`. Empty: none is wanted (`SIHU_PAGER=`
/// or `cat`).
std::vector<std::string> pager_wanted();

/// Shows `text` in `pager` if it has more lines than the window, and waits for its end. False:
/// nothing was shown, because it fits, or the pager can't be started.
bool show_in_pager(const std::vector<std::string>& pager, std::string_view text, int rows);

}  // namespace sihu
