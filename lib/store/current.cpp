#include "store/current.hpp"

#include "store/basis.hpp"
#include "store/changes.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::size_t tail_block = 16 * 1024;
// Beyond that a new snapshot costs less than reading the same lines every day.
constexpr std::uint64_t most_new_lines = 4096;

bool lay_over(const Workspace& workspace, const Changes& changes, Overlay& overlay,
              std::vector<std::string>& torn) {
  for (const Tail& tail : changes.tails) {
    LedgerStream stream(tail.name, workspace.organisation().id, tail_block);
    const auto opened = open_tail(stream, workspace.root(), tail);
    if (!opened || !*opened) return false;
    while (stream.next()) overlay.take(stream.line(), stream.tail());
    const auto read = stream.finish();
    if (!read) return false;
    if (read->bytes != read->whole_bytes) torn.push_back(tail.name);
  }
  return overlay.finish() && overlay.lines() <= most_new_lines;
}

bool is_wanted(const OpenRow& row, const OpenQuestion& question) {
  return row.due <= question.until || (question.submitted && row.status == Status::submitted);
}

tl::unexpected<Failure> lost_snapshot() {
  return fail(Kind::environment, "unreadable-snapshot",
              {"读取 .sihu/snapshot 时出错（磁盘故障？）",
               ".sihu/snapshot can't be read any more (a fault of the disk?)"},
              {"再运行一次，或加 --no-cache", "run it again, or with --no-cache"});
}

}  // namespace

Result<Current> Current::read(const Workspace& workspace, const OpenQuestion& question,
                              bool use_snapshot) {
  if (use_snapshot)
    if (auto current = from_snapshot(workspace, question)) return std::move(*current);
  return from_files(workspace, question, use_snapshot);
}

std::optional<Current> Current::from_snapshot(const Workspace& workspace,
                                              const OpenQuestion& question) {
  auto opened = SnapshotFile::open(workspace.root());
  if (!opened || opened->head().basis != basis_of(workspace)) return std::nullopt;
  const auto marks = mark_files(workspace.root());
  if (!marks) return std::nullopt;
  auto changes = changes_since(opened->head().files, *marks);
  if (!changes || changes->bytes > most_new_bytes) return std::nullopt;

  Current current;
  current.snapshot_ = std::make_unique<SnapshotFile>(std::move(*opened));
  SnapshotFile& snapshot = *current.snapshot_;
  current.overlay_ = std::make_unique<Overlay>(
      workspace.zone(), [&snapshot](std::string_view id) { return snapshot.find(id); },
      snapshot.head().serials, snapshot.head().redactions,
      [&snapshot](const auto& faults) { return snapshot.may_have(faults); });
  Overlay& overlay = *current.overlay_;
  if (!lay_over(workspace, *changes, overlay, changes->torn)) return std::nullopt;

  // Looked through before anything is answered: what is damaged is folded again.
  if (!snapshot.each_row_due_until(question.until, [](const OpenRow&) {})) return std::nullopt;
  current.question_ = question;
  if (question.submitted) {
    const auto submitted = snapshot.submitted_rows();
    if (!submitted) return std::nullopt;
    for (const OpenRow& row : *submitted)
      if (row.due > question.until && !overlay.is_changed(row.id)) current.others_.push_back(row);
  }
  for (const std::uint32_t start : overlay.rows().starts) {
    const OpenRow row = read_open_row(overlay.rows().bytes.data() + start);
    if (is_wanted(row, question)) current.others_.push_back(row);
  }
  std::ranges::sort(current.others_, more_urgent);

  current.counts_ = snapshot.head().counts;
  current.again_ = snapshot.head().again;
  for (const auto& [branch, changed] : overlay.counts())
    for (std::size_t status = 0; status < changed.size(); ++status)
      current.counts_[branch][status] += static_cast<std::uint32_t>(changed[status]);
  current.lines_per_day_ = snapshot.head().lines_per_day;
  for (const auto& [day, count] : overlay.lines_per_day()) current.lines_per_day_[day] += count;
  current.duplicates_ = snapshot.head().duplicates;
  for (const std::string& name : changes->torn)
    std::ranges::move(tail_notes(workspace, name), std::back_inserter(current.notes_));
  if (snapshot.is_damaged()) return std::nullopt;
  return current;
}

Result<Current> Current::from_files(const Workspace& workspace, const OpenQuestion& question,
                                    bool use_snapshot) {
  // Looked at before they are read: what grows meanwhile is new next time.
  auto marks = use_snapshot ? mark_files(workspace.root()) : Result<std::vector<FileMark>>{};
  if (!marks) return tl::unexpected(marks.error());
  auto folded = fold_ledger(
      workspace,
      [&](Status status, Date due, std::optional<Date>) {
        return use_snapshot || due <= question.until ||
               (question.submitted && status == Status::submitted);
      },
      use_snapshot);
  if (!folded) return tl::unexpected(folded.error());
  Current current;
  current.folded_ = std::make_unique<OpenRows>(std::move(folded->open));
  current.question_ = question;
  if (use_snapshot) {
    std::map<std::string_view, const ScannedFile*> scanned;
    for (const ScannedFile& file : folded->files) scanned[file.name] = &file;
    for (FileMark& mark : *marks) {
      const auto found = scanned.find(mark.name);
      if (found == scanned.end()) continue;
      mark.whole_bytes = found->second->whole_bytes;
      mark.last_check = found->second->last_check;
    }
    save_snapshot(workspace.root(),
                  write_snapshot({basis_of(workspace), std::move(*marks), folded->counts,
                                  folded->again, folded->lines_per_day, folded->serials,
                                  folded->duplicates, folded->redactions},
                                 *current.folded_, folded->faults));
  }
  current.counts_ = std::move(folded->counts);
  current.again_ = std::move(folded->again);
  current.lines_per_day_ = std::move(folded->lines_per_day);
  current.duplicates_ = std::move(folded->duplicates);
  current.notes_ = std::move(folded->notes);
  return current;
}

Result<void> Current::each_row(const std::function<void(const OpenRow&)>& visit) const {
  auto other = others_.begin();
  const auto show = [&](const OpenRow& row) {
    if (overlay_ && overlay_->is_changed(row.id)) return;
    for (; other != others_.end() && more_urgent(*other, row); ++other) visit(*other);
    visit(row);
  };
  if (snapshot_ && !snapshot_->each_row_due_until(question_.until, show)) return lost_snapshot();
  if (folded_)
    for (const std::uint32_t start : folded_->starts) {
      const OpenRow row = read_open_row(folded_->bytes.data() + start);
      if (is_wanted(row, question_)) show(row);
    }
  std::for_each(other, others_.end(), visit);
  return {};
}

std::uint64_t Current::lines_later_than(Date today) const {
  std::uint64_t later = 0;
  for (const auto& [day, count] : lines_per_day_)
    if (date_of(day) > today) later += count;
  return later;
}

}  // namespace sihu
