#include "records/record_file.hpp"

#include "base/utf8.hpp"
#include "gate/csv.hpp"
#include "gate/encoding.hpp"
#include "gate/sheet_cell.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace sihu {
namespace {

std::string words_of(const RecordRow& row) {
  std::string words = row.branch;
  for (const RecordValue& value : row.values) words += '\x1f' + to_string(value);
  return words;
}

class RecordReader {
 public:
  RecordReader(const Source& source, const Register& declared, const Organisation& organisation,
               const Sheet& sheet)
      : source_(source),
        declared_(declared),
        organisation_(organisation),
        sheet_(sheet),
        own_branch_(parse_record_name(source.name()).branch) {}

  RecordFile read() {
    check_name();
    read_head();
    add_faults_of_head();
    const bool has_good_head = faults_.empty();
    for (std::size_t i = 0; i < sheet_.rows.size(); ++i)
      if (!is_remark(sheet_.rows[i])) read_if_filled(i);
    if (!has_good_head) {
      file_.rows.clear();
      file_.broken.insert(own_branch_);
    }
    std::ranges::stable_sort(faults_, {}, &Fault::place);
    file_.faults = capped(std::move(faults_));
    return std::move(file_);
  }

 private:
  static constexpr std::size_t branch_column = static_cast<std::size_t>(-1);
  static constexpr std::size_t no_column = static_cast<std::size_t>(-2);

  void complain(const Cell& at, std::string name, Phrase what, Phrase hint = {}) {
    const int width = static_cast<int>(std::max<std::size_t>(count_code_points(at.text), 1));
    faults_.push_back(
        source_.fault(at.place, width, std::move(name), std::move(what), std::move(hint)));
  }

  const Branch* find_branch(std::string_view text) const {
    for (const Branch& branch : organisation_.branches)
      if (branch.id == text || branch.name.zh == text || branch.name.en == text) return &branch;
    return nullptr;
  }

  Phrase perhaps_branch(std::string_view text) const {
    std::vector<std::string> known;
    for (const Branch& branch : organisation_.branches) known.push_back(branch.id);
    const auto meant = nearest(text, known);
    return meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{};
  }

  void check_name() {
    if (own_branch_.empty() || organisation_.find_branch(own_branch_)) return;
    complain(sheet_.head.front(), "unknown-branch",
             phrase(Text{"文件名里的支部 {0} 不在 sihu.yaml 里",
                         "sihu.yaml has no branch {0}, which the file is named after"},
                    own_branch_),
             perhaps_branch(own_branch_));
  }

  static bool is_called(const Phrase& heading, std::string_view text) {
    return heading.zh == text || heading.en == text;
  }

  std::size_t column_called(std::string_view text) const {
    if (is_called(branch_heading(), text)) return branch_column;
    const auto at = std::ranges::find_if(declared_.columns, [&](const RegisterColumn& column) {
      return is_called(column.heading, text);
    });
    return at == declared_.columns.end() ? no_column
                                         : static_cast<std::size_t>(at - declared_.columns.begin());
  }

  void read_head() {
    std::vector<std::string> known{branch_heading().zh, branch_heading().en};
    for (const RegisterColumn& column : declared_.columns) {
      known.push_back(column.heading.zh);
      known.push_back(column.heading.en);
    }
    for (const Cell& cell : sheet_.head) {
      const std::string text = without_sheet_guard(trimmed_cell(cell.text));
      const std::size_t column = column_called(text);
      if (column == no_column) {
        const auto meant = nearest(text, known);
        complain(cell, "unknown-heading",
                 phrase(Text{"台账 {0} 没有“{1}”这一栏", "the register {0} has no column \"{1}\""},
                        declared_.id, in_brief(text)),
                 meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
      } else if (std::ranges::find(columns_, column) != columns_.end()) {
        complain(cell, "duplicate-heading",
                 phrase(Text{"“{0}”一栏前面已有，只是换了语言",
                             "the column \"{0}\" is there before, in the other language"},
                        in_brief(text)));
      }
      columns_.push_back(column);
    }
    for (std::size_t i = 0; i < declared_.columns.size(); ++i)
      if (declared_.columns[i].required) check_there(i, declared_.columns[i].heading);
    if (own_branch_.empty()) check_there(branch_column, branch_heading());
  }

  void check_there(std::size_t column, const Phrase& heading) {
    if (std::ranges::find(columns_, column) != columns_.end()) return;
    complain(sheet_.head.front(), "missing-heading",
             phrase(Text{"缺“{0}”一栏", "the column \"{0}\" is missing"}, heading));
  }

  static bool is_remark(const std::vector<Cell>& cells) {
    return !cells.empty() && trimmed_cell(cells.front().text).starts_with('#');
  }

  static bool is_empty(const std::vector<Cell>& cells) {
    return std::ranges::all_of(cells, [](const Cell& cell) { return is_blank(cell.text); });
  }

  void add_faults_of_head() {
    for (const Fault& fault : sheet_.faults)
      if (sheet_.rows.empty() || fault.place.line < sheet_.rows.front().front().place.line)
        faults_.push_back(fault);
  }

  // Cells too few or too many, and what else is wrong with a row; an empty row or a remark needs no
  // commas.
  void add_uneven(std::size_t i) {
    const int first = sheet_.rows[i].front().place.line;
    const bool is_last = i + 1 == sheet_.rows.size();
    for (const Fault& fault : sheet_.faults)
      if (fault.place.line >= first &&
          (is_last || fault.place.line < sheet_.rows[i + 1].front().place.line))
        faults_.push_back(fault);
  }

  void read_if_filled(std::size_t i) {
    if (is_empty(sheet_.rows[i])) return;
    const std::size_t before = faults_.size();
    add_uneven(i);
    RecordRow row = read_row(sheet_.rows[i]);
    if (faults_.size() == before)
      file_.rows.push_back(std::move(row));
    else
      file_.broken.insert(std::move(row.branch));
  }

  RecordRow read_row(const std::vector<Cell>& cells) {
    RecordRow row;
    row.place = cells.front().place;
    row.branch = own_branch_;
    row.values.resize(declared_.columns.size());
    for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
      const Cell cell{without_sheet_guard(trimmed_cell(cells[i].text)), cells[i].place};
      if (columns_[i] == branch_column)
        read_branch(cell, row);
      else if (columns_[i] != no_column)
        read_value(cell, columns_[i], row);
    }
    const auto* date = std::get_if<Date>(&row.values[*declared_.find(declared_.date)]);
    if (date) row.date = *date;
    return row;
  }

  void read_branch(const Cell& cell, RecordRow& row) {
    const Branch* branch = find_branch(cell.text);
    if (cell.text.empty() && !own_branch_.empty()) return;
    if (cell.text.empty())
      return complain(cell, "missing-value", phrase(Text{"没有写支部", "there is no branch"}));
    if (!branch)
      return complain(cell, "unknown-branch",
                      phrase(Text{"sihu.yaml 中没有支部“{0}”", "sihu.yaml has no branch \"{0}\""},
                             in_brief(cell.text)),
                      perhaps_branch(cell.text));
    if (!own_branch_.empty() && branch->id != own_branch_)
      return complain(cell, "other-branch",
                      phrase(Text{"这个文件是 {0} 的，这一行却是 {1} 的",
                                  "the file is that of {0}, and the row that of {1}"},
                             own_branch_, branch->id));
    row.branch = branch->id;
  }

  void read_value(const Cell& cell, std::size_t at, RecordRow& row) {
    const RegisterColumn& column = declared_.columns[at];
    if (is_blank(cell.text)) {
      if (column.required)
        complain(cell, "missing-value",
                 phrase(Text{"“{0}”不能空着", "\"{0}\" must not be empty"}, column.heading));
      return;
    }
    CellReading reading = read_cell(column, cell.text, organisation_);
    if (!reading.expected.empty())
      complain(cell, "wrong-value",
               phrase(Text{"“{0}”{1}，实际是“{2}”", "\"{0}\" {1}; found \"{2}\""}, column.heading,
                      reading.expected, in_brief(cell.text)));
    row.values[at] = std::move(reading.value);
  }

  const Source& source_;
  const Register& declared_;
  const Organisation& organisation_;
  const Sheet& sheet_;
  std::string own_branch_;
  std::vector<Fault> faults_;
  std::vector<std::size_t> columns_;  // which column of the register each one of the sheet is
  RecordFile file_;
};

}  // namespace

Result<std::string> decode_records(std::string_view bytes, std::string_view name) {
  auto text = decode(bytes, Encoding::utf8, name);
  if (text || !find_invalid_utf8(bytes)) return text;
  auto other = decode(bytes, Encoding::gb18030, name);
  return other ? other : text;
}

RecordFileName parse_record_name(std::string_view name) {
  if (const auto slash = name.rfind('/'); slash != std::string_view::npos)
    name.remove_prefix(slash + 1);
  if (name.ends_with(".csv")) name.remove_suffix(4);
  const auto dot = name.find('.');
  if (dot == std::string_view::npos) return {std::string(name), {}};
  return {std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}

RecordFile read_record_file(std::string_view bytes, std::string_view name, const Register& declared,
                            const Organisation& organisation) {
  const auto broken = [&](const Failure& failure) {
    return RecordFile{{}, failure.faults, {parse_record_name(name).branch}};
  };
  const auto text = decode_records(bytes, name);
  if (!text) return broken(text.error());
  const auto sheet = read_csv(*text, name);
  if (!sheet) return broken(sheet.error());
  const Source source(*text, name);
  return RecordReader(source, declared, organisation, *sheet).read();
}

void add_record_file(std::string_view bytes, const std::string& name,
                     const Organisation& organisation, RecordTable& table) {
  RecordFile file = read_record_file(bytes, name, table.declared, organisation);
  table.files.push_back(name);
  std::map<std::string, std::size_t> there;  // how often rows stand in the files before
  for (const RecordRow& row : table.rows) ++there[words_of(row)];
  for (RecordRow& row : file.rows) {
    const auto known = there.find(words_of(row));
    if (known != there.end() && known->second > 0) {
      --known->second;
      table.repeated.push_back(row.place);
    } else {
      table.rows.push_back(std::move(row));
    }
  }
  std::ranges::move(file.faults, std::back_inserter(table.faults));
  table.broken.merge(file.broken);
}

}  // namespace sihu
