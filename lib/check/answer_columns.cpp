#include "check/answer_columns.hpp"

#include "check/answer.hpp"
#include "check/keys.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sihu {
namespace {

constexpr std::array<AnswerSheetColumn, 12> columns_of_answers{{
    {"item", {"条目", "item"}},
    {"title", {"事项", "title"}, true},
    {"standard", {"标准和扣分规则", "standard and rules"}, true},
    {"max", {"分值", "worth"}, true},
    {"result", {"结果", "result"}},
    {"points", {"扣分", "points off"}},
    {"rule", {"规则", "rule"}},
    {"value", {"数值", "value"}},
    {"existed", {"上次就有", "there before"}},
    {"note", {"说明", "note"}},
    {"evidence", {"佐证材料", "evidence"}},
    {"check", {"检查", "check"}},
}};

constexpr std::array all_verdicts{Verdict::pass, Verdict::fail, Verdict::na, Verdict::deduct,
                                  Verdict::value};

constexpr std::array<std::pair<Existed, Text>, 3> existed_words{{
    {Existed::yes, {"有", "yes"}},
    {Existed::no, {"没有", "no"}},
    {Existed::unknown, {"不清楚", "unknown"}},
}};

// As people say it; the form has 通过 and 不通过.
constexpr std::array<std::pair<std::string_view, Verdict>, 4> other_words{
    {{"合格", Verdict::pass},
     {"达标", Verdict::pass},
     {"不合格", Verdict::fail},
     {"不达标", Verdict::fail}}};

std::string result_code(const std::string& text) {
  for (const auto& [word, verdict] : other_words)
    if (text == word) return std::string(to_string(verdict));
  for (const Verdict verdict : all_verdicts)
    if (text == wording(verdict).in(Lang::zh) || text == wording(verdict).in(Lang::en))
      return std::string(to_string(verdict));
  return text;
}

// Chinese input methods give signs of another width.
std::string narrowed(std::string text, std::string_view wide, std::string_view narrow) {
  for (std::size_t at = text.find(wide); at != std::string::npos; at = text.find(wide, at))
    text.replace(at, wide.size(), narrow);
  return text;
}

std::string rule_code(std::string text) {
  text = narrowed(std::move(text), "；", ";");
  text = narrowed(std::move(text), "＊", "*");
  return narrowed(narrowed(std::move(text), "×", "*"), "\n", ";");
}

}  // namespace

std::span<const AnswerSheetColumn> answer_sheet_columns() {
  return columns_of_answers;
}

// A key first: `points` is the column of what is taken off, whatever another one is called.
std::string answer_key(std::string_view heading) {
  for (const AnswerSheetColumn& column : columns_of_answers)
    if (heading == column.key) return std::string(column.key);
  for (const AnswerSheetColumn& column : columns_of_answers)
    if (heading == column.heading.in(Lang::zh) || heading == column.heading.in(Lang::en))
      return std::string(column.key);
  return std::string(heading);
}

std::vector<Phrase> answer_choices(std::string_view key) {
  std::vector<Phrase> choices;
  if (key == "result")
    for (const Verdict verdict : all_verdicts) choices.push_back(phrase(wording(verdict)));
  if (key == "existed")
    for (const auto& [existed, words] : existed_words) choices.push_back(phrase(words));
  return choices;
}

std::string answer_code(std::string_view key, std::string text) {
  if (text.empty()) return text;
  if (key == "result") return result_code(text);
  if (key == "rule") return rule_code(std::move(text));
  if (key == "evidence") return narrowed(std::move(text), "；", ";");
  if (key == "existed")
    if (const auto existed = existed_typed(text)) return std::string(to_string(*existed));
  return text;
}

}  // namespace sihu
