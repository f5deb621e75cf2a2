#include "gate/workbook_package.hpp"

#include "gate/workbook_values.hpp"
#include "wording/width.hpp"

#include <map>

namespace sihu {
namespace {

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// The name of a part as a relationship in `xl/` gives it.
std::string target_name(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return "xl/" + std::string(target.starts_with("./") ? target.substr(2) : target);
}

}  // namespace

std::vector<const XmlElement*> children_called(const XmlElement& element, std::string_view name) {
  std::vector<const XmlElement*> found;
  for (const XmlElement& child : element.children)
    if (local_name(child.name) == name) found.push_back(&child);
  return found;
}

const XmlElement* child_called(const XmlElement& element, std::string_view name) {
  const auto found = children_called(element, name);
  return found.empty() ? nullptr : found.front();
}

std::string_view attribute_called(const XmlElement& element, std::string_view name) {
  for (const auto& [key, value] : element.attributes)
    if (local_name(key) == name) return value;
  return {};
}

std::string string_text(const XmlElement& string) {
  std::string text;
  for (const XmlElement& part : string.children) {
    if (local_name(part.name) == "t") text += part.text;
    if (local_name(part.name) == "r")
      if (const XmlElement* run = child_called(part, "t")) text += run->text;
  }
  return without_escapes(text);
}

Result<XmlElement> WorkbookPackage::sheet() {
  const auto book = part("xl/workbook.xml");
  if (!book) return book;
  if (const XmlElement* properties = child_called(*book, "workbookPr")) {
    const auto epoch = attribute_called(*properties, "date1904");
    from_1904_ = epoch == "1" || epoch == "true";
  }
  if (auto read = read_strings(); !read) return tl::unexpected(read.error());
  if (auto read = read_styles(); !read) return tl::unexpected(read.error());
  const auto target = first_visible(*book);
  if (!target) return tl::unexpected(target.error());
  return part(*target);
}

const std::string* WorkbookPackage::string(std::string_view index) const {
  const auto number = exact_number<std::size_t>(index);
  return number && *number < strings_.size() ? &strings_[*number] : nullptr;
}

bool WorkbookPackage::is_day(std::string_view style) const {
  const auto number = exact_number<std::size_t>(style);
  return number && *number < day_styles_.size() && day_styles_[*number];
}

Result<XmlElement> WorkbookPackage::part(const std::string& part_name) const {
  const auto found = parts_.find(part_name);
  if (found == parts_.end())
    return fail(
        Kind::input,
        {Fault{{name_, 0, 0},
               "not-a-workbook",
               phrase(Text{"不是完整的 XLSX：其中没有 {0}",
                           "this is no whole XLSX: {0} is "
                           "not in it"},
                      in_brief(part_name)),
               phrase(Text{"在 Excel、WPS 中打开，另存为 .xlsx 或 .csv",
                           "open it in a spreadsheet program and save it as .xlsx or .csv"})}});
  auto read = read_xml(found->second, name_ + "!" + part_name);
  if (!read && found->second.size() > std::size_t{16} << 20)
    read.error().faults.front().hint = phrase(Text{"表太大：分成几个文件，或另存为 .csv",
                                                   "the sheet is too large: make several files "
                                                   "of it, or save it as .csv"});
  return read;
}

Result<void> WorkbookPackage::read_strings() {
  if (!parts_.contains("xl/sharedStrings.xml")) return {};
  const auto table = part("xl/sharedStrings.xml");
  if (!table) return tl::unexpected(table.error());
  for (const XmlElement* string : children_called(*table, "si"))
    strings_.push_back(string_text(*string));
  return {};
}

Result<void> WorkbookPackage::read_styles() {
  if (!parts_.contains("xl/styles.xml")) return {};
  const auto styles = part("xl/styles.xml");
  if (!styles) return tl::unexpected(styles.error());
  std::map<int, bool> own;
  if (const XmlElement* formats = child_called(*styles, "numFmts"))
    for (const XmlElement* format : children_called(*formats, "numFmt"))
      own[exact_number<int>(attribute_called(*format, "numFmtId")).value_or(-1)] =
          is_day_format(attribute_called(*format, "formatCode"));
  if (const XmlElement* cells = child_called(*styles, "cellXfs"))
    for (const XmlElement* cell : children_called(*cells, "xf")) {
      const int id = exact_number<int>(attribute_called(*cell, "numFmtId")).value_or(0);
      day_styles_.push_back(own.contains(id) ? own[id] : is_day_format(id));
    }
  return {};
}

Result<std::string> WorkbookPackage::first_visible(const XmlElement& book) const {
  const auto relations = part("xl/_rels/workbook.xml.rels");
  if (!relations) return tl::unexpected(relations.error());
  const XmlElement* sheets = child_called(book, "sheets");
  for (const XmlElement* sheet :
       sheets ? children_called(*sheets, "sheet") : std::vector<const XmlElement*>{}) {
    const auto state = attribute_called(*sheet, "state");
    if (state == "hidden" || state == "veryHidden") continue;
    std::string_view id;
    for (const auto& [key, value] : sheet->attributes)
      if (key != "id" && local_name(key) == "id") id = value;
    for (const XmlElement* relation : children_called(*relations, "Relationship"))
      if (attribute_called(*relation, "Id") == id)
        return target_name(attribute_called(*relation, "Target"));
  }
  return fail(Kind::input,
              {Fault{{name_, 0, 0},
                     "no-sheet",
                     phrase(Text{"其中没有可见的工作表", "there is no visible sheet in it"})}});
}

}  // namespace sihu
