#include "store/export_events.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "review/state.hpp"

namespace sihu {
namespace {

constexpr std::size_t block = 256 * 1024;

void append_pair(std::string& out, std::string_view key, std::string_view value) {
  if (out.back() != '{') out += ',';
  ((out += json_string(key)) += ':') += json_string(value);
}

void append_object(std::string& out, const Event& event, const StreamedLine& line) {
  out += '{';
  append_pair(out, "at", to_string(event.at));
  append_pair(out, "person", event.person);
  append_pair(out, "event", event.name);
  append_pair(out, "subject", event.subject);
  out += ",\"fields\":{";
  for (const Field& field : event.fields) append_pair(out, field.key, field.value);
  out += '}';
  if (event.check.empty())
    out += ",\"check\":null";
  else
    append_pair(out, "check", event.check);
  append_pair(out, "file", line.file);
  (out += ",\"line\":" + std::to_string(line.number)) += '}';
}

// Every line as `append` puts it, gathered into blocks.
template <typename Append>
Result<void> in_blocks(const EventStream& stream, const Sink& sink, const Append& append,
                       std::string_view begin = {}, std::string_view end = {}) {
  std::string out(begin);
  out.reserve(block + block / 2);
  bool wanted = true;
  auto done = stream.each([&](const StreamedLine& line) {
    append(out, line);
    if (out.size() < block) return true;
    wanted = sink(out);
    out.clear();
    return wanted;
  });
  if (!done) return tl::unexpected(std::move(done.error()));
  if (wanted) sink(out += end);
  return {};
}

// What was computed from lines: scores are so few that one could try which of them gives it.
void leave_out_checks(Event& event) {
  event.check.clear();
  std::erase_if(event.fields, [](const Field& field) {
    return field.key == "after" || field.key == "counted" || field.key == "sha256" ||
           field.key == "fingerprint";
  });
}

// The stream shows only lines that were read before.
void append_json(std::string& out, const StreamedLine& line, const EventStream& stream,
                 ExportedEvents& exported) {
  auto event = read_line(line.bytes, line.file, static_cast<int>(line.number));
  if (!event) return;
  if (stream.redactions().hides(event->check)) hide_texts(*event);
  if (is_readable_sheet(*event)) {
    leave_out_scores(*event);
    ++exported.readable;
  }
  if (stream.has_readable_sheets()) leave_out_checks(*event);
  append_object(out, *event, line);
}

bool is_readable_sheet(const StreamedLine& line) {
  if (line.bytes.find("\treview.sheet\t") == std::string_view::npos) return false;
  const auto event = read_line(line.bytes, line.file, static_cast<int>(line.number));
  return event && is_readable_sheet(*event);
}

Result<void> export_lines(const EventStream& stream, const Sink& sink, ExportedEvents& exported) {
  return in_blocks(stream, sink, [&](std::string& out, const StreamedLine& line) {
    (out += line.bytes) += '\n';
    if (stream.redactions().hides(check_of(line.bytes))) ++exported.redacted;
    if (is_readable_sheet(line)) ++exported.readable;
  });
}

Result<void> export_json(const EventStream& stream, const Sink& sink, ExportedEvents& exported) {
  bool first = true;
  const auto append = [&](std::string& out, const StreamedLine& line) {
    out += first ? "\n" : ",\n";
    first = false;
    append_json(out, line, stream, exported);
  };
  return in_blocks(stream, sink, append, "[", stream.empty() ? "]\n" : "\n]\n");
}

Result<void> export_jsonl(const EventStream& stream, const Sink& sink, ExportedEvents& exported) {
  return in_blocks(stream, sink, [&](std::string& out, const StreamedLine& line) {
    append_json(out, line, stream, exported);
    out += '\n';
  });
}

}  // namespace

Result<ExportedEvents> export_events(const EventStream& stream, Format format, const Sink& sink) {
  ExportedEvents exported;
  const auto done = format == Format::tsv     ? export_lines(stream, sink, exported)
                    : format == Format::jsonl ? export_jsonl(stream, sink, exported)
                                              : export_json(stream, sink, exported);
  if (!done) return tl::unexpected(done.error());
  return exported;
}

}  // namespace sihu
