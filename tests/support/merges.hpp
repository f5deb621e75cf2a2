#pragma once

#include "store/merge.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sihu::test {

/// The text of a ledger file with one event for each word, which stands under `key`.
inline std::string words_file(const std::vector<std::string>& words,
                              const std::string& device = "k7m2qx",
                              const std::string& event = "problem.note",
                              const std::string& subject = "x", const std::string& key = "note") {
  std::vector<Event> events;
  for (const std::string& word : words) {
    events.push_back(
        an_event(noon(static_cast<std::int64_t>(events.size())), subject, {{key, word}}));
    events.back().name = event;
  }
  return file_text(a_header(device), events);
}

/// A workspace to merge into, and a place for what arrives.
struct MergeDesk {
  TemporaryFolder folder;
  std::filesystem::path here = folder.path() / "here";
  std::filesystem::path stick = folder.path() / "U 盘";
  Workspace workspace = make_workspace(here);

  MergeDesk() { std::filesystem::create_directories(stick / "ledger"); }

  Result<MergeSummary> merge(std::vector<std::string> names = {"U 盘"}, bool dry_run = false,
                             std::uint64_t most_folded = most_folded_bytes) const {
    MergeRequest request;
    for (const std::string& name : names) request.sources.push_back({folder.path() / name, name});
    request.dry_run = dry_run;
    request.most_folded = most_folded;
    return merge_into(workspace, request);
  }

  std::map<std::string, std::string> ledger() const {
    std::map<std::string, std::string> files;
    for (const auto& [name, text] : snapshot(here))
      if (name.starts_with("ledger/")) files[name] = text;
    return files;
  }
};

/// The names of its faults.
inline std::vector<std::string> merge_faults(const Result<MergeSummary>& result) {
  std::vector<std::string> names;
  if (!result)
    for (const Fault& fault : result.error().faults) names.push_back(fault.name);
  return names;
}

}  // namespace sihu::test
