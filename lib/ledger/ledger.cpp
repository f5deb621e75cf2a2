#include "ledger/ledger.hpp"

#include "ledger/line.hpp"

#include <algorithm>
#include <tuple>

namespace sihu {
namespace {

// Where an event comes from, small enough to sort.
struct Origin {
  Instant at;
  std::uint32_t file = 0;
  std::uint32_t event = 0;
};

const Event& event_of(const std::vector<LedgerFile>& files, const Origin& origin) {
  return files[origin.file].events[origin.event];
}

// Byte order of lines. An instant has a fixed width, and the tab behind the next three columns
// sorts before every character that they may have, so they are compared as they are and the bytes
// are spelt only where all four are the same; equal lines (copies, forks) keep the order of their
// files.
bool before(const std::vector<LedgerFile>& files, const Origin& a, const Origin& b) {
  if (a.at != b.at) return a.at < b.at;
  const Event& left = event_of(files, a);
  const Event& right = event_of(files, b);
  for (const auto column : {&Event::person, &Event::name, &Event::subject})
    if (const int order = (left.*column).compare(right.*column)) return order < 0;
  if (left == right) return std::tie(a.file, a.event) < std::tie(b.file, b.event);
  return whole_line(left) < whole_line(right);
}

std::uint32_t line_of(const std::vector<LedgerFile>& files, const Origin& origin) {
  const LedgerFile& file = files[origin.file];
  return file.numbers.empty() ? origin.event + 2 : file.numbers[origin.event];
}

std::vector<Origin> order(const std::vector<LedgerFile>& files) {
  std::vector<Origin> origins;
  for (std::uint32_t file = 0; file < files.size(); ++file)
    for (std::uint32_t event = 0; event < files[file].events.size(); ++event)
      origins.push_back({files[file].events[event].at, file, event});
  std::ranges::sort(origins, [&](const Origin& a, const Origin& b) { return before(files, a, b); });
  return origins;
}

}  // namespace

Place Ledger::place(const Entry& entry) const {
  return Place{files[entry.file].name, static_cast<int>(entry.line), 0};
}

Ledger join_ledger(std::vector<LedgerFile> files, const Redactions& more) {
  std::ranges::sort(files, [](const LedgerFile& a, const LedgerFile& b) {
    return std::tie(a.name, a.bytes, a.last_check()) < std::tie(b.name, b.bytes, b.last_check());
  });
  Ledger ledger;
  for (LedgerFile& file : files) {
    ledger.files.push_back({file.name, file.header, file.bytes});
    std::ranges::move(file.notes, std::back_inserter(ledger.notes));
  }
  const std::vector<Origin> origins = order(files);
  ledger.entries.reserve(origins.size());
  for (const Origin& origin : origins) {
    Event& event = files[origin.file].events[origin.event];
    if (!ledger.entries.empty() && ledger.entries.back().event == event) continue;
    ledger.entries.push_back({std::move(event), origin.file, line_of(files, origin)});
  }
  hide_redacted(ledger, more);
  return ledger;
}

LastEvent last_event_of(const Ledger& ledger, std::string_view subject) {
  for (auto entry = ledger.entries.rbegin(); entry != ledger.entries.rend(); ++entry)
    if (entry->event.subject == subject) return {entry->event.check, entry->event.at};
  return {};
}

}  // namespace sihu
