#include "report/problem_sheet.hpp"

#include "base/utf8.hpp"
#include "problem/state.hpp"
#include "report/history.hpp"
#include "report/next_step.hpp"
#include "report/problem_facts.hpp"
#include "report/problem_list.hpp"
#include "report/renderers.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int standard_columns = 80;
constexpr int label_columns = 14;
constexpr int history_indent = 4;

// Lines of `label  text`, the text wrapped beside its label.
class SheetLines {
 public:
  SheetLines(Lang lang, int columns)
      : lang_(lang), columns_(std::max(columns, 2 * label_columns)) {}

  void fact(const Phrase& label, const Phrase& text) {
    if (text.in(lang_).empty()) return;
    append(pad_right(label.in(lang_), label_columns), text.in(lang_), label_columns);
  }

  void detail(const std::string& text) {
    if (!text.empty()) append(std::string(history_indent, ' '), text, history_indent);
  }

  void line(const std::string& text) { append("", text, 0); }

  // A name that somebody may want to copy is never broken.
  void name(const std::string& label, int columns, const std::string& name) {
    text_ += pad_right(label, columns) + visible(name) + '\n';
  }

  void blank() { text_ += '\n'; }
  std::string take() { return std::move(text_); }

 private:
  void append(const std::string& first, const std::string& text, int indent) {
    std::string start = first;
    for (const std::string& part : wrap(visible_lines(text), columns_ - indent)) {
      text_ += start + part + '\n';
      start = std::string(static_cast<std::size_t>(indent), ' ');
    }
  }

  Lang lang_;
  int columns_;
  std::string text_;
};

void write_facts(SheetLines& sheet, const Problem& problem, const ListContext& context, Lang lang) {
  for (const Fact& fact : problem_facts(problem, context))
    if (fact.file)
      sheet.name(fact.label.in(lang), label_columns, fact.text.in(lang));
    else
      sheet.fact(fact.label, fact.text);
}

// One line of the ledger: when, who as what, what; below it what was said.
void write_step(SheetLines& sheet, const HistoryStep& step, const Ledger& ledger, const Zone& zone,
                const ListContext& context, Lang lang) {
  const Event& event = ledger.entries[step.entry].event;
  const Instant at = Instant::parse(event.get("clock")).value_or(event.at);
  const Phrase who = person_name(context.organisation, event.person);
  std::string head =
      to_local_string(at, zone) + "  " + step_words(event).words.in(lang) + "  " + who.in(lang);
  if (const auto role = parse_role(event.get("role")))
    head += say(lang, Text{"（{0}）", " ({0})"}, wording(*role));
  sheet.line(head);
  const auto detail = [&](std::string_view key, Text words) {
    if (event.has(key)) sheet.detail(say(lang, words, event.get(key)));
  };
  if (event.has("to"))
    sheet.detail(say(lang, Text{"责任人：{0}", "owner: {0}"},
                     person_name(context.organisation, event.get("to"))));
  detail("due", {"期限：{0}", "due: {0}"});
  detail("on", {"补录，实际日期：{0}", "entered later, done on: {0}"});
  detail("text", {"{0}", "{0}"});
  detail("note", {"{0}", "{0}"});
  detail("reason", {"补录理由：{0}", "entered later because: {0}"});
  for (const std::string& name : split_list(event.get("evidence")))
    sheet.name(std::string(history_indent, ' ') + say(lang, Text{"佐证材料：", "evidence: "}), 0,
               name);
  if (Instant::parse(event.get("clock")))
    sheet.detail(say(lang,
                     Text{"以上是写入时本机的时钟，本行按 {0} 排序",
                          "that is what the machine's clock said; the line stands at {0}"},
                     to_local_string(event.at, zone)));
  if (step.waiting)
    sheet.detail(say(lang, Text{"等待：{0}", "waiting: {0}"}, step.why_not));
  else if (!step.applied)
    sheet.detail(say(lang, Text{"未生效：{0}", "does not apply: {0}"}, step.why_not));
}

bool is_nothing(const Value& value) {
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  return list ? list->empty() : std::holds_alternative<std::monostate>(value);
}

void hide_empty_columns(Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (std::ranges::all_of(table.rows, [i](const auto& row) { return is_nothing(row[i]); }))
      table.columns[i].in_table = false;
}

std::string asked_json(const Problem& problem) {
  if (!problem.asked) return "null";
  return "{\"due\":" + json_string(to_string(problem.asked->due)) +
         ",\"by\":" + json_string(problem.asked->by) +
         ",\"reason\":" + json_string(problem.asked->reason) + '}';
}

std::string finding_json(const Problem& finding) {
  return "{\"id\":" + json_string(finding.id) +
         ",\"by\":" + json_string(finding.inspecting_branch) +
         ",\"opened\":" + json_string(to_string(finding.opened)) +
         ",\"opened_by\":" + json_string(finding.opened_by) +
         ",\"status\":" + json_string(to_string(finding.status)) +
         ",\"due\":" + json_string(to_string(finding.due)) +
         ",\"detail\":" + json_string(finding.text) + '}';
}

// Of a problem that one inspection found, it is the only one.
std::string findings_json(const Problem& problem) {
  if (problem.findings.empty()) return '[' + finding_json(problem) + ']';
  std::string list;
  for (const Problem& finding : problem.findings)
    list += (list.empty() ? "" : ",") + finding_json(finding);
  return '[' + list + ']';
}

}  // namespace

std::string problem_sheet(const Problem& problem, const Ledger& ledger, const Zone& zone,
                          const ListContext& context, const Look& look) {
  SheetLines sheet(look.lang, look.columns > 0 ? look.columns : standard_columns);
  sheet.line(problem_names(problem).in(look.lang) + "  " +
             title_of(problem, context).in(look.lang));
  write_facts(sheet, problem, context, look.lang);
  sheet.blank();
  for (const HistoryStep& step : problem.history)
    write_step(sheet, step, ledger, zone, context, look.lang);
  return sheet.take();
}

std::string problem_markdown(const Problem& problem, const Ledger& ledger, const Zone& zone,
                             const ListContext& context, Lang lang) {
  Table facts{
      phrase(Text{"{0}  {1}", "{0}  {1}"}, problem_names(problem), title_of(problem, context)),
      {{"fact", {"项目", "fact"}}, {"text", {"内容", "what there is to say"}}},
      {}};
  for (const Fact& fact : problem_facts(problem, context))
    facts.rows.push_back({fact.label, fact.text});
  Table history = history_table(problem, ledger, zone, context);
  hide_empty_columns(history);
  const Look look{.lang = lang};
  return render_markdown(facts, look) + '\n' + render_markdown(history, look);
}

std::string problem_json(const Problem& problem, const Ledger& ledger, const Zone& zone,
                         const ListContext& context, Lang lang) {
  std::string object = render_json_lines(problem_table({&problem}, context), {.lang = lang});
  object.resize(object.size() - 2);  // the brace and the line feed
  std::string history = render_json(history_table(problem, ledger, zone, context), {.lang = lang});
  history.pop_back();
  return object + ",\"rule\":" + json_string(problem.rule) + ",\"asked\":" + asked_json(problem) +
         ",\"evidence_missing\":" + json_value(missing_evidence(problem.evidence, context), lang) +
         ",\"findings\":" + findings_json(problem) +
         ",\"next\":" + json_string(next_step(problem, context).in(lang)) +
         ",\"history\":" + history + "}\n";
}

}  // namespace sihu
