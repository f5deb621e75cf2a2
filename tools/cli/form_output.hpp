#pragma once

#include "tools/cli/world.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// Whether a file's name asks for a form as a sheet: `.csv`, in any case.
bool is_sheet_file(const std::string& file);

/// Whether a form may be written to `file`: not over one that is there, which may be filled in,
/// unless `replace`; and only with an ending of its formats, which `workbook` says whether `.xlsx`
/// is one of.
Result<void> check_form_output(const std::string& file, bool replace, const World& world,
                               bool workbook = false);

}  // namespace sihu
