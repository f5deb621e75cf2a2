#include "gate/workbook.hpp"

#include "gate/sheet_cell.hpp"
#include "gate/workbook_package.hpp"
#include "gate/workbook_values.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace sihu {
namespace {

// What a spreadsheet can name more often than it has it: merged cells, shared strings.
constexpr std::size_t most_cells = 2'000'000;
constexpr std::size_t most_text = std::size_t{128} << 20;

// The cells of a sheet that have something in them, by row and column.
using Grid = std::map<std::size_t, std::map<std::size_t, std::string>>;

class SheetReading {
 public:
  SheetReading(const WorkbookPackage& book, std::string_view name) : book_(book), name_(name) {}

  Result<Sheet> read(const XmlElement& sheet) {
    if (const XmlElement* data = child_called(sheet, "sheetData")) read_rows(*data);
    if (const XmlElement* merged = child_called(sheet, "mergeCells"))
      for (const XmlElement* area : children_called(*merged, "mergeCell"))
        spread(attribute_called(*area, "ref"));
    Sheet table = as_table();
    if (faults_.empty()) return table;
    std::ranges::stable_sort(faults_, by_cell);
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
      const auto number = exact_number<std::size_t>(attribute_called(*row, "r"));
      const std::size_t here = number && *number > 0 ? *number - 1 : next_row;
      next_row = here + 1;
      std::size_t next_column = 0;
      for (const XmlElement* cell : children_called(*row, "c")) {
        const auto address = parse_address(attribute_called(*cell, "r"));
        const std::size_t column = address ? address->column : next_column;
        next_column = column + 1;
        std::string text = value_of(*cell, here, column);
        if (!trimmed_cell(text).empty() && has_room(text)) grid_[here][column] = std::move(text);
      }
    }
  }

  bool has_room(const std::string& text) {
    text_ += text.size();
    return text_ <= most_text;
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
    const auto parsed = exact_number<double>(text);
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
    if (!from || !to) return;
    const auto first = grid_.find(from->row);
    if (first == grid_.end()) return;
    const auto value = first->second.find(from->column);
    if (value == first->second.end()) return;
    // A column that is merged to the end of the sheet is meant to the end of what is in it.
    for (auto row = std::next(first); row != grid_.end() && row->first <= to->row; ++row) {
      if (++spread_ > most_cells || !has_room(value->second)) return;
      row->second[from->column] = value->second;
    }
  }

  std::size_t head_row() const {
    for (const auto& [row, cells] : grid_)
      if (cells.size() > 1) return row;
    return grid_.empty() ? 0 : grid_.begin()->first;
  }

  static std::string heading(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    return trimmed_cell(text);
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
    std::set<std::size_t> columns;
    for (const auto& [row, cells] : grid_)
      for (const auto& [column, text] : cells) columns.insert(column);
    if (spread_ > most_cells || text_ > most_text || grid_.size() * columns.size() > most_cells) {
      too_large();
      return table;
    }
    for (const std::size_t column : columns) add_heading(table, head, column);
    for (const auto& [row, cells] : grid_)
      if (row != head) add_row(table, row, cells, columns);
    return table;
  }

  void too_large() {
    faults_.push_back({{name_, 0, 0},
                       "too-many-cells",
                       phrase(Text{"表太大：超过 {0} 格或 {1} MiB 文字",
                                   "the sheet is too large: over {0} cells or {1} MiB of text"},
                              most_cells, most_text >> 20),
                       phrase(Text{"删去多余的行、列和合并，或另存为 .csv",
                                   "delete rows, columns and merged cells that are not needed, or "
                                   "save it as .csv"})});
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
               const std::set<std::size_t>& columns) {
    if (cells.empty()) return;
    std::vector<Cell> made;
    for (const std::size_t column : columns) {
      const auto cell = cells.find(column);
      made.push_back({cell == cells.end() ? std::string() : cell->second, place(row, column)});
    }
    table.rows.push_back(std::move(made));
  }

  const WorkbookPackage& book_;
  std::string name_;
  Grid grid_;
  std::size_t spread_ = 0;  // cells that a merged one above gave its value
  std::size_t text_ = 0;    // bytes in cells
  std::vector<Fault> faults_;
};

}  // namespace

Result<Sheet> read_workbook(const WorkbookParts& parts, std::string_view name) {
  WorkbookPackage book(parts, name);
  const auto sheet = book.sheet();
  if (!sheet) return tl::unexpected(sheet.error());
  return SheetReading(book, name).read(*sheet);
}

}  // namespace sihu
