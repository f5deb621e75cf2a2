#include "store/forget_evidence.hpp"

#include "problem/state.hpp"
#include "store/files.hpp"
#include "store/lock.hpp"
#include "store/system_error.hpp"
#include "wording/nearest.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <set>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fewest_digits = 6;
constexpr std::size_t most_candidates = 8;

std::string_view digest_of(std::string_view name) {
  return name.substr(0, name.find('.'));
}

std::string_view ending_of(std::string_view name) {
  return name.substr(digest_of(name).size());
}

bool is_beginning(std::string_view typed, std::string_view name) {
  return digest_of(name).starts_with(digest_of(typed)) &&
         (ending_of(typed).empty() || ending_of(typed) == ending_of(name));
}

tl::unexpected<Failure> too_short() {
  return fail(Kind::input, "hash-too-short",
              phrase(Text{"至少写出文件名的前 {0} 位", "give at least the first {0} digits"},
                     fewest_digits));
}

tl::unexpected<Failure> unknown(std::string_view typed, const std::vector<std::string>& names) {
  std::vector<std::string> known;
  for (const std::string& name : names) known.push_back(name.substr(0, digest_of(typed).size()));
  const auto near = nearest(digest_of(typed), known);
  return fail(Kind::input, "unknown-evidence",
              phrase(Text{"没有以 {0} 开头的佐证文件", "no evidence begins with {0}"}, typed),
              near ? phrase(Text{"是不是 {0}…？", "did you mean {0}…?"}, *near)
                   : phrase(Text{"`ls evidence` 列出全部", "`ls evidence` lists all of it"}));
}

tl::unexpected<Failure> ambiguous(std::string_view typed, const std::vector<std::string>& found) {
  std::string list;
  for (std::size_t i = 0; i < found.size() && i < most_candidates; ++i)
    list += (i > 0 ? ", " : "") + found[i];
  if (found.size() > most_candidates) list += ", …";
  return fail(Kind::input, "ambiguous-evidence",
              phrase(Text{"{1} 个佐证文件以 {0} 开头：{2}", "{1} files begin with {0}: {2}"}, typed,
                     found.size(), list),
              phrase(Text{"请多写几位", "give more of the name"}));
}

// What is there, what lines refer to, and what was removed: copies elsewhere may have it.
std::vector<std::string> names_known(const std::vector<std::string>& there, const Ledger& ledger,
                                     const std::vector<Removal>& removals) {
  std::set<std::string> names(there.begin(), there.end());
  for (const Entry& entry : ledger.entries)
    for (const std::string& name : split_list(entry.event.get("evidence"))) names.insert(name);
  for (const Removal& removal : removals) names.insert(removal.name);
  return {names.begin(), names.end()};
}

// Under the lock: which evidence is meant, and whether somebody decided so before.
Result<Decision> decide(const Workspace& workspace, const Author& author, std::string_view typed,
                        std::string_view reason, const Ledger& ledger, EvidenceRemoval& outcome) {
  const auto there = list_inside(workspace.root(), "evidence");
  if (!there) return tl::unexpected(there.error());
  const auto removals = fold_removals(ledger, workspace.organisation(), workspace.zone());
  const auto name = find_evidence_name(typed, names_known(*there, ledger, removals));
  if (!name) return tl::unexpected(name.error());
  const Person& person = *workspace.organisation().find_person(author.person);
  const Date today = recording_day(author, workspace);
  auto draft = remove_evidence(*name, reason, ledger, person, today);
  if (!draft) return tl::unexpected(draft.error());
  outcome.removal = {*name, author.person, today, std::string(reason)};
  Decision decision;
  decision.role = RoleName::committee;
  if (const Removal* before = removal_of(removals, *name))
    outcome.removal = *before;
  else
    decision.drafts.push_back(std::move(*draft));
  return decision;
}

}  // namespace

Result<std::string> find_evidence_name(std::string_view typed,
                                       const std::vector<std::string>& names) {
  constexpr std::string_view folder = "evidence/";
  if (typed.starts_with(folder)) typed.remove_prefix(folder.size());
  if (digest_of(typed).size() < fewest_digits) return too_short();
  std::vector<std::string> found;
  std::ranges::copy_if(names, std::back_inserter(found),
                       [&](const std::string& name) { return is_beginning(typed, name); });
  if (found.empty()) return unknown(typed, names);
  // The same bytes under several endings are one.
  const bool one = std::ranges::all_of(
      found, [&](const std::string& name) { return digest_of(name) == digest_of(found.front()); });
  return one ? Result<std::string>(found.front()) : ambiguous(typed, found);
}

Result<std::vector<std::string>> delete_evidence(const fs::path& root, std::string_view name) {
  const auto there = list_inside(root, "evidence");
  if (!there) return tl::unexpected(there.error());
  std::vector<std::string> deleted;
  for (const std::string& file : *there) {
    if (digest_of(file) != digest_of(name)) continue;
    if (::unlink((root / "evidence" / file).c_str()) != 0 && errno != ENOENT)
      return system_failure(
          "cannot-delete",
          phrase(Text{"不能删除 evidence/{0}", "evidence/{0} can't be deleted"}, file), errno);
    deleted.push_back(file);
  }
  if (deleted.empty()) return deleted;
  if (auto flushed = flush_folder(root / "evidence"); !flushed)
    return tl::unexpected(flushed.error());
  return deleted;
}

Result<EvidenceRemoval> forget_evidence(const Workspace& workspace, const Author& author,
                                        std::string_view typed, std::string_view reason) {
  // So that no merge brings meanwhile what is being removed.
  const auto lock_file = path_inside(workspace.root(), ".sihu/lock.merge");
  if (!lock_file) return tl::unexpected(lock_file.error());
  const auto lock = Lock::take(*lock_file);
  if (!lock) return tl::unexpected(lock.error());
  EvidenceRemoval outcome;
  auto receipt = workspace.record(author, [&](const Ledger& ledger) {
    return decide(workspace, author, typed, reason, ledger, outcome);
  });
  if (!receipt) return tl::unexpected(receipt.error());
  outcome.recorded = !receipt->events.empty();
  outcome.notes = std::move(receipt->notes);
  auto deleted = delete_evidence(workspace.root(), outcome.removal.name);
  if (!deleted) return tl::unexpected(deleted.error());
  outcome.deleted = std::move(*deleted);
  return outcome;
}

}  // namespace sihu
