#include "gate/workbook.hpp"
#include "wording/render.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

// Any bytes as the parts of a spreadsheet package, one behind the other with a NUL between them:
// sheet, strings, styles, workbook, relationships; those that are missing are as they should be.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sihu;
  WorkbookParts parts{
      {"xl/worksheets/sheet1.xml", "<worksheet/>"},
      {"xl/sharedStrings.xml", "<sst><si><t>a</t></si></sst>"},
      {"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>"},
      {"xl/workbook.xml", "<workbook><sheets><sheet r:id=\"r1\"/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/>"
       "</Relationships>"}};
  constexpr std::array names{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                             "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  for (const char* name : names) {
    const std::size_t end = rest.find('\0');
    if (end != 0) parts[name] = rest.substr(0, end);
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  const auto sheet = read_workbook(parts, "fuzz.xlsx");
  if (!sheet) {
    for (const Fault& fault : sheet.error().faults) render(fault, Lang::zh);
    return 0;
  }
  for (const auto& row : sheet->rows)
    if (row.size() != sheet->head.size()) __builtin_trap();
  return 0;
}
