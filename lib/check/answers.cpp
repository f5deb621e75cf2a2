#include "check/answers.hpp"

#include "base/utf8.hpp"
#include "check/answer_rows.hpp"
#include "gate/json.hpp"
#include "gate/workbook_values.hpp"
#include "gate/yaml.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {

namespace {

struct Reading {
  const Source& source;
  const ScoreBasis& basis;
  const EvidenceCheck& evidence;
  std::vector<Fault> faults = {};
  std::map<std::string, Place> seen = {};       // item → its first answer
  std::set<std::string, std::less<>> bad = {};  // columns of the row that could not be read
};

void complain(Reading& reading, const RawRow& row, std::string_view column, std::string name,
              Phrase what, Phrase hint = {}) {
  const auto shown = row.text(column).empty() ? row.text("item") : row.text(column);
  const auto width = std::max<std::size_t>(count_code_points(shown), 1);
  reading.bad.emplace(column);
  reading.faults.push_back(reading.source.fault(row.place_of(column), static_cast<int>(width),
                                                std::move(name), std::move(what), std::move(hint)));
}

std::string_view column_of(Objection::Part part) {
  switch (part) {
    case Objection::Part::result:
      return "result";
    case Objection::Part::points:
      return "points";
    case Objection::Part::rule:
      return "rule";
    case Objection::Part::value:
      return "value";
    case Objection::Part::existed:
      return "existed";
    case Objection::Part::note:
      return "note";
    case Objection::Part::evidence:
      break;
  }
  return "evidence";
}

const Item* find_item(Reading& reading, const RawRow& row) {
  const auto id = row.text("item");
  if (id.empty()) {
    complain(reading, row, "item", "item-missing", phrase(Text{"没有写 item", "item is missing"}));
    return nullptr;
  }
  const auto* item = reading.basis.checklist.find(id);
  if (!item) {
    std::vector<std::string> known;
    for (const auto* asked : asked_items(reading.basis)) known.push_back(asked->id);
    const auto close = nearest(id, known);
    complain(reading, row, "item", "unknown-item",
             phrase(Text{"检查表 {0} 没有 “{1}” 这一项", "checklist {0} has no item \"{1}\""},
                    reading.basis.checklist.id, in_brief(id)),
             close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
  } else if (auto why_not = why_not_asked(reading.basis, *item); !why_not.empty()) {
    complain(reading, row, "item", "item-not-asked", std::move(why_not),
             phrase(Text{"删去这一行", "delete this row"}));
    return nullptr;
  }
  return item;
}

void read_verdict(Reading& reading, const RawRow& row, Answer& answer) {
  const auto word = row.text("result");
  if (const auto verdict = parse_verdict(word)) {
    answer.verdict = *verdict;
    return;
  }
  const auto close = nearest(word, {"pass", "fail", "na", "deduct", "value"});
  complain(reading, row, "result", "unknown-result",
           phrase(Text{"结果 “{0}” 应是 通过、不通过、不适用、扣分、计数 之一（或 "
                       "pass、fail、na、deduct、value）",
                       "result \"{0}\" must be one of pass, fail, na, deduct, value"},
                  in_brief(word)),
           close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{});
}

std::optional<Rational> read_number(Reading& reading, const RawRow& row, std::string_view column) {
  const auto text = row.text(column);
  if (text.empty()) return std::nullopt;
  auto number = Rational::parse(text);
  if (!number)
    complain(reading, row, column, std::string(column) + "-not-a-number",
             phrase(Text{"{0} 应是数字（最多两位小数），实际为 “{1}”",
                         "{0} must be a number (at most two decimals), found \"{1}\""},
                    column, in_brief(text)));
  return number;
}

void read_rules(Reading& reading, const RawRow& row, Answer& answer) {
  auto rules = parse_rules(row.text("rule"));
  if (!rules)
    complain(reading, row, "rule", "rule-not-read",
             phrase(Text{"规则 “{0}” 应写成 late、late*2 或 late*2;short",
                         "rule \"{0}\" must look like late, late*2 or late*2;short"},
                    in_brief(row.text("rule"))));
  else
    answer.rules = std::move(*rules);
}

void read_existed(Reading& reading, const RawRow& row, Answer& answer) {
  const auto text = row.text("existed");
  if (text.empty()) return;
  if (const auto existed = parse_existed(text))
    answer.existed = *existed;
  else
    complain(reading, row, "existed", "unknown-existed",
             phrase(Text{"existed “{0}” 应是 yes、no、unknown 之一",
                         "existed \"{0}\" must be one of yes, no, unknown"},
                    in_brief(text)));
}

Answer read_answer(Reading& reading, const RawRow& row) {
  Answer answer;
  read_verdict(reading, row, answer);
  answer.points = read_number(reading, row, "points");
  read_rules(reading, row, answer);
  answer.value = read_number(reading, row, "value");
  read_existed(reading, row, answer);
  answer.note = row.text("note");
  for (const auto& cell : row.evidence) answer.evidence.push_back(cell.text);
  return answer;
}

bool is_first(Reading& reading, const RawRow& row) {
  const auto [first, fresh] = reading.seen.emplace(row.text("item"), row.place_of("item"));
  if (fresh) return true;
  const std::string item = in_brief(row.text("item"));
  const Place& before = first->second;
  complain(reading, row, "item", "item-twice",
           before.line > 0
               ? phrase(Text{"{0} 已在第 {1} 行作答", "{0} is answered in line {1} already"}, item,
                        before.line)
               : phrase(Text{"{0} 已在 {1} 作答", "{0} is answered in {1} already"}, item,
                        to_string(before)));
  return false;
}

bool is_unanswered(Reading& reading, const RawRow& row) {
  if (!row.text("result").empty()) return false;
  for (const char* column : {"points", "rule", "value", "existed", "note"})
    if (!row.text(column).empty())
      complain(reading, row, column, "result-missing",
               phrase(Text{"写了 {0}，但没有写结果", "{0} is given, but no result"}, column));
  if (!row.evidence.empty())
    complain(reading, row, "evidence", "result-missing",
             phrase(Text{"写了 evidence，但没有写结果", "evidence is given, but no result"}));
  return true;
}

// What the checklist has against the row, but for what follows from a column that could not be
// read.
void judge_row(Reading& reading, const RawRow& row, const Item& item, const Answer& answer) {
  const auto bad = reading.bad;
  if (bad.contains("result")) return;
  for (auto& [part, name, what, hint] : judge_answer(item, answer)) {
    const bool follows = bad.contains(column_of(part)) || (name == "rule-missing" && !bad.empty());
    if (!follows) complain(reading, row, column_of(part), name, what, hint);
  }
}

void check_evidence(Reading& reading, const RawRow& row) {
  if (!reading.evidence) return;
  for (const auto& cell : row.evidence)
    if (auto fault = reading.evidence(cell.text)) {
      const int width = static_cast<int>(count_code_points(cell.text));
      reading.faults.push_back(
          reading.source.fault(cell.place, width, fault->name, fault->what, fault->hint));
      reading.bad.insert("evidence");
    }
}

// The row, or nothing: it has faults, which then are in `reading`.
std::optional<AnswerRow> read_row(Reading& reading, const RawRow& row) {
  reading.bad.clear();
  const auto* item = find_item(reading, row);
  const bool first = row.text("item").empty() || is_first(reading, row);
  auto answer = read_answer(reading, row);
  if (item && first) judge_row(reading, row, *item, answer);
  check_evidence(reading, row);
  if (!reading.bad.empty()) return std::nullopt;
  return AnswerRow{item->id, completed(*item, std::move(answer)), row.place};
}

Result<std::vector<RawRow>> raw_rows(const Source& source, WrittenFormat format,
                                     const CheckKey& key, std::vector<Fault>& faults) {
  if (format == WrittenFormat::csv) {
    const auto sheet = read_csv(source.text(), source.name());
    if (!sheet) return tl::unexpected(sheet.error());
    faults.insert(faults.end(), sheet->faults.begin(), sheet->faults.end());
    return rows_of(*sheet, key, source, faults);
  }
  const auto root = format == WrittenFormat::json ? read_json(source.text(), source.name())
                                                  : read_yaml(source.text(), source.name());
  if (!root) return tl::unexpected(root.error());
  return rows_of(*root, key, source, faults);
}

bool by_place(const Fault& a, const Fault& b) {
  return a.place < b.place;
}

// Everything that was answered; `whole` is where a fault of the file as a whole stands.
AnswersFile take_rows(Reading& reading, const std::vector<RawRow>& rows, const Place& whole) {
  AnswersFile file;
  for (const auto& row : rows) {
    if (is_unanswered(reading, row)) {
      ++file.unanswered;
      continue;
    }
    if (auto read = read_row(reading, row)) file.rows.push_back(std::move(*read));
  }
  if (reading.faults.empty() && file.rows.empty())
    reading.faults.push_back(reading.source.fault(
        whole, 1, "nothing-answered", phrase(Text{"一项也没有填结果", "no item has a result"}),
        whole.line == 0
            ? phrase(Text{"在“结果”一栏从下拉列表中选", "choose from the list under result"})
            : phrase(Text{"在 result 一栏写 pass、fail、na、deduct 或 value",
                          "write pass, fail, na, deduct or value under result"})));
  return file;
}

}  // namespace

Result<AnswersFile> load_answers(std::string_view text, std::string_view name, WrittenFormat format,
                                 const CheckKey& key, const ScoreBasis& basis,
                                 const EvidenceCheck& evidence) {
  const Source source(text, name);
  Reading reading{source, basis, evidence};
  const auto rows = raw_rows(source, format, key, reading.faults);
  if (!rows) return tl::unexpected(rows.error());
  auto file = take_rows(reading, *rows, Place{std::string(name), 1, 1});
  if (reading.faults.empty()) return file;
  std::ranges::stable_sort(reading.faults, by_place);
  return fail(Kind::input, std::move(reading.faults));
}

Result<AnswersFile> load_answers(const Sheet& sheet, std::string_view name, const CheckKey& key,
                                 const ScoreBasis& basis, const EvidenceCheck& evidence) {
  const Source source("", name);
  Reading reading{source, basis, evidence, sheet.faults};
  const auto rows = rows_of(sheet, key, source, reading.faults);
  auto file = take_rows(reading, rows, Place{std::string(name), 0, 0});
  if (reading.faults.empty()) return file;
  std::ranges::stable_sort(reading.faults, by_cell);
  return fail(Kind::input, std::move(reading.faults));
}

}  // namespace sihu
