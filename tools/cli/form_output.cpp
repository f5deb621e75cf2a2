#include "tools/cli/form_output.hpp"

#include "base/utf8.hpp"
#include "store/xlsx_read.hpp"

namespace sihu {
namespace {

bool has_ending(std::string name, std::string_view ending) {
  for (auto& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return name.ends_with(ending);
}

}  // namespace

bool is_sheet_file(const std::string& file) {
  return has_ending(file, ".csv");
}

Result<void> check_form_output(const std::string& file, bool replace, const World& world,
                               bool workbook) {
  if (file.empty() || file == "-") return {};
  const auto ending = std::filesystem::path(file).extension().string();
  if (!ending.empty() && !has_ending(file, ".csv") && !has_ending(file, ".yaml") &&
      !has_ending(file, ".yml") && !(workbook && is_xlsx_name(file)))
    return fail(Kind::usage, "form-not-written",
                workbook ? phrase(Text{"表格只写成 .xlsx、.csv 或 .yaml，不写 {0}",
                                       "a form is written as .xlsx, .csv or .yaml, not as {0}"},
                                  visible(ending))
                         : phrase(Text{"表格只写成 .csv 或 .yaml，不写 {0}",
                                       "a form is written as .csv or .yaml, not as {0}"},
                                  visible(ending)));
  std::error_code unknown;
  if (!replace && std::filesystem::is_regular_file(world.directory / file, unknown))
    return fail(Kind::refused, "form-exists",
                phrase(Text{"{0} 已在，里面可能已填了答案", "{0} is there, and may be filled in"},
                       visible(file)),
                phrase(Text{"换个文件名，或用 --replace 覆盖",
                            "choose another name, or write over it with --replace"}));
  return {};
}

}  // namespace sihu
