#pragma once

#include "report/catalogue.hpp"
#include "report/table.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Notices of rectification (整改通知单): for each branch that has problems, a page with its
/// problems and lines to sign on, in two copies, one to keep (存根) and one to hand over (送达).
/// `format`: `table` is plain text, else Markdown or HTML, a page each when it is printed.
std::string slips(const std::vector<const Problem*>& problems, const ListContext& context,
                  Format format, const Look& look);

/// Whether slips are written in this format: they are paper, not data.
bool is_for_slips(Format format);

}  // namespace sihu
