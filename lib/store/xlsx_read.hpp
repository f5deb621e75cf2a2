#pragma once

#include "gate/csv.hpp"
#include "wording/result.hpp"

#include <filesystem>
#include <string_view>

namespace sihu {

/// Reads the first visible sheet of an XLSX file as `read_workbook` gives it.
///
/// Only parts that it needs are unpacked, in memory: at most 17 MiB of each, 64 MiB in all, and the
/// package has at most 10 000 parts (`archive-too-big`). `Kind::input` too: cut off or altered
/// (`archive-damaged`), with a password (`has-a-password`), of the format before
/// (`old-workbook`), anything else by that name (`not-a-workbook`, `empty-file`). No libarchive on
/// this machine, or the file can't be read: `Kind::environment`. `name` is what places call the
/// file.
Result<Sheet> read_xlsx(const std::filesystem::path& file, std::string_view name);

/// Says that these bytes, which are to be read as a text, are a workbook or another package by how
/// they begin (`workbook-as-text`, `Kind::input`). `name` is what the file is called.
Result<void> check_is_text(std::string_view bytes, std::string_view name);

/// Whether a file is read as XLSX: its name ends in `.xlsx`, as Windows or others write it.
bool is_xlsx_name(std::string_view name);

}  // namespace sihu
