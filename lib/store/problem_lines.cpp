#include "store/problem_lines.hpp"

#include "ledger/line.hpp"
#include "problem/problem_id.hpp"
#include "store/basis.hpp"
#include "store/changes.hpp"
#include "store/fold_ledger.hpp"
#include "store/ledger_files.hpp"
#include "store/line_at.hpp"
#include "store/scan.hpp"
#include "store/snapshot_file.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr std::size_t block = 256 * 1024;

// What was gathered of one file.
LedgerFile empty_file(const std::string& name) {
  LedgerFile file;
  file.name = name;
  return file;
}

Result<void> add_line(LedgerFile& file, std::string_view line, std::uint32_t number) {
  auto event = read_line(line, file.name, static_cast<int>(number));
  if (!event) return tl::unexpected(event.error());
  file.events.push_back(std::move(*event));
  file.numbers.push_back(number);
  return {};
}

// The lines of `stream` that are wanted, to its end; what it says is hidden is added.
Result<LedgerFile> filter(const Workspace& workspace, LedgerStream& stream, const std::string& name,
                          const WantLine& wanted, bool from_start, Redactions& redactions) {
  LedgerFile file = empty_file(name);
  while (stream.next()) {
    const RawLine& line = stream.line();
    if (line.name == redaction_event) redactions.take_decision(line.subject, line.field("role"));
    if (wanted(line.name, line.subject))
      if (auto added = add_line(file, line.whole(), from_start ? stream.number() : 0); !added)
        return tl::unexpected(added.error());
  }
  auto scanned = stream.finish();
  if (!scanned) return tl::unexpected(scanned.error());
  file.header = scanned->header;
  file.bytes = scanned->bytes;
  if (scanned->bytes != scanned->whole_bytes) file.notes = tail_notes(workspace, name);
  return file;
}

// All that is wrong with the ledger; if the whole reading finds nothing, what stopped the quick
// one.
tl::unexpected<Failure> all_faults(const Workspace& workspace, Failure found) {
  auto files = read_ledger_files(workspace.root(), workspace.organisation().id, false);
  return tl::unexpected(files ? std::move(found) : std::move(files.error()));
}

Result<LedgerFile> filter_file(const Workspace& workspace, const std::string& name,
                               const WantLine& wanted, Redactions& redactions) {
  LedgerStream stream(name, workspace.organisation().id, block);
  if (auto opened = stream.open(workspace.root()); !opened) return tl::unexpected(opened.error());
  return filter(workspace, stream, name, wanted, true, redactions);
}

// The lines of an open problem at the places where the snapshot saw them.
bool add_seen(const Workspace& workspace, const SnapshotFile& snapshot, const OpenRow& row,
              std::vector<LedgerFile>& files) {
  LineAt lines;
  for (std::size_t i = 0; i < row.line_count(); ++i) {
    const auto [file, offset] = row.line(i);
    if (file >= snapshot.head().files.size()) return false;
    const std::string& name = snapshot.head().files[file].name;
    if (files.empty() || files.back().name != name) {
      if (!lines.open(workspace.root(), name)) return false;
      files.push_back(empty_file(name));
    }
    const auto text = lines.read(offset);
    if (!text || !add_line(files.back(), *text, 0)) return false;
    if (files.back().events.back().subject != row.id) return false;
  }
  return true;
}

// Nothing where the snapshot does not do.
std::optional<Ledger> from_snapshot(const Workspace& workspace, const std::string& id) {
  auto snapshot = SnapshotFile::open(workspace.root());
  if (!snapshot || snapshot->head().basis != basis_of(workspace)) return std::nullopt;
  const auto marks = mark_files(workspace.root());
  if (!marks) return std::nullopt;
  const auto changes = changes_since(snapshot->head().files, *marks);
  if (!changes || changes->bytes > most_new_bytes) return std::nullopt;
  const auto row = snapshot->find(id);
  if (!row || row->odd || row->line_count() == 0) return std::nullopt;
  std::vector<LedgerFile> files;
  if (!add_seen(workspace, *snapshot, *row, files)) return std::nullopt;
  const WantLine wanted = [&](std::string_view, std::string_view subject) { return subject == id; };
  Redactions redactions = snapshot->head().redactions;
  for (const Tail& tail : changes->tails) {
    LedgerStream stream(tail.name, workspace.organisation().id, block);
    const auto opened = open_tail(stream, workspace.root(), tail);
    if (!opened || !*opened) return std::nullopt;
    auto file = filter(workspace, stream, tail.name, wanted, false, redactions);
    if (!file) return std::nullopt;
    if (!file->events.empty()) files.push_back(std::move(*file));
  }
  return join_ledger(std::move(files), redactions);
}

}  // namespace

namespace {

// What is wanted of these files.
Result<Ledger> read_from(const Workspace& workspace, const std::vector<std::string>& names,
                         const WantLine& wanted) {
  std::vector<Result<LedgerFile>> found(names.size());
  std::vector<Redactions> redactions(threads_for(names.size()));
  share_out(names.size(), redactions.size(), [&](std::size_t i, std::size_t thread) {
    found[i] = filter_file(workspace, names[i], wanted, redactions[thread]);
  });
  std::vector<LedgerFile> files;
  for (Result<LedgerFile>& file : found) {
    if (!file) return all_faults(workspace, std::move(file.error()));
    files.push_back(std::move(*file));
  }
  if (redactions.empty()) return join_ledger(std::move(files));
  for (const Redactions& more : redactions) redactions.front().add(more);
  return join_ledger(std::move(files), redactions.front());
}

// Where problems are: `26Q4-zb05-`, what stands before device and serial in an id.
struct Surroundings {
  std::set<std::string> places;
  std::optional<Quarter> since;  // the first of their quarters
};

Surroundings surroundings_in(const Ledger& ledger) {
  Surroundings around;
  for (const Entry& entry : ledger.entries) {
    const std::string& subject = entry.event.subject;
    const auto id = parse_problem_id(subject);
    if (!id) continue;
    around.places.insert(subject.substr(0, subject.find('-' + id->device + '-') + 1));
    around.since = std::min(around.since.value_or(id->quarter), id->quarter);
  }
  return around;
}

}  // namespace

Result<Ledger> read_lines(const Workspace& workspace, const WantLine& wanted) {
  const auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  return read_from(workspace, *names, wanted);
}

Result<Ledger> read_lines_beside(const Workspace& workspace, std::string_view part) {
  auto own = read_problem_lines(workspace, part);
  if (!own) return own;
  const Surroundings around = surroundings_in(*own);
  if (!around.since) return own;
  auto names = ledger_file_names(workspace.root());
  if (!names) return tl::unexpected(names.error());
  const std::string since = "ledger/" + to_string(*around.since);
  std::erase_if(*names, [&](const std::string& name) { return name < since; });
  const std::string subject(part.substr(0, part.find('~')));
  return read_from(workspace, *names, [&](std::string_view, std::string_view each) {
    return each.find(subject) != std::string_view::npos ||
           std::ranges::any_of(around.places,
                               [&](const std::string& place) { return each.starts_with(place); });
  });
}

Result<Ledger> read_problem_lines(const Workspace& workspace, std::string_view part) {
  if (parse_problem_id(part))
    if (auto ledger = from_snapshot(workspace, std::string(part))) return std::move(*ledger);
  // `~91d0` tells two openings of one subject apart.
  const std::string subject(part.substr(0, part.find('~')));
  return read_lines(workspace, [&](std::string_view, std::string_view each) {
    return each.find(subject) != std::string_view::npos;
  });
}

}  // namespace sihu
