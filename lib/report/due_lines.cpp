#include "report/due_lines.hpp"

#include "report/due_list.hpp"
#include "report/renderers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>
#include <unordered_map>

namespace sihu {
namespace {

constexpr std::size_t block_bytes = 64 * 1024;

// One row of the answer.
struct Line {
  const OpenRow* row = nullptr;
  Lateness late;
  DueRow::Why why = DueRow::Why::overdue;
};

constexpr std::size_t most_cells = 1024;

// Letters, digits and dashes, which are themselves in every format: ids of ours and of items.
bool is_plain(std::string_view text) {
  const auto is_letter_or_digit = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return !text.empty() && is_letter_or_digit(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return c == '-' || is_letter_or_digit(c); });
}

// Texts as cells: most come again and again, and what does not is let go.
class Cells {
 public:
  explicit Cells(Format format) : format_(format) {}

  std::string_view of(std::string_view text) {
    if (is_plain(text)) return text;
    const auto known = cells_.find(text);
    if (known != cells_.end()) return known->second;
    if (cells_.size() >= most_cells) cells_.clear();
    return cells_.emplace(text, separated_cell(text, format_)).first->second;
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  Format format_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cells_;
};

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ";") + id;
  return text;
}

class DueLineWriter {
 public:
  DueLineWriter(const DueQuestion& question, const Organisation& organisation, Format format)
      : organisation_(organisation),
        lang_(organisation.language.value_or(Lang::zh)),
        format_(format),
        separator_(format == Format::csv ? ',' : '\t'),
        cells_(format),
        asker_(question.today, organisation) {
    for (const Person& person : organisation.people) branches_[person.id] = person.branch;
    for (const Branch& branch : organisation.branches) names_[branch.id] = branch.name.in(lang_);
  }

  void write(const Line& line, std::string& out) {
    const OpenRow& row = *line.row;
    const Asked& asked = ask(line);
    text(row.id, out);
    raw(row.quarter, out);
    text(row.branch, out);
    const auto name = names_.find(row.branch);
    text(name == names_.end() ? row.branch : std::string_view(name->second), out);
    text(row.item, out);
    text(row.title, out);
    raw(to_string(row.severity), out);
    raw(to_string(row.status), out);
    raw(to_string(line.why), out);
    date(row.due, out);
    date(row.original_due, out);
    date(row.status == Status::submitted ? std::optional(line.late.verify_by) : std::nullopt, out);
    number(line.late.days_overdue, out);
    number(line.late.days_left, out);
    number(line.late.days_verifier_late, out);
    raw(line.late.step ? to_string(*line.late.step) : std::string_view(), out);
    raw(asked.ids, out);
    out += asked.names;
    out += '\n';
  }

 private:
  struct Asked {
    std::string ids;
    std::string names;
  };

  const Asked& ask(const Line& line) {
    const OpenRow& row = *line.row;
    const auto opener = branches_.find(row.opened_by);
    std::string_view inspecting = row.by;
    if (inspecting.empty() && opener != branches_.end()) inspecting = opener->second;
    std::string key =
        Asker::key({line.why, row.status, line.late.step, inspecting, row.branch, row.owner,
                    row.asked ? std::optional(row.asked_by) : std::nullopt});
    if (!row.findings.empty()) (key += '+') += row.findings;
    const auto known = asked_.find(key);
    if (known != asked_.end()) return known->second;
    const auto& people = asker_.ask(problem_of(row, organisation_), line.why, line.late.step);
    return asked_
        .emplace(key, Asked{separated_cell(joined(people), format_),
                            separated_cell(person_names(organisation_, people).in(lang_), format_)})
        .first->second;
  }

  void text(std::string_view value, std::string& out) { raw(cells_.of(value), out); }
  void raw(std::string_view value, std::string& out) { (out += value) += separator_; }
  void number(int value, std::string& out) {
    std::array<char, 16> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    raw({digits.data(), static_cast<std::size_t>(end - digits.data())}, out);
  }
  void date(const std::optional<Date>& value, std::string& out) {
    if (!value) return raw({}, out);
    auto& text = dates_[*value - Date()];
    if (text.empty()) text = to_string(*value);
    raw(text, out);
  }

  const Organisation& organisation_;
  Lang lang_;
  Format format_;
  char separator_;
  Cells cells_;
  Asker asker_;
  std::unordered_map<std::string_view, std::string_view> branches_;  // of people
  std::unordered_map<std::string_view, std::string_view> names_;     // of branches
  std::unordered_map<std::string, Asked> asked_;
  std::unordered_map<int, std::string> dates_;  // by days since 1970
};

// As `due_rows` sorts them.
bool listed_before(const Line& a, const Line& b) {
  const auto order = [](const Line& line) {
    return std::tuple(line.why, urgency(line.why, line.late),
                      -static_cast<int>(line.row->severity));
  };
  const auto left = order(a);
  const auto right = order(b);
  return left != right ? left < right : stands_before(*a.row, *b.row);
}

// Lines that have to wait for those that stand before them.
class LaterLines {
 public:
  void keep(const Line& line) {
    lines_.push_back({line, rows_.bytes.size()});
    rows_.add(*line.row);
  }

  void each(const std::function<void(const Line&)>& visit) {
    std::vector<OpenRow> rows;
    rows.reserve(lines_.size());
    for (Kept& kept : lines_) {
      rows.push_back(read_open_row(rows_.bytes.data() + kept.start));
      kept.line.row = &rows.back();
    }
    std::ranges::sort(lines_, listed_before, &Kept::line);
    for (const Kept& kept : lines_) visit(kept.line);
  }

 private:
  struct Kept {
    Line line;
    std::size_t start = 0;
  };
  std::vector<Kept> lines_;
  OpenRows rows_;
};

}  // namespace

Result<bool> write_due_lines(const EachRow& rows, const DueQuestion& question,
                             const Organisation& organisation, const Workdays& workdays,
                             Format format, const std::function<bool(std::string_view)>& take) {
  const ListContext context{organisation, workdays, question.today};
  std::string text = render(due_table({}, context), format, {});
  DueLineWriter writer(question, organisation, format);
  bool late = false;
  bool taken = true;
  const auto write = [&](const Line& line) {
    writer.write(line, text);
    late = late || line.why != DueRow::Why::due_soon;
    if (text.size() < block_bytes) return;
    taken = taken && take(text);
    text.clear();
  };
  // What is overdue comes first, and in the order of its due dates, which is that of the rows.
  LaterLines later;
  const auto read = rows([&](const OpenRow& row) {
    if (!taken || (!question.branch.empty() && row.branch != question.branch)) return;
    const Lateness lateness_of_row = lateness(DueFacts{row.status, row.due, row.submitted},
                                              question.today, organisation.rectification, workdays);
    const auto why = why_listed(row.status, lateness_of_row, question.within);
    if (!why || (question.overdue_only && *why != DueRow::Why::overdue)) return;
    const Line line{&row, lateness_of_row, *why};
    *why == DueRow::Why::overdue ? write(line) : later.keep(line);
  });
  if (!read) return tl::unexpected(read.error());
  later.each(write);
  if (taken) take(text);
  return late;
}

}  // namespace sihu
