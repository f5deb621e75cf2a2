#include "store/fold_ledger.hpp"

#include "ledger/chain.hpp"
#include "store/files.hpp"
#include "store/fold_at_length.hpp"
#include "store/ledger_files.hpp"
#include "store/line_at.hpp"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <thread>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_threads = 8;
constexpr std::uint64_t bytes_worth_a_thread = 1u << 20;

struct NamedFile {
  std::string name;
  std::string order;
  std::uint64_t bytes = 0;
};

// In an order in which lines mostly come after those they rest on: by quarter, and in it the
// committee's files, which verify, last.
std::string order_of(const std::string& name) {
  const std::size_t slash = name.rfind('/') + 1;
  const bool committee = std::string_view(name).substr(slash).starts_with("hq.");
  return name.substr(0, slash) + (committee ? '2' : '1') + name.substr(slash);
}

Result<std::vector<NamedFile>> files_in(const fs::path& root) {
  const auto names = ledger_file_names(root);
  if (!names) return tl::unexpected(names.error());
  std::vector<NamedFile> files;
  for (const std::string& name : *names) {
    std::error_code unknown;
    const auto bytes = fs::file_size(root / name, unknown);
    files.push_back({name, order_of(name), unknown ? 0 : bytes});
  }
  std::ranges::sort(files, {}, &NamedFile::order);
  return files;
}

// The files from `first` to before `last`, folded; what is not read stays in `failure`.
struct Share {
  std::size_t first = 0;
  std::size_t last = 0;
  QuickFold fold;
  Redactions redactions = {};
  std::vector<ScannedFile> scanned = {};
  std::optional<Failure> failure = {};
};

constexpr std::size_t small_block = 8 * 1024;
constexpr std::size_t large_block = 256 * 1024;
constexpr std::size_t most_streams = 512;  // open at a time
constexpr std::size_t usual_row_bytes = 512;

// Lines of the same tens of hours are taken together.
using Slice = InstantKey::Minute;

// One of several files that are read side by side.
struct FileReader {
  std::uint32_t file = 0;
  LedgerStream stream;
  bool more = false;

  Slice slice() const { return InstantKey(stream.line().at.data()).slice(); }
};

// The files from `first` to before `last`, side by side: a slice of time of each, then the next, so
// that lines come nearly in the order in which things happened and few have to wait.
std::optional<Failure> fold_together(const Workspace& workspace,
                                     const std::vector<NamedFile>& files, std::size_t first,
                                     std::size_t last, Share& share) {
  std::vector<FileReader> readers;
  readers.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) {
    readers.push_back({static_cast<std::uint32_t>(i),
                       LedgerStream(files[i].name, workspace.organisation().id, small_block)});
    if (auto opened = readers.back().stream.open(workspace.root()); !opened) return opened.error();
    readers.back().more = readers.back().stream.next();
  }
  for (;;) {
    std::optional<Slice> slice;
    for (const FileReader& reader : readers)
      if (reader.more) slice = std::min(slice.value_or(reader.slice()), reader.slice());
    if (!slice) break;
    for (FileReader& reader : readers) {
      share.fold.begin_file(reader.file);
      for (; reader.more && reader.slice() <= *slice; reader.more = reader.stream.next()) {
        const RawLine& line = reader.stream.line();
        if (line.name == redaction_event)
          share.redactions.take_decision(line.subject, line.field("role"));
        share.fold.take(line, reader.stream.tail(), reader.stream.offset());
      }
    }
  }
  for (FileReader& reader : readers) {
    auto scanned = reader.stream.finish();
    if (!scanned) return scanned.error();
    share.scanned.push_back(std::move(*scanned));
  }
  return std::nullopt;
}

std::string_view quarter_of(const NamedFile& file) {
  return std::string_view(file.name).substr(0, file.name.rfind('/') + 1);
}

void fold_share(const Workspace& workspace, const std::vector<NamedFile>& files, Share& share) {
  share.scanned.reserve(share.last - share.first);
  for (std::size_t first = share.first; first < share.last && !share.failure;) {
    std::size_t last = first + 1;
    while (last < share.last && last - first < most_streams &&
           quarter_of(files[last]) == quarter_of(files[first]))
      ++last;
    share.failure = fold_together(workspace, files, first, last, share);
    first = last;
  }
  share.fold.settle_all();
}

// Equal shares of bytes, in the order of files.
std::vector<Share> share_out(const std::vector<NamedFile>& files, const Zone& zone) {
  std::uint64_t bytes = 0;
  for (const auto& file : files) bytes += file.bytes;
  const std::size_t threads = std::clamp<std::size_t>(
      std::min<std::size_t>(std::thread::hardware_concurrency(), bytes / bytes_worth_a_thread), 1,
      most_threads);
  std::vector<Share> shares;
  std::uint64_t before = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (shares.size() < threads && before >= bytes * shares.size() / threads)
      shares.push_back({i, i, QuickFold(zone)});
    shares.back().last = i + 1;
    before += files[i].bytes;
  }
  return shares;
}

template <class Task>
void run_all(std::vector<Share>& shares, const Task& task) {
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < shares.size(); ++i) threads.emplace_back([&, i] { task(shares[i]); });
  if (!shares.empty()) task(shares[0]);
  for (auto& thread : threads) thread.join();
}

// All that is wrong with the ledger; if the whole reading finds nothing, what stopped the quick
// one.
Failure all_faults(const Workspace& workspace, Failure found) {
  auto files = read_ledger_files(workspace.root(), workspace.organisation().id, false);
  return files ? std::move(found) : std::move(files.error());
}

// A line about an open problem, and where it stands.
struct LineOfRecord {
  const Record* record = nullptr;
  std::uint32_t file = 0;
  std::uint32_t offset = 0;

  friend auto operator<=>(const LineOfRecord&, const LineOfRecord&) = default;
};

// Files by the order of their names.
std::vector<std::uint32_t> ranks_of(const std::vector<NamedFile>& files) {
  std::vector<std::uint32_t> order(files.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::string_view(files[i].name); });
  std::vector<std::uint32_t> ranks(files.size());
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

// Where the lines of open problems stand: known only after all were folded, so all files are gone
// through once more, for a snapshot alone.
Result<std::vector<LineOfRecord>> place_lines(const Workspace& workspace,
                                              const std::vector<NamedFile>& files,
                                              const QuickFold& fold, std::vector<Share>& shares) {
  const auto ranks = ranks_of(files);
  std::vector<std::vector<LineOfRecord>> found(shares.size());
  run_all(shares, [&](Share& share) {
    auto& lines = found[static_cast<std::size_t>(&share - shares.data())];
    for (std::size_t i = share.first; i < share.last && !share.failure; ++i) {
      LedgerStream stream(files[i].name, workspace.organisation().id, large_block);
      if (auto opened = stream.open(workspace.root()); !opened) share.failure = opened.error();
      while (!share.failure && stream.next())
        if (const Record* record = fold.find_open(stream.line().subject))
          lines.push_back({record, ranks[i], static_cast<std::uint32_t>(stream.offset())});
    }
  });
  std::vector<LineOfRecord> all;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (shares[i].failure) return tl::unexpected(std::move(*shares[i].failure));
    std::ranges::copy(found[i], std::back_inserter(all));
  }
  std::ranges::sort(all);
  return all;
}

std::string places_of(const Record& record, const std::vector<LineOfRecord>& lines) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places;
  for (auto line = std::ranges::lower_bound(lines, LineOfRecord{&record, 0, 0});
       line != lines.end() && line->record == &record; ++line)
    places.emplace_back(line->file, line->offset);
  return write_places(places);
}

// The records of open problems whose rows are to be made, in the order of their opening lines.
std::vector<const Record*> wanted_from(const QuickFold& fold, const WantRow& want) {
  std::vector<const Record*> all;
  fold.for_each_open([&](const Record& record) {
    const auto status = static_cast<Status>(record.status);
    if (want(status, date_of(record.due), optional_date(record.submitted))) all.push_back(&record);
  });
  std::ranges::sort(all, {}, [](const Record* record) {
    return std::pair<std::uint64_t, std::uint64_t>(record->file, record->offset);
  });
  return all;
}

Result<void> add_rows(const Workspace& workspace, const std::vector<ScannedFile>& files,
                      const QuickFold& fold, const WantRow& want,
                      const std::vector<LineOfRecord>& lines_of, const Redactions& redactions,
                      OpenRows& rows) {
  LineAt lines;
  const std::string* open = nullptr;
  const auto wanted = wanted_from(fold, want);
  // Room for all of them at once: to grow by doubling would hold them twice over.
  rows.bytes.reserve(wanted.size() * usual_row_bytes);
  for (const Record* record : wanted) {
    const std::string& name = files[record->file].name;
    if (&name != open) {
      if (auto opened = lines.open(workspace.root(), name); !opened) return opened;
      open = &name;
    }
    const auto line = lines.read(record->offset);
    if (!line) return tl::unexpected(line.error());
    const bool hidden = redactions.hides(check_of(*line));
    const std::string redacted = hidden ? with_texts_hidden(*line) : std::string();
    const auto life = fold.life_of(*record);
    if (const auto raw = split_line(hidden ? redacted : *line))
      add_row(rows, *raw, life.record, life.request, fold.people(), places_of(*record, lines_of));
  }
  return {};
}

void add_odd(const ProblemList& odd, const WantRow& want, FoldedLedger& folded) {
  for (const Problem& problem : odd.problems) {
    ++folded.counts[problem.branch][static_cast<std::size_t>(problem.status)];
    if (const std::size_t others = problem.also().size(); others > 0)
      folded.again[problem.branch] += static_cast<std::uint32_t>(others);
    if (problem.duplicate_id) folded.duplicates.push_back(problem.id);
    if (problem.ended() || !want(problem.status, problem.due, problem.submitted)) continue;
    const std::string quarter = to_string(problem.quarter);
    const std::string findings = write_findings(problem);
    folded.open.add(open_row_of(problem, quarter, findings));
  }
}

void add_notes(const Workspace& workspace, FoldedLedger& folded) {
  for (const ScannedFile& file : folded.files)
    if (file.bytes != file.whole_bytes)
      std::ranges::move(tail_notes(workspace, file.name), std::back_inserter(folded.notes));
}

Result<FoldedLedger> fold_files(const Workspace& workspace, const WantRow& want, bool with_places) {
  const auto files = files_in(workspace.root());
  if (!files) return tl::unexpected(files.error());
  auto shares = share_out(*files, workspace.zone());
  run_all(shares, [&](Share& share) { fold_share(workspace, *files, share); });
  ::malloc_trim(0);  // what was let go in small pieces: what comes next shall not lie beside it
  FoldedLedger folded;
  folded.files.reserve(files->size());
  QuickFold fold(workspace.zone());
  for (Share& share : shares) {
    if (share.failure) return tl::unexpected(all_faults(workspace, std::move(*share.failure)));
    std::ranges::move(share.scanned, std::back_inserter(folded.files));
    folded.redactions.add(share.redactions);
    if (share.first == 0)
      fold = std::move(share.fold);
    else
      fold.absorb(std::exchange(share.fold, QuickFold(workspace.zone())));
  }
  fold.finish();
  ::malloc_trim(0);
  if (auto apart = set_twins_aside(workspace, folded.files, fold); !apart)
    return tl::unexpected(apart.error());
  const auto odd = fold_at_length(workspace, folded.files, fold.odd_subjects(), folded.redactions);
  if (!odd) return tl::unexpected(odd.error());
  folded.counts = fold.counts();
  if (auto faults = fold.take_faults(); with_places) folded.faults = faults.take();
  folded.lines_per_day = fold.lines_per_day();
  fold.for_each_device(
      [&](const std::string& device, std::uint32_t serial) { folded.serials[device] = serial; });
  std::vector<LineOfRecord> lines;
  if (with_places) {
    auto placed = place_lines(workspace, *files, fold, shares);
    if (!placed) return tl::unexpected(placed.error());
    lines = std::move(*placed);
  }
  if (auto added =
          add_rows(workspace, folded.files, fold, want, lines, folded.redactions, folded.open);
      !added)
    return tl::unexpected(added.error());
  add_odd(*odd, want, folded);
  folded.open.sort();
  add_notes(workspace, folded);
  return folded;
}

}  // namespace

std::vector<Fault> tail_notes(const Workspace& workspace, const std::string& name) {
  auto read = read_own_ledger_file(workspace.root(), name, workspace.organisation().id, false);
  return read ? std::move(read->notes) : std::vector<Fault>{};
}

Result<FoldedLedger> fold_ledger(const Workspace& workspace, const WantRow& want,
                                 bool with_places) {
  auto folded = fold_files(workspace, want, with_places);
  ::malloc_trim(0);
  return folded;
}

}  // namespace sihu
