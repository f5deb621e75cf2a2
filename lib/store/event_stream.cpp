#include "store/event_stream.hpp"

#include "ledger/line.hpp"
#include "review/state.hpp"
#include "store/files_with.hpp"
#include "store/ledger_files.hpp"
#include "store/ledger_merge.hpp"
#include "store/threads.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

// Remembers where a file begins, what files say is hidden, and whether they have sheets to read.
class FirstLine : public LineTaker {
 public:
  void take(const PlainLine& line, std::string_view bytes, std::uint32_t) override {
    if (begins_ == 0) begins_ = instant_key(bytes);
    if (line.name == redaction_event) redactions_.take_decision(line.subject, line.get(role));
    if (line.name != "review.sheet" || has_readable_sheets_) return;
    const auto event = read_line(bytes, "", 0);
    has_readable_sheets_ = event && is_readable_sheet(*event);
  }
  void forget() override { begins_ = 0; }
  std::uint64_t begins() const { return begins_; }
  const Redactions& redactions() const { return redactions_; }
  bool has_readable_sheets() const { return has_readable_sheets_; }

 private:
  static constexpr std::size_t role = rank_of("role");

  std::uint64_t begins_ = 0;
  Redactions redactions_;
  bool has_readable_sheets_ = false;
};

Result<std::vector<std::string>> names_in(const Workspace& workspace) {
  if (!workspace.sealed()) return ledger_file_names(workspace.root());
  std::vector<std::string> names;
  for (const auto& [name, bytes] : workspace.sealed()->files) names.push_back(name);
  return names;
}

// As far as a file is to be read: to where it is sealed, else to its last line that counts.
std::uint64_t bytes_of(const PassedFile& file, const Workspace& workspace) {
  return workspace.sealed() ? workspace.sealed()->files.at(file.name) : file.whole_bytes;
}

}  // namespace

Result<EventStream> EventStream::open(const Workspace& workspace) {
  EventStream stream;
  stream.root_ = workspace.root();
  const auto names = names_in(workspace);
  if (!names) return tl::unexpected(names.error());
  std::vector<std::optional<Result<PassedFile>>> passed(names->size());
  stream.files_.resize(names->size());
  std::vector<FirstLine> takers(threads_for(names->size()));
  share_out(names->size(), takers.size(), [&](std::size_t i, std::size_t thread) {
    takers[thread].forget();
    passed[i] = pass_own_ledger_file(stream.root_, (*names)[i], workspace.organisation().id, false,
                                     takers[thread]);
    if (*passed[i])
      stream.files_[i] = {(*names)[i], bytes_of(**passed[i], workspace), takers[thread].begins()};
  });
  for (const FirstLine& taker : takers) {
    stream.redactions_.add(taker.redactions());
    stream.has_readable_sheets_ = stream.has_readable_sheets_ || taker.has_readable_sheets();
  }
  if (workspace.sealed()) {
    const auto redactions = redactions_now(workspace);
    if (!redactions) return tl::unexpected(redactions.error());
    stream.redactions_.add(*redactions);
  }
  std::vector<Result<PassedFile>> files;
  for (auto& one : passed) files.push_back(std::move(*one));
  auto all = all_or_faults(std::move(files));
  if (!all) return tl::unexpected(std::move(all.error()));
  for (PassedFile& file : *all) std::ranges::move(file.notes, std::back_inserter(stream.notes_));
  std::erase_if(stream.files_, [](const File& file) { return file.begins == 0; });
  std::ranges::sort(stream.files_, std::greater{}, &File::begins);
  return stream;
}

Result<void> EventStream::each(const std::function<bool(const StreamedLine&)>& take) const {
  LedgerMerge merge;
  std::string last;  // the line before, where the next may be the same
  for (auto pending = files_.rbegin(); pending != files_.rend() || !merge.empty();) {
    if (pending != files_.rend() && (merge.empty() || pending->begins <= merge.key())) {
      auto added = merge.add(
          std::make_unique<LineSource>(root_ / pending->name, pending->name, pending->whole_bytes));
      if (!added) return added;
      ++pending;
      continue;
    }
    const LineSource& top = merge.top();
    if (top.line() != last && !take({top.line(), top.name(), top.number()})) return {};
    last = merge.is_tied() ? top.line() : std::string_view{};
    if (auto moved = merge.advance(); !moved) return moved;
  }
  return {};
}

}  // namespace sihu
