#include "ledger/redaction.hpp"

#include "ledger/ledger.hpp"
#include "ledger/line.hpp"
#include "ledger/plain_line.hpp"

#include <algorithm>
#include <array>

namespace sihu {

bool is_text_key(std::string_view key) {
  constexpr std::array<std::string_view, 5> keys{"title", "text", "basis", "note", "reason"};
  return std::ranges::find(keys, key) != keys.end();
}

void Redactions::add(std::string_view check) {
  if (const auto number = parse_check(check)) checks_.insert(*number);
}

void Redactions::take(const Event& event) {
  if (event.name == redaction_event) take_decision(event.subject, event.get("role"));
}

void Redactions::take_decision(std::string_view subject, std::string_view role) {
  if (role == "committee") add(subject);
}

void Redactions::add(const Redactions& more) {
  checks_.insert(more.checks_.begin(), more.checks_.end());
}

bool Redactions::hides(std::string_view check) const {
  if (checks_.empty()) return false;
  const auto number = parse_check(check);
  return number && checks_.contains(*number);
}

void hide_texts(Event& event) {
  for (Field& field : event.fields)
    if (is_text_key(field.key)) field.value = hidden_text;
}

std::string with_texts_hidden(std::string_view line) {
  auto event = read_line(line, "", 0);
  if (!event) return std::string(line);
  hide_texts(*event);
  return whole_line(*event);
}

Redactions redactions_in(const Ledger& ledger) {
  Redactions redactions;
  for (const Entry& entry : ledger.entries) redactions.take(entry.event);
  return redactions;
}

void hide_redacted(Ledger& ledger, const Redactions& more) {
  Redactions all = redactions_in(ledger);
  all.add(more);
  if (all.empty()) return;
  for (Entry& entry : ledger.entries)
    if (all.hides(entry.event.check)) hide_texts(entry.event);
}

}  // namespace sihu
