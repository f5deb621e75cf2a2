#include "store/export_events.hpp"

#include "ledger/line.hpp"
#include "report/table.hpp"

namespace sihu {
namespace {

void append_pair(std::string& out, std::string_view key, std::string_view value) {
  if (out.back() != '{') out += ',';
  out += json_string(key) + ":" + json_string(value);
}

std::string as_object(const Ledger& ledger, const Entry& entry) {
  const Event& event = entry.event;
  std::string out = "{";
  append_pair(out, "at", to_string(event.at));
  append_pair(out, "person", event.person);
  append_pair(out, "event", event.name);
  append_pair(out, "subject", event.subject);
  out += ",\"fields\":{";
  for (const Field& field : event.fields) append_pair(out, field.key, field.value);
  out += '}';
  append_pair(out, "check", event.check);
  append_pair(out, "file", ledger.files[entry.file].name);
  return out + ",\"line\":" + std::to_string(entry.line) + "}";
}

}  // namespace

std::string events_as_tsv(const Ledger& ledger) {
  std::string out;
  for (const Entry& entry : ledger.entries) (out += whole_line(entry.event)) += '\n';
  return out;
}

std::string events_as_jsonl(const Ledger& ledger) {
  std::string out;
  for (const Entry& entry : ledger.entries) (out += as_object(ledger, entry)) += '\n';
  return out;
}

std::string events_as_json(const Ledger& ledger) {
  std::string out = "[";
  for (const Entry& entry : ledger.entries) {
    out += out.size() > 1 ? ",\n" : "\n";
    out += as_object(ledger, entry);
  }
  return out + (ledger.entries.empty() ? "]\n" : "\n]\n");
}

}  // namespace sihu
