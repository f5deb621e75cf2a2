#include "store/xlsx.hpp"

#include "report/renderers.hpp"
#include "report/sheet_value.hpp"
#include "store/libxlsxwriter.hpp"
#include "store/named_file.hpp"
#include "store/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <map>
#include <vector>

namespace sihu {
namespace {

// Spreadsheets in China have this font, and those elsewhere put another in its place.
constexpr const char* font = "宋体";
constexpr std::size_t most_rows = 1'048'575;
// In points: not every machine has the font, and others are higher.
constexpr int line_height = 17;

// What cells look like; numbers by how many decimals they show.
class Formats {
 public:
  Formats(const Libxlsxwriter& library, lxw_workbook* book) : library_(library), book_(book) {
    library_.set_bold(head);
    library_.set_background(head, 0xD9E1F2);
    library_.set_align(head, LXW_ALIGN_CENTER);
    library_.set_border(head, LXW_BORDER_THIN);
    for (lxw_format* wrapped : {head, text}) library_.set_text_wrap(wrapped);
    library_.set_border(text, LXW_BORDER_THIN);
    library_.set_border(right, LXW_BORDER_THIN);
    library_.set_align(right, LXW_ALIGN_RIGHT);
    library_.set_border(day, LXW_BORDER_THIN);
    library_.set_number_format(day, "yyyy-mm-dd");
    library_.set_text_wrap(note);
  }

  lxw_format* number(int decimals) {
    lxw_format*& format = numbers_[decimals];
    if (!format) {
      format = plain();
      library_.set_border(format, LXW_BORDER_THIN);
      library_.set_number_format(
          format, decimals == 0 ? "0" : ("0." + std::string(std::size_t(decimals), '0')).c_str());
    }
    return format;
  }

 private:
  lxw_format* plain() {
    lxw_format* const format = library_.add_format(book_);
    library_.set_font_name(format, font);
    library_.set_font_size(format, 11);
    library_.set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
  }

  const Libxlsxwriter& library_;
  lxw_workbook* book_;
  std::map<int, lxw_format*> numbers_;

 public:
  lxw_format* const head = plain();
  lxw_format* const text = plain();
  lxw_format* const right = plain();
  lxw_format* const day = plain();
  lxw_format* const note = plain();
};

// In a header of a printed page `&` begins a code.
std::string header_text(const std::string& text) {
  std::string out = "&C";
  for (const char c : text) out += c == '&' ? std::string("&&") : std::string(1, c);
  return out;
}

// A column of the sheet that is being written.
struct Shown {
  const Column& column;
  std::size_t value;  // its place in a row
  int widest = 0;     // cell so far, in characters
};

class Book {
 public:
  Book(const Libxlsxwriter& library, const std::string& file, Lang lang, int room)
      : library_(library),
        lang_(lang),
        room_(room),
        book_(library.new_workbook(file.c_str(), &options_)),
        formats_(library, book_) {
    lxw_doc_properties properties{};
    properties.created = 1;  // 1970: equal tables, equal bytes; 0 would be now
    library_.set_properties(book_, &properties);
  }

  void add(const Table& table) {
    lxw_worksheet* const sheet = new_sheet(table.title.in(lang_));
    columns_.clear();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      if (table.columns[i].in_table) columns_.push_back({table.columns[i], i});
    add_head(sheet);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
      add_row(sheet, static_cast<lxw_row_t>(row + 1), table.rows[row]);
    const auto last = static_cast<lxw_row_t>(table.rows.size());
    add_widths(sheet);
    library_.freeze_panes(sheet, 1, 0);
    if (!columns_.empty())
      library_.set_filter(sheet, 0, 0, last, static_cast<lxw_col_t>(columns_.size() - 1));
    library_.repeat_rows(sheet, 0, 0);
    add_choices(sheet, last);
    for_paper(sheet, table.title.in(lang_));
  }

  void add(const std::vector<BriefingNote>& notes) {
    constexpr int note_width = 100;
    const std::string title = say(lang_, Text{"说明", "Notes"});
    lxw_worksheet* const sheet = new_sheet(title);
    library_.set_column(sheet, 0, 0, note_width, nullptr);
    lxw_row_t row = 0;
    const auto line = [&](const std::string& text) {
      set_height(sheet, row, sheet_lines(text, note_width));
      library_.write_string(sheet, row++, 0, visible_lines(text).c_str(), formats_.note);
    };
    for (const BriefingNote& note : notes) {
      line(note.text.in(lang_));
      for (const std::string& one : note.under) line("    " + one);
    }
    for_paper(sheet, title);
  }

  lxw_error close() { return library_.close(book_); }

 private:
  lxw_worksheet* new_sheet(const std::string& title) {
    const std::string wanted = title.empty() ? say(lang_, Text{"清单", "List"}) : title;
    names_.push_back(sheet_name(wanted, names_));
    lxw_worksheet* const sheet = library_.add_worksheet(book_, names_.back().c_str());
    library_.set_default_row(sheet, line_height, LXW_FALSE);
    return sheet;
  }

  void add_head(lxw_worksheet* sheet) {
    lxw_col_t place = 0;
    for (const Shown& shown : columns_)
      library_.write_string(sheet, 0, place++, shown.column.heading.in(lang_).c_str(),
                            formats_.head);
  }

  // What is in columns is known when all rows are written, which the library lets us say then.
  void add_widths(lxw_worksheet* sheet) {
    lxw_col_t place = 0;
    for (const Shown& shown : columns_) {
      int width = sheet_column_width(shown.column, shown.widest, lang_);
      if (shown.widest == 0 && shown.column.choices.empty()) width = std::max(width, room_);
      library_.set_column(sheet, place, place, width, nullptr);
      ++place;
    }
  }

  // Not every program makes a row as high as what is wrapped in it.
  void set_height(lxw_worksheet* sheet, lxw_row_t row, int lines) {
    constexpr int most_lines = 24;  // a row is at most 409 points high
    if (lines > 1) library_.set_row(sheet, row, std::min(lines, most_lines) * line_height, nullptr);
  }

  void add_row(lxw_worksheet* sheet, lxw_row_t row, const std::vector<Value>& values) {
    cells_.clear();
    int lines = 1;
    for (Shown& shown : columns_) {
      cells_.push_back(sheet_value(values[shown.value], shown.column, lang_));
      lines = std::max(lines, measure(shown, cells_.back()));
    }
    set_height(sheet, row, lines);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      add_cell(sheet, row, static_cast<lxw_col_t>(i), cells_[i], columns_[i].column.align);
  }

  // How many lines it will take. Only what is wider than a column may be is wrapped, so that its
  // column then has that width.
  static int measure(Shown& shown, const SheetValue& cell) {
    const auto* text = std::get_if<std::string>(&cell);
    const bool one_line = !text || text->find('\n') == std::string::npos;
    // No text is wider than its bytes.
    if (text && one_line && static_cast<int>(text->size()) <= shown.widest) return 1;
    const int width = sheet_width(cell);
    shown.widest = std::max(shown.widest, std::min(width, widest_sheet_column));
    if (one_line && width <= widest_sheet_column) return 1;
    return sheet_lines(*text, widest_sheet_column);
  }

  void add_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const SheetValue& value,
                Column::Align align) {
    if (const auto* text = std::get_if<std::string>(&value))
      library_.write_string(sheet, row, column, text->c_str(),
                            align == Column::Align::right ? formats_.right : formats_.text);
    else if (const auto* number = std::get_if<SheetNumber>(&value))
      library_.write_number(sheet, row, column, number->number, formats_.number(number->decimals));
    else if (const auto* day = std::get_if<SheetDay>(&value))
      library_.write_number(sheet, row, column, day->serial, formats_.day);
    else
      library_.write_blank(sheet, row, column, formats_.text);
  }

  void add_choices(lxw_worksheet* sheet, lxw_row_t last) {
    lxw_col_t place = 0;
    for (const Shown& shown : columns_) {
      const lxw_col_t here = place++;
      if (shown.column.choices.empty() || last == 0) continue;
      std::vector<char*> words;
      for (const Phrase& choice : shown.column.choices)
        words.push_back(const_cast<char*>(choice.in(lang_).c_str()));  // it reads them alone
      words.push_back(nullptr);
      lxw_data_validation offered{};
      offered.validate = LXW_VALIDATION_TYPE_LIST;
      offered.value_list = words.data();
      library_.set_validation(sheet, 1, here, last, here, &offered);
    }
  }

  void for_paper(lxw_worksheet* sheet, const std::string& title) {
    constexpr std::uint8_t a4 = 9;
    library_.set_landscape(sheet);
    library_.set_paper(sheet, a4);
    library_.fit_to_pages(sheet, 1, 0);
    library_.set_margins(sheet, 0.5, 0.5, 0.75, 0.75);
    if (title.size() < 200) library_.set_header(sheet, header_text(visible_lines(title)).c_str());
    library_.set_footer(sheet, "&C&P / &N");
  }

  const Libxlsxwriter& library_;
  Lang lang_;
  int room_;
  // Each row goes to a nameless file when the next one begins.
  lxw_workbook_options options_{
      .constant_memory = LXW_TRUE, .tmpdir = nullptr, .use_zip64 = LXW_FALSE};
  lxw_workbook* book_;
  Formats formats_;
  std::vector<std::string> names_;
  std::vector<Shown> columns_;
  std::vector<SheetValue> cells_;  // of one row
};

tl::unexpected<Failure> no_library() {
  return fail(Kind::environment, "no-libxlsxwriter",
              phrase(Text{"写 XLSX 要有 libxlsxwriter，本机没有",
                          "writing XLSX takes libxlsxwriter, which this machine lacks"}),
              phrase(Text{"装上它（libxlsxwriter4），或写成 .csv、.html",
                          "install it (libxlsxwriter4), or write .csv or .html"}));
}

tl::unexpected<Failure> not_written(const Phrase& why) {
  return fail(Kind::environment, "no-xlsx",
              phrase(Text{"写不成 XLSX：{0}", "the XLSX could not be made: {0}"}, why),
              phrase(Text{"临时文件夹 /tmp 要能写、有空间",
                          "the folder for temporary files, /tmp, has to be writable and have "
                          "room"}));
}

Result<std::string> xlsx_of(const std::vector<const Table*>& tables,
                            const std::vector<BriefingNote>& notes, Lang lang, int room) {
  for (const Table* table : tables)
    if (table->rows.size() > most_rows)
      return fail(Kind::refused, "too-many-rows",
                  phrase(Text{"{0} 行放不进一张工作表，最多 {1} 行",
                              "{0} rows do not fit into a sheet, which has {1}"},
                         table->rows.size(), most_rows),
                  phrase(Text{"先筛选，或写成 .csv", "filter them first, or write .csv"}));
  const Libxlsxwriter* const library = libxlsxwriter();
  if (!library) return no_library();
  const NamedFile file;
  if (!file.is_open()) return not_written(system_reason(errno));
  Book book(*library, file.name(), lang, room);
  for (const Table* table : tables)
    if (!table->rows.empty() || table == tables.front()) book.add(*table);
  if (!notes.empty()) book.add(notes);
  if (const lxw_error error = book.close(); error != LXW_NO_ERROR)
    return not_written(same(library->error_words(error)));
  auto bytes = file.bytes();
  if (!bytes) return not_written({"写好的读不回来", "what was written can't be read back"});
  return std::move(*bytes);
}

}  // namespace

Result<std::string> xlsx_of(const Briefing& briefing, Lang lang, int room) {
  std::vector<const Table*> tables;
  for (const Table& table : briefing.tables) tables.push_back(&table);
  return xlsx_of(tables, briefing.notes, lang, room);
}

Result<std::string> xlsx_of(const Table& table, Lang lang) {
  return xlsx_of({&table}, {}, lang, 0);
}

}  // namespace sihu
