#include "gate/csv.hpp"

#include "gate/source.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace sihu {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::size_t most_faults = 200;

// Cuts a text into records and cells; RFC 4180, section 2.
class Scanner {
 public:
  Scanner(const Source& source, std::vector<Fault>& faults)
      : source_(source), text_(source.text()), faults_(faults), places_(source) {}

  /// The next record that is not an empty line; nothing at the end.
  std::optional<std::vector<Cell>> next() {
    while (at_ < text_.size() && skip_line_end()) continue;
    if (at_ == text_.size()) return std::nullopt;
    std::vector<Cell> record;
    for (;;) {
      record.push_back(cell());
      if (at_ < text_.size() && text_[at_] == ',')
        ++at_;
      else
        break;
    }
    skip_line_end();
    return record;
  }

 private:
  bool skip_line_end() {
    if (text_.substr(at_).starts_with("\r\n"))
      at_ += 2;
    else if (at_ < text_.size() && text_[at_] == '\n')
      ++at_;
    else
      return false;
    return true;
  }

  Cell cell() {
    Cell cell{{}, places_.at(at_)};
    if (at_ < text_.size() && text_[at_] == '"')
      quoted(cell);
    else
      cell.text = up_to_separator();
    return cell;
  }

  std::string up_to_separator() {
    const std::size_t start = at_;
    at_ = std::min(text_.find_first_of(",\n", at_), text_.size());
    std::size_t end = at_;
    if (end < text_.size() && text_[end] == '\n' && end > start && text_[end - 1] == '\r') --end;
    at_ = end;
    return std::string(text_.substr(start, end - start));
  }

  void quoted(Cell& cell) {
    const std::size_t opened = at_++;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        complain(opened, "unclosed-quote",
                 phrase(Text{"引号没有闭合", "this quote is never closed"}));
        at_ = text_.size();
        return;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
    }
    const std::size_t behind = at_;
    if (!up_to_separator().empty())
      complain(behind, "text-behind-quote",
               phrase(Text{"闭引号后面应为逗号或行尾",
                           "expected a comma or the end of the line behind the quote"}),
               phrase(Text{"单元格里的引号写两遍", "write a quote inside a cell twice"}));
  }

  void complain(std::size_t offset, const char* name, Phrase what, Phrase hint = {}) {
    if (faults_.size() <= most_faults)
      faults_.push_back(
          source_.fault(places_.at(offset), 1, name, std::move(what), std::move(hint)));
  }

  const Source& source_;
  std::string_view text_;
  std::vector<Fault>& faults_;
  ForwardPlaces places_;
  std::size_t at_ = 0;
};

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

void check_separator(const Source& source, const Cell& only, std::vector<Fault>& faults) {
  for (const std::string_view separator : {";", "\t", "，", "；"}) {
    if (only.text.find(separator) == std::string::npos) continue;
    const std::string shown = separator == "\t" ? "Tab" : std::string(separator);
    faults.push_back(
        source.fault(only.place, 1, "separator",
                     phrase(Text{"列应以半角逗号分隔，实际像是 {0}",
                                 "columns should be separated by commas, this looks like {0}"},
                            shown)));
    return;
  }
}

void check_head(const Source& source, std::vector<Cell>& head, std::vector<Fault>& faults) {
  std::unordered_map<std::string, int> seen;
  for (std::size_t i = 0; i < head.size(); ++i) {
    head[i].text = trimmed(head[i].text);
    const int column = static_cast<int>(i) + 1;
    const auto [first, is_new] = seen.emplace(head[i].text, column);
    if (head[i].text.empty())
      faults.push_back(
          source.fault(head[i].place, 1, "empty-heading",
                       phrase(Text{"第 {0} 列没有列名", "column {0} has no heading"}, column)));
    else if (!is_new)
      faults.push_back(
          source.fault(head[i].place, 1, "duplicate-heading",
                       phrase(Text{"列名 {0} 重复；第 {1} 列已有",
                                   "the heading {0} is there twice; first in column {1}"},
                              in_brief(head[i].text), first->second)));
  }
  if (head.size() == 1) check_separator(source, head.front(), faults);
}

void check_length(const Source& source, const std::vector<Cell>& row, std::size_t wanted,
                  std::vector<Fault>& faults) {
  if (row.size() == wanted || faults.size() > most_faults) return;
  const Place& place = row.size() > wanted ? row[wanted].place : row.back().place;
  faults.push_back(source.fault(
      place, 1, "row-length",
      phrase(Text{"这一行有 {0} 格，列名有 {1} 个", "this row has {0} cells, the head has {1}"},
             row.size(), wanted),
      row.size() > wanted ? phrase(Text{"内容里有逗号时，整格加双引号",
                                        "a cell with a comma needs double quotes around it"})
                          : Phrase{}));
}

}  // namespace

Result<Sheet> read_csv(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  if (text.size() > most_bytes)
    return fail(Kind::input, {Fault{{source.name(), 0, 0},
                                    "too-large",
                                    phrase(Text{"文件有 {0} 字节，最多 {1}",
                                                "the file has {0} bytes, at most {1} are read"},
                                           text.size(), std::size_t{most_bytes})}});
  std::vector<Fault> faults = check_characters(source);
  if (!faults.empty()) return fail(Kind::input, std::move(faults));

  Scanner scanner(source, faults);
  Sheet sheet;
  auto head = scanner.next();
  if (!head)
    return fail(Kind::input,
                {source.fault({source.name(), 1, 1}, 1, "empty-file",
                              phrase(Text{"文件是空的，第一行应为列名",
                                          "the file is empty, expected a line of headings"}))});
  sheet.head = std::move(*head);
  check_head(source, sheet.head, faults);
  while (auto row = scanner.next()) {
    check_length(source, *row, sheet.head.size(), sheet.faults);
    row->resize(sheet.head.size(), Cell{"", row->back().place});
    sheet.rows.push_back(std::move(*row));
  }
  if (!faults.empty()) {
    faults.insert(faults.end(), sheet.faults.begin(), sheet.faults.end());
    std::ranges::stable_sort(faults, {}, &Fault::place);
    return fail(Kind::input, capped(std::move(faults)));
  }
  sheet.faults = capped(std::move(sheet.faults));
  return sheet;
}

}  // namespace sihu
