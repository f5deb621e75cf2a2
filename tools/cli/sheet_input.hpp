#pragma once

#include "gate/csv.hpp"
#include "tools/cli/world.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// A table that people filled in: an XLSX file (`.xlsx`), else CSV in `encoding`; `-`: CSV on
/// standard input.
Result<Sheet> read_sheet(World& world, const std::string& file, std::string_view encoding);

}  // namespace sihu
