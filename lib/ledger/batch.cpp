#include "ledger/batch.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <stdexcept>

namespace sihu {
namespace {

constexpr std::int64_t minute = 60000;

const FileEnd* end_in(const std::vector<FileEnd>& own, Quarter quarter) {
  const auto found = std::ranges::find_if(own, [&](const FileEnd& end) {
    return !end.last_check.empty() && end.header.quarter == quarter;
  });
  return found == own.end() ? nullptr : &*found;
}

// The last event seen of every subject that the drafts are about.
std::map<std::string, LastEvent> last_events(const std::vector<Draft>& drafts, const Ledger& seen) {
  std::map<std::string, LastEvent> last;
  for (const Draft& draft : drafts) last.try_emplace(draft.subject);
  for (const Entry& entry : seen.entries)
    if (const auto found = last.find(entry.event.subject); found != last.end())
      found->second = {entry.event.check, entry.event.at};
  return last;
}

// The instant of the first line, late enough for all of them to lie in one quarter, behind
// everything they follow.
Instant first_instant(Instant earliest, std::size_t lines, const std::vector<FileEnd>& own,
                      const Zone& zone) {
  for (Instant at = earliest;;) {
    const Quarter quarter = Quarter::of(zone.date_of(at));
    const FileEnd* end = end_in(own, quarter);
    if (end && end->newest && at <= *end->newest)
      at = *end->newest + 1;
    else if (Quarter::of(zone.date_of(at + (static_cast<std::int64_t>(lines) - 1))) != quarter)
      at = zone.at(quarter.next().first_day());
    else
      return at;
  }
}

void set(std::vector<Field>& fields, std::string_view key, std::string value) {
  if (value.empty()) return;
  const auto found = std::ranges::find(fields, key, &Field::key);
  if (found == fields.end())
    fields.push_back({std::string(key), std::move(value)});
  else
    found->value = std::move(value);
}

std::vector<Field> given_fields(const Draft& draft) {
  std::vector<Field> fields;
  std::ranges::copy_if(draft.fields, std::back_inserter(fields),
                       [](const Field& field) { return !field.value.empty(); });
  return fields;
}

Event make_event(const Draft& draft, const Writer& writer, Instant at) {
  Event event{at, writer.person, draft.name, draft.subject, given_fields(draft), {}};
  if (!event.has("role")) set(event.fields, "role", writer.role);
  set(event.fields, "org", writer.digest);
  if (std::abs(at.milliseconds - writer.clock.milliseconds) > minute)
    set(event.fields, "clock", to_string(writer.clock));
  return event;
}

// The line of `event`, signed if it has to be.
Result<std::string> write_signed(Event& event, const Writer& writer, const std::string& previous) {
  auto line = write_line(event);
  if (!line || !writer.sign ||
      std::ranges::find(writer.signed_events, event.name) == writer.signed_events.end())
    return line;
  set(event.fields, signature_key, writer.sign(signed_message(previous, *line)));
  std::ranges::stable_sort(event.fields, canonical_before, &Field::key);
  return write_line(event);
}

// Appends the line of `event` to the batch, as the next link of its chain.
Result<void> append(Event event, const Writer& writer, std::string& previous, Batch& batch) {
  std::ranges::stable_sort(event.fields, canonical_before, &Field::key);
  const auto line = write_signed(event, writer, previous);
  if (!line) return tl::unexpected(line.error());
  event.check = chain_check(previous, *line);
  const std::string whole = *line + '\t' + event.check;
  const auto back = read_line(whole, "", 0);
  if (!back || *back != event) throw std::logic_error("a ledger line does not read back: " + whole);
  batch.bytes += whole + '\n';
  previous = event.check;
  batch.events.push_back(std::move(event));
  return {};
}

std::string begin_file(Batch& batch) {
  const std::string line = write_header(batch.header);
  std::string check = chain_check("", line);
  batch.bytes = line + '\t' + check + '\n';
  batch.new_file = true;
  if (!read_header(line + '\t' + check, ""))
    throw std::logic_error("a ledger header does not read back: " + line);
  return check;
}

}  // namespace

FileEnd end_of(const LedgerFile& file) {
  FileEnd end{file.header, file.last_check(), std::nullopt};
  if (!file.events.empty()) end.newest = file.events.back().at;
  return end;
}

Result<Batch> write_batch(const std::vector<Draft>& drafts, const Writer& writer,
                          const Ledger& seen, const std::vector<FileEnd>& own, const Zone& zone) {
  auto last = last_events(drafts, seen);
  Instant earliest = writer.clock;
  for (const auto& [subject, event] : last)
    if (!event.check.empty()) earliest = std::max(earliest, event.at + 1);
  for (const auto& draft : drafts)
    if (draft.past) earliest = std::max(earliest, *draft.past + 1);
  const Instant start = first_instant(earliest, drafts.size(), own, zone);

  Batch batch;
  batch.header = {writer.organisation, Quarter::of(zone.date_of(start)), writer.home,
                  writer.device};
  const FileEnd* end = end_in(own, batch.header.quarter);
  std::string previous = end ? end->last_check : begin_file(batch);
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Event event = make_event(drafts[i], writer, start + static_cast<std::int64_t>(i));
    LastEvent& before = last[drafts[i].subject];
    const bool in_batch = !batch.events.empty() && before.at >= start;
    if (in_batch || !event.has("after")) set(event.fields, "after", before.check);
    if (drafts.size() > 1) set(event.fields, "part", fmt::format("{}/{}", i + 1, drafts.size()));
    if (const auto done = append(std::move(event), writer, previous, batch); !done)
      std::ranges::copy(done.error().faults, std::back_inserter(faults));
    else
      before = {batch.events.back().check, batch.events.back().at};
  }
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  return batch;
}

}  // namespace sihu
