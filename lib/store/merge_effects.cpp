#include "store/merge_effects.hpp"

#include "check/settlements.hpp"
#include "problem/twins.hpp"
#include "review/apart.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"
#include "store/mapped.hpp"
#include "store/merge_evidence.hpp"
#include "store/verify_draws.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace sihu {
namespace {

namespace fs = std::filesystem;

// Whether an event applied, under its check and its subject.
using Applied = std::unordered_map<std::string, bool>;

std::string key_of(const Event& event) {
  return event.check + '\t' + event.subject;
}

Applied applied_in(const Ledger& ledger, const ProblemList& list) {
  Applied applied;
  for (const Problem& problem : list.problems)
    for (const HistoryStep& step : problem.history)
      applied[key_of(ledger.entries[step.entry].event)] = step.applied;
  return applied;
}

std::uint64_t stored_bytes(const fs::path& root) {
  std::uint64_t bytes = 0;
  const auto names = ledger_file_names(root);
  if (!names) return bytes;
  for (const std::string& name : *names) {
    std::error_code error;
    const auto size = fs::file_size(root / name, error);
    if (!error) bytes += size;
  }
  return bytes;
}

// Also a fork of old: until a person has withdrawn one of two openings, merging says so again.
bool worth_folding(const std::map<std::string, FileGroup>& groups) {
  return std::ranges::any_of(groups, [](const auto& group) {
    return group.second.changes() || group.second.united.files.size() > 1;
  });
}

// The files as they will be after the merge.
Result<std::vector<LedgerFile>> files_after(std::vector<LedgerFile> files,
                                            const std::map<std::string, FileGroup>& groups) {
  std::erase_if(files, [&](const LedgerFile& file) {
    const auto group = groups.find(plain_ledger_name(file.name));
    return group != groups.end() && group->second.changes();
  });
  for (const auto& [plain, group] : groups) {
    if (!group.changes()) continue;
    for (const Union::Kept& kept : group.united.files) {
      const FileCopy& copy = group.copies[kept.copy];
      const auto map = MappedFile::open(copy.file, copy.shown);
      if (!map) return tl::unexpected(map.error());
      auto file =
          read_ledger_file(map->bytes().substr(0, copy.outline.whole_bytes), kept.name, false);
      if (!file) return tl::unexpected(file.error());
      files.push_back(std::move(*file));
    }
  }
  return files;
}

class Comparison {
 public:
  Comparison(const Workspace& workspace, const std::map<std::string, FileGroup>& groups,
             const std::vector<Arrival>& arrivals, MergeSummary& summary)
      : workspace_(workspace), groups_(groups), arrivals_(arrivals), summary_(summary) {}

  Result<void> compare(std::vector<LedgerFile> files) {
    const Ledger before = join_ledger(files);
    const ProblemList were = fold(before);
    const Applied applied = applied_in(before, were);
    auto after = files_after(std::move(files), groups_);
    if (!after) return tl::unexpected(after.error());
    const Ledger ledger = join_ledger(std::move(*after));
    const ProblemList list = fold(ledger);
    for (const Problem& problem : list.problems) add_problem(problem, ledger, applied);
    for (const OpenedTwice& twice : opened_twice(list)) {
      summary_.opened_twice.push_back(twice.subject);
      summary_.advice.emplace(twice.subject, twice.advice());
    }
    add_found_twice(list, were);
    add_apart(ledger, before, reviews_apart(ledger), reviews_apart(before));
    add_apart(ledger, before, settlements_apart(ledger), settlements_apart(before));
    add_apart(ledger, before, answers_after_sign(ledger, list), answers_after_sign(before));
    add_apart(ledger, before, answers_apart(ledger), answers_apart(before));
    for (Fault& note :
         new_draws_apart(before, ledger, kept_limits(workspace_, arrivals_), workspace_.zone()))
      summary_.notes.push_back(std::move(note));
    const std::size_t waited = were.waiting.size();
    summary_.waiting = list.waiting.size() > waited ? list.waiting.size() - waited : 0;
    return find_missing(ledger);
  }

 private:
  ProblemList fold(const Ledger& ledger) const {
    return fold_problems(ledger, workspace_.organisation(), workspace_.zone());
  }

  void add_problem(const Problem& problem, const Ledger& ledger, const Applied& before) {
    for (const HistoryStep& step : problem.history) {
      const Entry& entry = ledger.entries[step.entry];
      const auto was = before.find(key_of(entry.event));
      if (step.applied || (was != before.end() && !was->second)) continue;
      summary_.lapsed.push_back(
          {ledger.place(entry), entry.event.name, problem.id, step.why_not, was != before.end()});
    }
  }

  // Two problems that one copy had already were said when they came together.
  void add_found_twice(const ProblemList& list, const ProblemList& were) {
    std::map<std::string, std::size_t> known;  // by finding: of which group
    std::size_t number = 0;
    for (const Twins& twins : group_twins(were)) {
      ++number;
      for (const Problem* twin : twins) known[twin->id] = number;
    }
    for (const Twins& twins : group_twins(list))
      for (std::size_t i = 1; i < twins.size(); ++i) {
        const Problem& first = *twins.front();
        const Problem& again = *twins[i];
        const auto one = known.find(first.id);
        const auto other = known.find(again.id);
        const bool is_known =
            one != known.end() && other != known.end() && one->second == other->second;
        if (!is_known && first.subject() != again.subject())
          summary_.found_twice.push_back({first.id, again.id, first.item, closed_as(twins)});
      }
  }

  // The id under which it was closed, where that closes another finding too.
  static std::string closed_as(const Twins& twins) {
    const auto is_closed = [](const Problem* twin) { return twin->status == Status::closed; };
    if (std::ranges::all_of(twins, is_closed) || !as_one_problem(twins).ended()) return {};
    return (*std::ranges::find_if(twins, is_closed))->id;
  }

  // What counted in one copy and does not now that both are here; what was so before is not said.
  template <class Apart>
  void add_apart(const Ledger& ledger, const Ledger& before, const std::vector<Apart>& apart,
                 const std::vector<Apart>& old) {
    if (apart.empty()) return;
    std::set<std::string> known;
    for (const Entry& entry : before.entries) known.insert(key_of(entry.event));
    std::set<std::string> said;
    for (const Apart& one : old) said.insert(key_of(before.entries[one.entry].event));
    for (const Apart& one : apart) {
      const Entry& entry = ledger.entries[one.entry];
      const std::string key = key_of(entry.event);
      if (said.contains(key)) continue;
      summary_.lapsed.push_back({ledger.place(entry), entry.event.name, entry.event.subject,
                                 one.why(ledger), known.contains(key)});
    }
  }

  bool is_in_changed_file(const Ledger& ledger, const Entry& entry) const {
    const auto group = groups_.find(plain_ledger_name(ledger.files[entry.file].name));
    return group != groups_.end() && group->second.changes();
  }

  // Evidence by its name, documents by the first digits of their hash.
  Result<void> find_missing(const Ledger& ledger) {
    std::set<std::string> wanted;
    for (const Entry& entry : ledger.entries) {
      if (!is_in_changed_file(ledger, entry)) continue;
      for (const char* key : {"evidence", "doc", "org"}) add_names(entry.event.get(key), wanted);
    }
    auto there = list_folder(workspace_.root() / "evidence");
    if (!there) return tl::unexpected(there.error());
    there->insert(there->end(), summary_.evidence_brought.begin(), summary_.evidence_brought.end());
    std::ranges::sort(*there);
    std::erase_if(wanted, [&](const std::string& name) {
      const auto found = std::ranges::lower_bound(*there, name);
      return found != there->end() && found->starts_with(name);
    });
    if (wanted.empty()) return {};
    const auto removed = removed_evidence(workspace_, groups_);
    if (!removed) return tl::unexpected(removed.error());
    for (const std::string& name : wanted)
      if (!removed->contains(name.substr(0, name.find('.'))))
        summary_.evidence_missing.push_back("evidence/" + name +
                                            (name.find('.') == std::string::npos ? "*.yaml" : ""));
    return {};
  }

  static void add_names(std::string_view names, std::set<std::string>& wanted) {
    while (!names.empty()) {
      const std::string_view name = names.substr(0, names.find(';'));
      names.remove_prefix(std::min(names.size(), name.size() + 1));
      if (!name.empty()) wanted.emplace(name);
    }
  }

  const Workspace& workspace_;
  const std::map<std::string, FileGroup>& groups_;
  const std::vector<Arrival>& arrivals_;
  MergeSummary& summary_;
};

}  // namespace

Result<void> compare_histories(const Workspace& workspace,
                               const std::map<std::string, FileGroup>& groups,
                               const std::vector<Arrival>& arrivals, std::uint64_t most,
                               MergeSummary& summary) {
  if (!worth_folding(groups)) return {};
  std::uint64_t bytes = stored_bytes(workspace.root());
  for (const auto& [plain, group] : groups) bytes += group.merged.bytes;
  summary.histories_compared = bytes <= most;
  if (!summary.histories_compared) return {};
  auto files = read_ledger_files(workspace.root(), workspace.organisation().id, false);
  if (files) return Comparison(workspace, groups, arrivals, summary).compare(std::move(*files));
  if (files.error().kind == Kind::environment) return tl::unexpected(files.error());
  summary.histories_compared = false;
  for (Fault& fault : files.error().faults) {
    fault.warning = true;
    summary.notes.push_back(std::move(fault));
  }
  return {};
}

}  // namespace sihu
