#include "report/records_list.hpp"

#include "report/coded.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

std::vector<Value> register_row(const std::string& id, const RecordTable& table,
                                const std::string& branch) {
  std::int64_t rows = 0;
  std::set<std::string> branches;
  std::optional<Date> last;
  for (const RecordRow& row : table.rows) {
    if (!branch.empty() && row.branch != branch) continue;
    ++rows;
    branches.insert(row.branch);
    if (!last || *last < row.date) last = row.date;
  }
  std::int64_t faults = 0;
  for (const Fault& fault : table.faults) faults += static_cast<std::int64_t>(fault.stands_for);
  return {id,
          table.declared.title,
          rows,
          static_cast<std::int64_t>(branches.size()),
          last ? Value(*last) : Value(),
          faults,
          table.files};
}

std::vector<std::string> missing_stretches(const ComputedResult& result) {
  std::vector<std::string> labels;
  for (const StretchResult& one : result.stretches)
    if (one.state == StretchResult::State::gap) labels.push_back(one.label);
  return labels;
}

std::vector<std::string> rows_amiss(const ComputedResult& result) {
  std::vector<std::string> places;
  for (const RowSeen& row : result.rows)
    if (!row.amiss.empty()) places.push_back(row.place.file + ":" + std::to_string(row.place.line));
  return places;
}

}  // namespace

Table registers_table(const RecordTables& tables, const std::string& branch) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"台账", "Registers"}),
              {{"register", {"编号", "id"}},
               {"title", {"台账", "register"}, left, true, 8},
               {"rows", {"行数", "rows"}, right},
               {"branches", {"支部数", "branches"}, right},
               {"last", {"最近日期", "last"}},
               {"faults", {"错误", "faults"}, right},
               {"files", {"文件", "files"}, left, false}},
              {}};
  for (const auto& [id, one] : tables) table.rows.push_back(register_row(id, one, branch));
  return table;
}

Table records_check_table(const std::vector<RecordsLine>& lines) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"台账自查", "What records say"}),
              {{"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"checklist", {"检查表", "checklist"}, left, false},
               {"item", {"项目", "item"}},
               {"title", {"内容", "title"}, left, true, 8},
               {"verdict", {"台账", "records"}},
               {"result", {"算得", "result"}, left, true, 12},
               {"missing", {"没达到的", "missing"}, left, false},
               {"rows", {"行数", "rows"}, right, false},
               {"amiss", {"不符的行", "rows amiss"}, left, false},
               {"beyond", {"台账说不了的", "beyond"}, left, false}},
              {}};
  for (const RecordsLine& line : lines) {
    const ComputedResult& result = line.offer->result;
    table.rows.push_back({line.branch->id, line.branch->name, line.checklist, line.item->id,
                          line.item->title, coded(result.verdict), describe(result),
                          missing_stretches(result), static_cast<std::int64_t>(result.rows.size()),
                          rows_amiss(result), line.offer->beyond});
  }
  return table;
}

Phrase records_check_words(const std::vector<RecordsLine>& lines) {
  const auto count = [&](RecordVerdict verdict) {
    return std::ranges::count(lines, verdict,
                              [](const RecordsLine& line) { return line.offer->result.verdict; });
  };
  return phrase(
      Text{"可由台账计算的 {0} 项：达到 {1}，未达到 {2}，说不了 {3}",
           "{0} that records can answer: {1} met, {2} with a gap, {3} that can't be said"},
      counted(std::ssize(lines), "item"), count(RecordVerdict::met), count(RecordVerdict::gap),
      count(RecordVerdict::unsaid));
}

}  // namespace sihu
