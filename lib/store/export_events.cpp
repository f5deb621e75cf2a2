#include "store/export_events.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"

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
  append_pair(out, "check", event.check);
  append_pair(out, "file", line.file);
  (out += ",\"line\":" + std::to_string(line.number)) += '}';
}

// Every line as `append` puts it, gathered into blocks.
template <typename Append>
Result<std::size_t> in_blocks(const EventStream& stream, const Sink& sink, const Append& append,
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
  return 0;
}

// The stream shows only lines that were read before.
void append_json(std::string& out, const StreamedLine& line, const Redactions& redactions) {
  auto event = read_line(line.bytes, line.file, static_cast<int>(line.number));
  if (!event) return;
  if (redactions.hides(event->check)) hide_texts(*event);
  append_object(out, *event, line);
}

Result<std::size_t> export_lines(const EventStream& stream, const Sink& sink) {
  std::size_t redacted = 0;
  auto done = in_blocks(stream, sink, [&](std::string& out, const StreamedLine& line) {
    (out += line.bytes) += '\n';
    if (stream.redactions().hides(check_of(line.bytes))) ++redacted;
  });
  return done ? Result<std::size_t>(redacted) : done;
}

}  // namespace

Result<std::size_t> export_events(const EventStream& stream, Format format, const Sink& sink) {
  if (format == Format::tsv) return export_lines(stream, sink);
  if (format == Format::jsonl)
    return in_blocks(stream, sink, [&](std::string& out, const StreamedLine& line) {
      append_json(out, line, stream.redactions());
      out += '\n';
    });
  bool first = true;
  const auto append = [&](std::string& out, const StreamedLine& line) {
    out += first ? "\n" : ",\n";
    first = false;
    append_json(out, line, stream.redactions());
  };
  return in_blocks(stream, sink, append, "[", stream.empty() ? "]\n" : "\n]\n");
}

}  // namespace sihu
