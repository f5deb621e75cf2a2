#include "report/history.hpp"

#include "problem/life.hpp"
#include "problem/rectification.hpp"
#include "problem/state.hpp"
#include "report/coded.hpp"

namespace sihu {
namespace {

std::vector<Column> columns() {
  const auto left = Column::Align::left;
  return {{"at", {"时间", "when"}},
          {"step", {"事项", "what"}},
          {"person", {"人员编号", "person id"}, left, false},
          {"person_name", {"人员", "who"}},
          {"role", {"身份", "role"}},
          {"on", {"补录日期", "done on"}},
          {"to", {"指定", "to"}},
          {"due", {"期限", "due"}},
          {"note", {"说明", "note"}, left, true, 12},
          {"reason", {"补录理由", "reason"}, left, true, 12},
          {"evidence", {"佐证材料", "evidence"}},
          {"applied", {"生效", "applies"}},
          {"why_not", {"未生效原因", "why not"}, left, true, 12},
          {"line", {"出处", "line"}, left, false},
          {"waiting", {"等待", "waiting"}, left, false},
          {"stands_at", {"按此时间排序", "stands at"}},
          {"evidence_missing", {"缺失的佐证材料", "missing evidence"}}};
}

Value field(const Event& event, std::string_view key) {
  return event.has(key) ? Value(std::string(event.get(key))) : Value();
}

Value role(const Event& event) {
  if (const auto name = parse_role(event.get("role"))) return coded(*name);
  return field(event, "role");
}

Value person_field(const Event& event, std::string_view key, const Organisation& organisation) {
  if (!event.has(key)) return {};
  const std::string id(event.get(key));
  return Coded{id, person_name(organisation, id)};
}

std::vector<Value> row_of(const HistoryStep& step, const Ledger& ledger, const Zone& zone,
                          const ListContext& context) {
  const Entry& entry = ledger.entries[step.entry];
  const Event& event = entry.event;
  const auto clock = Instant::parse(event.get("clock"));
  const auto evidence = split_list(event.get("evidence"));
  return {to_local_string(clock.value_or(event.at), zone),
          step_words(event),
          event.person,
          person_name(context.organisation, event.person),
          role(event),
          field(event, "on"),
          person_field(event, "to", context.organisation),
          field(event, "due"),
          field(event, "note"),
          field(event, "reason"),
          evidence,
          step.applied,
          step.why_not.empty() ? Value() : Value(step.why_not),
          to_string(ledger.place(entry)),
          step.waiting,
          clock ? Value(to_local_string(event.at, zone)) : Value(),
          missing_evidence(evidence, context)};
}

}  // namespace

Coded step_words(const Event& event) {
  const auto kind = parse_note_kind(event.get("kind"));
  if (event.name == "problem.note" && kind)
    return {"note",
            phrase(Text{"{0}（{1}）", "{0} ({1})"}, wording(StepName::note), wording(*kind))};
  if (const auto step = step_of_event(event.name)) return coded(*step);
  if (event.name == "problem.open") return {"open", phrase(Text{"发现问题", "open"})};
  return {event.name, same(event.name)};
}

Table history_table(const Problem& problem, const Ledger& ledger, const Zone& zone,
                    const ListContext& context) {
  Table table{phrase(Text{"经过", "History"}), columns(), {}};
  for (const HistoryStep& step : problem.history)
    table.rows.push_back(row_of(step, ledger, zone, context));
  return table;
}

}  // namespace sihu
