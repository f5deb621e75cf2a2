#include "gate/csv.hpp"

#include "gate/source.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace sihu {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;
constexpr std::size_t most_faults = 200;

// Cuts a text into records and cells; RFC 4180, section 2.
class Scanner {
 public:
  Scanner(const Source& source, CsvFaults& faults)
      : source_(source),
        text_(source.text()),
        faults_(faults),
        cleans_(!faults.uneven.empty()),
        places_(source) {}

  /// Whether there is another record, which is not an empty line; `record` holds until the next.
  bool next(std::vector<LooseCell>& record) {
    record.clear();
    unquoted_.clear();
    while (at_ < text_.size() && skip_line_end()) continue;
    if (at_ == text_.size()) return false;
    for (;;) {
      record.push_back(cell());
      if (at_ < text_.size() && text_[at_] == ',')
        ++at_;
      else
        break;
    }
    skip_line_end();
    return true;
  }

 private:
  bool skip_line_end() {
    if (text_.substr(at_).starts_with('\n'))
      ++at_;
    else if (text_.substr(at_).starts_with("\r\n"))
      at_ += 2;
    else
      return false;
    return true;
  }

  LooseCell cell() {
    const std::size_t offset = at_;
    const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
    const std::string_view text = is_quoted ? quoted() : up_to_separator();
    if (!cleans_) return {text, offset};
    return {unquoted_.emplace_back(without_refused_characters(text)), offset};
  }

  std::string_view up_to_separator() {
    const std::size_t start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') ++at_;
    std::size_t end = at_;
    if (end < text_.size() && text_[end] == '\n' && end > start && text_[end - 1] == '\r') --end;
    at_ = end;
    return text_.substr(start, end - start);
  }

  std::string_view quoted() {
    const std::size_t opened = at_++;
    std::string& text = unquoted_.emplace_back();
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        complain(faults_.broken, opened, "unclosed-quote",
                 phrase(Text{"引号没有闭合", "this quote is never closed"}));
        at_ = text_.size();
        return text;
      }
      text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ == text_.size() || text_[at_] != '"') break;
      text += '"';
      ++at_;
    }
    const std::size_t behind = at_;
    if (!up_to_separator().empty())
      complain(faults_.uneven, behind, "text-behind-quote",
               phrase(Text{"闭引号后面应为逗号或行尾",
                           "expected a comma or the end of the line behind the quote"}),
               phrase(Text{"单元格里的引号写两遍", "write a quote inside a cell twice"}));
    return text;
  }

  void complain(std::vector<Fault>& faults, std::size_t offset, const char* name, Phrase what,
                Phrase hint = {}) {
    if (faults.size() <= most_faults)
      faults.push_back(
          source_.fault(places_.at(offset), 1, name, std::move(what), std::move(hint)));
  }

  const Source& source_;
  std::string_view text_;
  CsvFaults& faults_;
  bool cleans_;  // some characters are refused
  ForwardPlaces places_;
  std::deque<std::string> unquoted_;  // of the record
  std::size_t at_ = 0;
};

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t") - first + 1));
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

void check_head(const Source& source, const std::vector<Cell>& head, std::vector<Fault>& faults) {
  std::unordered_map<std::string, int> seen;
  for (std::size_t i = 0; i < head.size(); ++i) {
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

// The row is cut or filled up.
void check_length(const Source& source, std::vector<LooseCell>& row, std::size_t wanted,
                  ForwardPlaces& places, std::vector<Fault>& faults) {
  const std::size_t has = row.size();
  if (has == wanted) return;
  const std::size_t offset = has > wanted ? row[wanted].offset : row.back().offset;
  row.resize(wanted, {{}, row.back().offset});
  if (faults.size() > most_faults) return;
  faults.push_back(source.fault(
      places.at(offset), 1, "row-length",
      phrase(Text{"这一行有 {0} 格，列名有 {1} 个", "this row has {0} cells, the head has {1}"},
             has, wanted),
      has > wanted ? phrase(Text{"内容里有逗号时，整格加双引号",
                                 "a cell with a comma needs double quotes around it"})
                   : Phrase{}));
}

std::vector<Cell> placed(const std::vector<LooseCell>& row, ForwardPlaces& places) {
  std::vector<Cell> cells;
  cells.reserve(row.size());
  for (const LooseCell& cell : row)
    cells.push_back({std::string(cell.text), places.at(cell.offset)});
  return cells;
}

// What keeps the text from being read at all, and characters that are refused one by one.
CsvFaults check_text(const Source& source) {
  if (source.text().size() > most_bytes)
    return {{Fault{{source.name(), 0, 0},
                   "too-large",
                   phrase(Text{"文件有 {0} 字节，最多 {1}",
                               "the file has {0} bytes, at most {1} are read"},
                          source.text().size(), std::size_t{most_bytes})}},
            {}};
  auto faults = check_characters(source, most_faults + 1);
  // Lines that all end in a CR are one, of which nothing can be told.
  const bool keeps_lines = source.text().find('\n') != std::string_view::npos;
  const auto is_of_all = [&](const Fault& fault) {
    return fault.name == "encoding" || (fault.name == "bare-return" && !keeps_lines);
  };
  if (std::ranges::any_of(faults, is_of_all)) return {std::move(faults), {}};
  return {{}, std::move(faults)};
}

}  // namespace

CsvFaults read_csv_rows(const Source& source,
                        const std::function<void(const std::vector<Cell>&)>& head,
                        const std::function<void(const std::vector<LooseCell>&)>& row) {
  CsvFaults faults = check_text(source);
  if (!faults.broken.empty()) return faults;
  Scanner scanner(source, faults);
  ForwardPlaces places(source);
  std::vector<LooseCell> record;
  if (!scanner.next(record)) {
    faults.broken.push_back(
        source.fault({source.name(), 1, 1}, 1, "empty-file",
                     phrase(Text{"文件是空的，第一行应为列名",
                                 "the file is empty, expected a line of headings"})));
    return faults;
  }
  auto headings = placed(record, places);
  for (Cell& heading : headings) heading.text = trimmed(heading.text);
  check_head(source, headings, faults.broken);
  head(headings);
  while (scanner.next(record)) {
    check_length(source, record, headings.size(), places, faults.uneven);
    row(record);
  }
  return faults;
}

Result<Sheet> read_csv(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  ForwardPlaces places(source);
  Sheet sheet;
  auto faults = read_csv_rows(
      source, [&](const std::vector<Cell>& head) { sheet.head = head; },
      [&](const std::vector<LooseCell>& row) { sheet.rows.push_back(placed(row, places)); });
  if (!faults.broken.empty()) {
    auto& all = faults.broken;
    all.insert(all.end(), faults.uneven.begin(), faults.uneven.end());
    std::ranges::stable_sort(all, {}, &Fault::place);
    return fail(Kind::input, capped(std::move(all)));
  }
  std::ranges::stable_sort(faults.uneven, {}, &Fault::place);
  sheet.faults = capped(std::move(faults.uneven));
  return sheet;
}

}  // namespace sihu
