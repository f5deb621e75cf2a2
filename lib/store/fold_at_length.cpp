#include "store/fold_at_length.hpp"

#include "ledger/line.hpp"
#include "problem/twins.hpp"
#include "snapshot/small_line.hpp"
#include "store/ledger_files.hpp"

#include <string_view>
#include <unordered_set>

namespace sihu {
namespace {

constexpr std::size_t block_bytes = 256 * 1024;

}  // namespace

Result<void> set_twins_aside(const Workspace& workspace, const std::vector<ScannedFile>& files,
                             QuickFold& fold) {
  const auto again = fold.faults().named_again();
  if (again.empty()) return {};
  for (const auto& scanned : files) {
    LedgerStream stream(scanned.name, workspace.organisation().id, block_bytes);
    if (auto opened = stream.open(workspace.root()); !opened) return tl::unexpected(opened.error());
    while (stream.next())
      if (is_opening(stream.line()) && again.contains(fault_of(stream.line())))
        fold.set_aside(stream.line().subject);
    if (auto read = stream.finish(); !read) return tl::unexpected(read.error());
  }
  return {};
}

Result<ProblemList> fold_at_length(const Workspace& workspace,
                                   const std::vector<ScannedFile>& files,
                                   const std::set<std::string>& odd, const Redactions& redactions) {
  if (odd.empty()) return ProblemList{};
  const std::unordered_set<std::string_view> wanted(odd.begin(), odd.end());
  std::vector<LedgerFile> gathered;
  for (const auto& scanned : files) {
    LedgerFile file;
    file.name = scanned.name;
    file.header = scanned.header;
    LedgerStream stream(scanned.name, workspace.organisation().id, block_bytes);
    if (auto opened = stream.open(workspace.root()); !opened) return tl::unexpected(opened.error());
    while (stream.next()) {
      const RawLine& raw = stream.line();
      if (!wanted.contains(raw.subject)) continue;
      if (auto event = read_line(raw.whole(), file.name, 0))
        file.events.push_back(std::move(*event));
    }
    if (auto again = stream.finish(); !again) return tl::unexpected(again.error());
    if (!file.events.empty()) gathered.push_back(std::move(file));
  }
  return join_twins(fold_problems(join_ledger(std::move(gathered), redactions),
                                  workspace.organisation(), workspace.zone()));
}

}  // namespace sihu
