#include "report/audit_list.hpp"

#include "audit/explain.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

const auto left = Column::Align::left;
const auto right = Column::Align::right;

Coded coded_test(AuditTest test) {
  return {std::string(to_string(test)), phrase(wording(test))};
}

Phrase name_of(const Organisation& organisation, const Question& question, const std::string& id) {
  if (question.about == About::person)
    if (const Person* person = organisation.find_person(id)) return person->name;
  if (const Branch* branch = organisation.find_branch(id)) return branch->name;
  return same(id);
}

Value names_of(const Organisation& organisation, const Question& question) {
  std::vector<Phrase> names;
  for (const std::string& id : question.ids) names.push_back(name_of(organisation, question, id));
  return enumerated(names);
}

bool is_part_of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '/' || c == '.';
}

// `name` wherever `id` stands by itself.
std::string with_name(const std::string& text, const std::string& id, const std::string& name) {
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = text.find(id); at != std::string::npos; at = text.find(id, at + 1)) {
    const std::size_t end = at + id.size();
    const bool alone = (at == 0 || !is_part_of_word(text[at - 1])) &&
                       (end == text.size() || !is_part_of_word(text[end]));
    if (!alone || at < from) continue;
    out += text.substr(from, at - from) + name;
    from = end;
  }
  return out + text.substr(from);
}

// More than two are in the question itself.
Value names_in_brief(const Organisation& organisation, const Question& question) {
  if (question.ids.size() > 2)
    return question.about == About::checks
               ? phrase(Text{"{0} 次检查", "{0} inspections"}, question.ids.size())
               : phrase(Text{"{0} 个支部", "{0} branches"}, question.ids.size());
  return names_of(organisation, question);
}

Value chance_value(const std::optional<double>& p) {
  return p ? Value(fmt::format("{:.4g}", *p)) : Value();
}

// A fact has no chance: a dash, which nobody takes for a 0.
Value chance_for_people(const std::optional<double>& p) {
  return p ? chance_shown(*p) : std::string("–");
}

std::string first_of(const std::vector<std::string>& items) {
  constexpr std::size_t most = 3;
  std::string list;
  for (std::size_t i = 0; i < items.size() && i < most; ++i)
    list += (list.empty() ? "" : " ") + items[i];
  return items.size() > most ? fmt::format("{} … ({})", list, items.size()) : list;
}

std::vector<std::string> places_of(const Question& question, const Ledger& ledger) {
  std::vector<std::string> places;
  for (const std::size_t entry : question.entries)
    places.push_back(to_string(ledger.place(ledger.entries[entry])));
  return places;
}

std::vector<Column> question_columns() {
  return {{"quarter", {"季度", "quarter"}, left, false},
          {"test", {"检验", "test"}},
          {"about", {"关于", "about"}, left, false},
          {"ids", {"编号", "ids"}, left, false},
          {"names", {"名称", "names"}, left, false},
          {"names_shown", {"名称", "names"}, left, true, 8, false},
          below_rows({"question", {"问题", "question"}, left, true, 24}),
          {"statistic", {"统计量", "statistic"}, right},
          below_rows({"threshold", {"界限", "threshold"}, left}),
          {"p", {"p", "p"}, right, false},
          {"q", {"q", "q"}, right, false},
          {"p_shown", {"p", "p"}, right, true, 0, false},
          {"q_shown", {"q", "q"}, right, true, 0, false},
          {"n", {"n", "n"}, right},
          {"items", {"依据", "items"}, left, false},
          below_rows({"items_shown", {"依据", "behind it"}, left, true, 12, false}),
          {"lines", {"台账", "lines"}, left, false}};
}

Phrase closing_words() {
  return phrase(Text{"这些是该问的问题，不是结论：被问的人可能有很好的理由。每一类检验在老实的单位"
                     "里出错的机会不超过 {0}%；没有 p 的是事实，不是概率",
                     "these are questions, not verdicts: whoever is asked may have a good reason. "
                     "Each test asks needlessly in at most {0} % of honest organisations; what has "
                     "no p is a fact, not a chance"},
                needless_questions);
}

}  // namespace

// People know each other by name; the ids stand in a column of their own.
Phrase question_words(const Question& question, const Organisation& organisation) {
  Phrase words = question.words;
  for (const std::string& id : question.ids) {
    const Phrase name = name_of(organisation, question, id);
    words = {with_name(words.zh, id, name.zh), with_name(words.en, id, name.en)};
  }
  return words;
}

Table question_table(const Audit& audit, const OverviewScene& scene) {
  Table table{
      phrase(Text{"{0} 值得问的问题", "Questions worth asking of {0}"}, to_string(audit.quarter)),
      question_columns(),
      {}};
  for (const TestResult& result : audit.results)
    for (const Question& question : result.questions)
      table.rows.push_back(
          {to_string(audit.quarter), coded_test(question.test),
           std::string(to_string(question.about)), question.ids,
           names_of(scene.organisation, question), names_in_brief(scene.organisation, question),
           question_words(question, scene.organisation), question.statistic,
           std::string(threshold_of(question.test)), chance_value(question.p),
           chance_value(question.q), chance_for_people(question.p), chance_for_people(question.q),
           static_cast<std::int64_t>(question.n), question.items, first_of(question.items),
           places_of(question, scene.ledger)});
  return table;
}

Table audit_test_table(const Audit& audit) {
  Table table{phrase(Text{"各项检验", "Tests"}),
              {{"test", {"检验", "test"}},
               {"judged", {"判过", "judged"}, right},
               below_rows({"cases", {"范围", "cases"}, left, true, 12}),
               {"questions", {"要问", "questions"}, right},
               below_rows({"threshold", {"界限", "threshold"}, left}),
               below_rows({"too_little", {"为何判不了", "why not judged"}, left, true, 12}),
               below_rows({"remark", {"说明", "remark"}, left, true, 12})},
              {}};
  for (const TestResult& result : audit.results)
    table.rows.push_back({coded_test(result.test), static_cast<std::int64_t>(result.looked_at),
                          result.over, static_cast<std::int64_t>(result.questions.size()),
                          std::string(threshold_of(result.test)), result.too_little,
                          result.remark});
  return table;
}

Table audit_explanation(const std::vector<AuditTest>& tests) {
  Table table{phrase(Text{"检验说明", "What the tests are"}),
              {{"test", {"检验", "test"}, left, tests.size() > 1},
               {"part", {"项目", "part"}},
               {"words", {"说明", "words"}}},
              {}};
  for (const AuditTest test : tests)
    for (const AuditTestPart& part : explain_audit_test(test))
      table.rows.push_back(
          {coded_test(test), Coded{std::string(part.key), part.heading}, part.words});
  return table;
}

std::vector<Phrase> audit_words(const Audit& audit) {
  std::vector<Phrase> lines;
  const std::size_t questions = audit.questions();
  if (questions == 0) {
    lines.push_back(
        phrase(Text{"{0} 没有要问的", "there is nothing to ask of {0}"}, to_string(audit.quarter)));
    return lines;
  }
  lines.push_back(phrase(Text{"要问的有 {0} 个", "to ask: {0}"},
                         counted(static_cast<std::ptrdiff_t>(questions), "question")));
  lines.push_back(closing_words());
  return lines;
}

}  // namespace sihu
