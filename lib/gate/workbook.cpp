#include "gate/workbook.hpp"

#include "gate/workbook_values.hpp"
#include "gate/xml.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sihu {
namespace {

constexpr std::size_t most_merged_rows = 10'000;

// Some programs put a prefix before each name: `x:row`.
std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

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

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The text of a shared or inline string: its runs, without the readings above the characters.
std::string string_text(const XmlElement& string) {
  std::string text;
  for (const XmlElement& part : string.children) {
    if (local_name(part.name) == "t") text += part.text;
    if (local_name(part.name) == "r")
      if (const XmlElement* run = child_called(part, "t")) text += run->text;
  }
  return without_escapes(text);
}

// The name of a part as a relationship in `xl/` gives it.
std::string target_name(std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return "xl/" + std::string(target.starts_with("./") ? target.substr(2) : target);
}

// What cells refer to, and the sheet itself.
class Workbook {
 public:
  Workbook(const WorkbookParts& parts, std::string_view name) : parts_(parts), name_(name) {}

  Result<XmlElement> sheet() {
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

  const std::string* string(std::string_view index) const {
    const auto number = number_in<std::size_t>(index);
    return number && *number < strings_.size() ? &strings_[*number] : nullptr;
  }

  bool is_day(std::string_view style) const {
    const auto number = number_in<std::size_t>(style);
    return number && *number < day_styles_.size() && day_styles_[*number];
  }

  bool from_1904() const { return from_1904_; }

 private:
  Result<XmlElement> part(const std::string& part_name) const {
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

  Result<void> read_strings() {
    if (!parts_.contains("xl/sharedStrings.xml")) return {};
    const auto table = part("xl/sharedStrings.xml");
    if (!table) return tl::unexpected(table.error());
    for (const XmlElement* string : children_called(*table, "si"))
      strings_.push_back(string_text(*string));
    return {};
  }

  Result<void> read_styles() {
    if (!parts_.contains("xl/styles.xml")) return {};
    const auto styles = part("xl/styles.xml");
    if (!styles) return tl::unexpected(styles.error());
    std::map<int, bool> own;
    if (const XmlElement* formats = child_called(*styles, "numFmts"))
      for (const XmlElement* format : children_called(*formats, "numFmt"))
        own[number_in<int>(attribute_called(*format, "numFmtId")).value_or(-1)] =
            is_day_format(attribute_called(*format, "formatCode"));
    if (const XmlElement* cells = child_called(*styles, "cellXfs"))
      for (const XmlElement* cell : children_called(*cells, "xf")) {
        const int id = number_in<int>(attribute_called(*cell, "numFmtId")).value_or(0);
        day_styles_.push_back(own.contains(id) ? own[id] : is_day_format(id));
      }
    return {};
  }

  Result<std::string> first_visible(const XmlElement& book) const {
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

  const WorkbookParts& parts_;
  std::string name_;
  std::vector<std::string> strings_;
  std::vector<bool> day_styles_;
  bool from_1904_ = false;
};

// The cells of a sheet that have something in them, by row and column.
using Grid = std::map<std::size_t, std::map<std::size_t, std::string>>;

class SheetReading {
 public:
  SheetReading(const Workbook& book, std::string_view name) : book_(book), name_(name) {}

  Result<Sheet> read(const XmlElement& sheet) {
    if (const XmlElement* data = child_called(sheet, "sheetData")) read_rows(*data);
    if (const XmlElement* merged = child_called(sheet, "mergeCells"))
      for (const XmlElement* area : children_called(*merged, "mergeCell"))
        spread(attribute_called(*area, "ref"));
    Sheet table = as_table();
    if (faults_.empty()) return table;
    std::ranges::stable_sort(faults_, {}, &Fault::place);
    return fail(Kind::input, capped(std::move(faults_)));
  }

 private:
  Place place(std::size_t row, std::size_t column) const {
    return {name_ + "!" + to_string(CellAddress{row, column}), 0, 0};
  }

  void complain(std::size_t row, std::size_t column, std::string name, Phrase what) {
    faults_.push_back({place(row, column), std::move(name), std::move(what)});
  }

  // Programs may leave out where a row or cell stands: behind the one before.
  void read_rows(const XmlElement& data) {
    std::size_t next_row = 0;
    for (const XmlElement* row : children_called(data, "row")) {
      const auto number = number_in<std::size_t>(attribute_called(*row, "r"));
      const std::size_t here = number && *number > 0 ? *number - 1 : next_row;
      next_row = here + 1;
      std::size_t next_column = 0;
      for (const XmlElement* cell : children_called(*row, "c")) {
        const auto address = parse_address(attribute_called(*cell, "r"));
        const std::size_t column = address ? address->column : next_column;
        next_column = column + 1;
        std::string text = value_of(*cell, here, column);
        if (!text.empty()) grid_[here][column] = std::move(text);
      }
    }
  }

  std::string value_of(const XmlElement& cell, std::size_t row, std::size_t column) {
    const auto type = attribute_called(cell, "t");
    if (type == "inlineStr") {
      const XmlElement* string = child_called(cell, "is");
      return string ? string_text(*string) : std::string();
    }
    const XmlElement* value = child_called(cell, "v");
    if (!value || value->text.empty()) return {};
    if (type == "s") return shared(value->text, row, column);
    if (type == "b") return value->text == "1" ? "TRUE" : "FALSE";
    if (type == "str") return without_escapes(value->text);
    if (type == "d") return value->text.substr(0, value->text.find('T'));
    if (type == "e") {
      complain(
          row, column, "error-in-cell",
          phrase(Text{"这一格是错误值 {0}", "this cell is an error, {0}"}, in_brief(value->text)));
      return {};
    }
    return number(value->text, attribute_called(cell, "s"));
  }

  std::string shared(const std::string& index, std::size_t row, std::size_t column) {
    if (const std::string* text = book_.string(index)) return *text;
    complain(row, column, "no-such-string",
             phrase(Text{"文件损坏：没有第 {0} 个文字",
                         "the file is damaged: there is no text number {0}"},
                    in_brief(index)));
    return {};
  }

  std::string number(const std::string& text, std::string_view style) const {
    const auto parsed = number_in<double>(text);
    if (!parsed) return text;
    if (book_.is_day(style))
      if (auto day = day_text(*parsed, book_.from_1904())) return *day;
    return number_text(*parsed);
  }

  // A merged cell has its value in its first cell alone.
  void spread(std::string_view area) {
    const std::size_t colon = area.find(':');
    if (colon == std::string_view::npos) return;
    const auto from = parse_address(area.substr(0, colon));
    const auto to = parse_address(area.substr(colon + 1));
    if (!from || !to || !grid_.contains(from->row)) return;
    const auto value = grid_[from->row].find(from->column);
    if (value == grid_[from->row].end()) return;
    const std::string text = value->second;
    // A column that is merged to the end of the sheet is meant to the end of what is in it.
    const std::size_t last =
        std::min({to->row, grid_.rbegin()->first, from->row + most_merged_rows});
    for (std::size_t row = from->row + 1; row <= last; ++row)
      if (grid_.contains(row)) grid_[row][from->column] = text;
  }

  std::size_t head_row() const {
    for (const auto& [row, cells] : grid_)
      if (cells.size() > 1) return row;
    return grid_.empty() ? 0 : grid_.begin()->first;
  }

  static std::string heading(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    const auto from = text.find_first_not_of(" \t");
    if (from == std::string::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t") - from + 1);
  }

  bool has_content(std::size_t column) const {
    return std::ranges::any_of(grid_,
                               [column](const auto& row) { return row.second.contains(column); });
  }

  Sheet as_table() {
    Sheet table;
    if (grid_.empty()) {
      complain(0, 0, "empty-file",
               phrase(Text{"表是空的，第一行应为列名",
                           "the sheet is empty, expected a row of headings"}));
      return table;
    }
    const std::size_t head = head_row();
    grid_.erase(grid_.begin(), grid_.find(head));
    std::vector<std::size_t> columns;
    for (const auto& [row, cells] : grid_)
      if (!cells.empty()) last_ = std::max(last_, cells.rbegin()->first);
    for (std::size_t column = 0; column <= last_; ++column)
      if (has_content(column)) columns.push_back(column);
    for (const std::size_t column : columns) add_heading(table, head, column);
    for (const auto& [row, cells] : grid_)
      if (row != head) add_row(table, row, cells, columns);
    return table;
  }

  void add_heading(Sheet& table, std::size_t row, std::size_t column) {
    std::string text = grid_[row].contains(column) ? heading(grid_[row][column]) : std::string();
    if (text.empty())
      complain(row, column, "empty-heading",
               phrase(Text{"这一列有内容，没有列名", "this column has content and no heading"}));
    else if (std::ranges::find(table.head, text, &Cell::text) != table.head.end())
      complain(row, column, "duplicate-heading",
               phrase(Text{"列名 {0} 重复", "the heading {0} is there twice"}, in_brief(text)));
    table.head.push_back({std::move(text), place(row, column)});
  }

  void add_row(Sheet& table, std::size_t row, const std::map<std::size_t, std::string>& cells,
               const std::vector<std::size_t>& columns) {
    if (cells.empty()) return;
    std::vector<Cell> made;
    for (const std::size_t column : columns) {
      const auto cell = cells.find(column);
      made.push_back({cell == cells.end() ? std::string() : cell->second, place(row, column)});
    }
    table.rows.push_back(std::move(made));
  }

  const Workbook& book_;
  std::string name_;
  Grid grid_;
  std::size_t last_ = 0;
  std::vector<Fault> faults_;
};

}  // namespace

Result<Sheet> read_workbook(const WorkbookParts& parts, std::string_view name) {
  Workbook book(parts, name);
  const auto sheet = book.sheet();
  if (!sheet) return tl::unexpected(sheet.error());
  return SheetReading(book, name).read(*sheet);
}

}  // namespace sihu
