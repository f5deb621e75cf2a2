#include "store/verify_seals.hpp"

#include "store/ledger_files.hpp"
#include "store/seal_bytes.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

constexpr std::string_view folder = "ledger/";

// Whether a file ends with the line that has this check.
bool ends_with(const Workspace& workspace, const std::string& name, const std::string& check) {
  const auto outline = read_outline(workspace.root() / name, name);
  return outline && outline->last_check == check;
}

// What became of the ledger since a seal. The lines of the seal itself are no change.
SealState state_of(const Seal& seal, const Ledger& lines, const SealedBytes& bytes,
                   const Workspace& workspace) {
  const Entry& entry = lines.entries[seal.entry];
  SealState state;
  state.place = lines.place(entry);
  state.at = entry.event.at;
  state.on = workspace.zone().date_of(entry.event.at);
  state.person = entry.event.person;
  state.fingerprint = seal.fingerprint;
  state.files = seal.files.size();
  std::set<std::string> held;
  const bool own_ended = ends_with(workspace, state.place.file, entry.event.check);
  const std::string own = state.place.file.substr(folder.size());
  for (const SealedFile& file : seal.files) {
    held.insert(file.name);
    const bool gone = !bytes.find(file);
    if (gone && bytes.is_archived(file))
      ++state.archived;
    else if (gone)
      state.intact = false;
    const auto now = bytes.sizes().find(file.name);
    if (now != bytes.sizes().end() && now->second > file.bytes && !(own_ended && file.name == own))
      state.grown.push_back(file.name);
  }
  for (const auto& [name, size] : bytes.sizes())
    if (!held.contains(name) && !(own_ended && name == own)) state.fresh.push_back(name);
  return state;
}

void add(Failure failure, Verification& found) {
  std::ranges::move(failure.faults, std::back_inserter(found.faults_of(failure.kind)));
}

}  // namespace

void check_seals(const Workspace& workspace, Verification& found) {
  const auto lines = read_seal_lines(workspace);
  if (!lines) {  // why is said already, with the file
    found.notes.push_back(
        {.place = {},
         .name = "seals-not-checked",
         .what = phrase(Text{"有台账文件不能读，封签没有核对",
                             "a ledger file can't be read: the seals were not compared"}),
         .warning = true});
    return;
  }
  const SealList list = read_seals(*lines);
  const auto bytes = SealedBytes::compare(workspace, list.seals);
  if (!bytes) return add(bytes.error(), found);
  std::ranges::copy(list.faults, std::back_inserter(found.faults));
  std::ranges::move(bytes->faults(list.seals, *lines), std::back_inserter(found.faults));
  std::ranges::copy(list.notes, std::back_inserter(found.notes));
  for (const Seal& seal : list.seals)
    found.seals.push_back(state_of(seal, *lines, *bytes, workspace));
}

}  // namespace sihu
