#include "report/rectification_list.hpp"

#include "problem/due.hpp"
#include "problem/rectification.hpp"
#include "report/coded.hpp"
#include "report/columns.hpp"

#include <algorithm>

namespace sihu {
namespace {

Value said(const Rectification& facts, NoteKind kind) {
  const auto found = facts.notes.find(kind);
  return found == facts.notes.end() || found->second.now.empty() ? Value()
                                                                 : Value(found->second.now);
}

Value text_value(const std::string& text) {
  return text.empty() ? Value() : Value(text);
}

Value day_value(const std::optional<Date>& day) {
  return day ? Value(*day) : Value();
}

Value phrase_value(const Phrase& text) {
  return text.empty() ? Value() : Value(text);
}

Value ledger_person_value(const Organisation& organisation, const std::string& id) {
  return id.empty() ? Value() : Value(ledger_person(organisation, id));
}

Phrase item_words(const Problem& problem, const ListContext& context) {
  const Phrase title = title_of(problem, context);
  if (title.empty()) return same(problem.item);
  return phrase(Text{"{0} {1}", "{0} {1}"}, problem.item, title);
}

Phrase source_words(const Problem& problem) {
  return phrase(Text{"{0} 互查", "inspection {0}"}, to_string(problem.quarter));
}

// What has to be put right at once, and what by a day.
Phrase type_words(const Problem& problem) {
  const bool at_once = problem.rule == "now";
  return phrase(at_once ? Text{"立行立改", "at once"} : Text{"限期整改", "by a day"});
}

Value extended(const Problem& problem) {
  if (problem.asked) return Value(problem.asked->due);
  return problem.due == problem.agreed_due ? Value() : Value(problem.due);
}

Value conclusion(const Rectification& facts) {
  if (!facts.agreed) return {};
  return Value(phrase(*facts.agreed ? conclusion_agreed : conclusion_sent_back));
}

Value look_result(const Rectification& facts) {
  if (!facts.looked) return {};
  return Value(phrase(look_back_found_again));
}

Column kind_column(NoteKind kind) {
  return below_rows(
      {std::string(to_string(kind)), phrase(wording(kind)), Column::Align::left, true, 8});
}

std::vector<Column> ledger_columns() {
  const auto left = Column::Align::left;
  std::vector<Column> columns{
      {"id", {"问题编号", "id"}},
      below_rows({"source", {"来源", "source"}}),
      below_rows({"area", {"检查方面", "area"}}),
      below_rows({"item", {"检查项", "item"}, left, true, 8}),
      below_rows({"detail", {"问题", "problem"}, left, true, 8}),
      below_rows({"basis", {"依据", "basis"}, left, true, 8}),
      {"severity", {"严重程度", "severity"}},
      below_rows({"type", {"整改类型", "type"}}),
      {"branch_name", {"责任单位", "branch"}, left, true, 8},
      below_rows({"owner", {"责任人", "owner"}}),
      kind_column(NoteKind::lead),
      kind_column(NoteKind::supervisor),
      kind_column(NoteKind::goal),
      kind_column(NoteKind::measures),
      below_rows({"opened", {"发现日期", "opened"}}),
      {"due", {"整改时限", "due"}},
      below_rows({"extended", {"延期至", "extended to"}}),
      kind_column(NoteKind::progress),
      below_rows({"completion", {"完成情况", "what was done"}, left, true, 8}),
      below_rows({"completed", {"完成日期", "done on"}}),
      below_rows({"evidence", {"佐证材料", "evidence"}, left, true, 8}),
      below_rows({"submitted", {"申请销号日期", "submitted"}}),
      below_rows({"verifier", {"复核人", "verifier"}}),
      below_rows({"conclusion", {"复核结论", "conclusion"}}),
      below_rows({"closed", {"销号日期", "closed"}}),
      below_rows({"looked", {"回头看日期", "look-back"}}),
      below_rows({"look_result", {"回头看结果", "look-back result"}}),
      {"status", {"状态", "status"}},
      kind_column(NoteKind::remark)};
  std::ranges::find(columns, "conclusion", &Column::key)->choices = {phrase(conclusion_agreed),
                                                                     phrase(conclusion_sent_back)};
  return columns;
}

Phrase area_of(const Problem& problem, const ListContext& context) {
  return context.area ? context.area(problem.doc, problem.item) : Phrase{};
}

std::vector<Value> ledger_row(const Problem& problem, const Rectification& facts,
                              const ListContext& context) {
  const Organisation& organisation = context.organisation;
  const bool submitted = problem.submitted.has_value();
  return {problem.id,
          source_words(problem),
          phrase_value(area_of(problem, context)),
          item_words(problem, context),
          problem.text,
          phrase_value(basis_of(problem, context)),
          coded(problem.severity),
          type_words(problem),
          branch_phrase(organisation, problem.branch),
          ledger_person_value(organisation, problem.owner),
          said(facts, NoteKind::lead),
          said(facts, NoteKind::supervisor),
          said(facts, NoteKind::goal),
          said(facts, NoteKind::measures),
          problem.opened,
          problem.agreed_due,
          extended(problem),
          said(facts, NoteKind::progress),
          text_value(facts.completion.now),
          submitted ? day_value(facts.completed) : Value(),
          problem.evidence,
          day_value(problem.submitted),
          ledger_person_value(organisation, facts.verifier),
          conclusion(facts),
          day_value(problem.closed),
          day_value(facts.looked),
          look_result(facts),
          coded(problem.status),
          said(facts, NoteKind::remark)};
}

}  // namespace

Table office_list(const std::vector<const Problem*>& problems, const ListContext& context) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"问题清单", "Problems"}),
              {{"id", {"问题编号", "id"}},
               {"branch_name", {"受检支部", "branch"}, left, true, 8},
               below_rows({"item", {"检查项", "item"}, left, true, 8}),
               below_rows({"detail", {"问题描述", "what was found"}, left, true, 12}),
               below_rows({"basis", {"依据条款", "basis"}, left, true, 8}),
               {"severity", {"严重程度", "severity"}},
               {"opened", {"发现日期", "opened"}},
               below_rows({"opened_by", {"检查人", "inspector"}, left, true, 6}),
               below_rows({"evidence", {"佐证", "evidence"}, left, true, 8})},
              {}};
  for (const Problem* problem : problems)
    table.rows.push_back(
        {problem->id, branch_phrase(context.organisation, problem->branch),
         item_words(*problem, context), problem->text, phrase_value(basis_of(*problem, context)),
         coded(problem->severity), problem->opened,
         ledger_person_value(context.organisation, problem->opened_by), problem->evidence});
  return numbered(std::move(table));
}

Table rectification_table(const std::vector<const Problem*>& problems, const Ledger& ledger,
                          const Zone& zone, const ListContext& context) {
  Table table{phrase(Text{"整改台账", "Rectification ledger"}), ledger_columns(), {}};
  for (const Problem* problem : problems)
    table.rows.push_back(ledger_row(*problem, rectification_of(*problem, ledger, zone), context));
  return numbered(std::move(table));
}

std::string rectification_key(std::string_view heading) {
  for (const Column& column : ledger_columns())
    if (column.key == heading || column.heading.zh == heading || column.heading.en == heading)
      return column.key;
  return heading == "no" || heading == "序号" || heading == "no." ? "no" : "";
}

Phrase ledger_person(const Organisation& organisation, std::string_view id) {
  const Phrase name = person_name(organisation, id);
  const auto alike = std::ranges::count_if(organisation.people, [&](const Person& person) {
    return person.name.zh == name.zh || person.name.en == name.en;
  });
  if (alike < 2) return name;
  return phrase(Text{"{0}（{1}）", "{0} ({1})"}, name, std::string(id));
}

}  // namespace sihu
