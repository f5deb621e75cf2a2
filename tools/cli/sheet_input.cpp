#include "tools/cli/sheet_input.hpp"

#include "store/xlsx_read.hpp"

namespace sihu {

Result<Sheet> read_sheet(World& world, const std::string& file, std::string_view encoding) {
  if (is_xlsx_name(file)) return read_xlsx(world.directory / file, file);
  const auto given = world.read_text(file, encoding);
  if (!given) return tl::unexpected(given.error());
  return read_csv(given->text, given->name);
}

}  // namespace sihu
