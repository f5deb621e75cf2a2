#include "store/verify_evidence.hpp"

#include "store/evidence.hpp"
#include "store/files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_digits = 64;
constexpr std::size_t most_named = 3;

// What lines refer to, and which lines: entries of the ledger.
using References = std::map<std::string, std::vector<const Entry*>, std::less<>>;

void add_names(std::string_view names, const Entry& entry, References& references) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(';'));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (!name.empty()) references[std::string(name)].push_back(&entry);
  }
}

// The first lines as `file:line`, and how many more.
std::string say_lines(const Ledger& ledger, const std::vector<const Entry*>& entries) {
  std::string text;
  for (std::size_t i = 0; i < std::min(entries.size(), most_named); ++i)
    text += (i ? ", " : "") + to_string(ledger.place(*entries[i]));
  if (entries.size() > most_named) text += fmt::format(" (+{})", entries.size() - most_named);
  return text;
}

std::string without_ending(std::string_view name) {
  return std::string(name.substr(0, name.find('.')));
}

// Names of evidence by their digests: the same bytes may be kept under two endings.
std::vector<std::string> evidence_names(const fs::path& root, Verification& found) {
  const auto folder = path_inside(root, "evidence");
  const auto names = folder ? list_folder(*folder)
                            : Result<std::vector<std::string>>(tl::unexpected(folder.error()));
  if (names) return *names;
  std::ranges::copy(names.error().faults, std::back_inserter(found.unreadable));
  return {};
}

void compare_bytes(const fs::path& root, const std::string& name, const Ledger& ledger,
                   const References& references, Verification& found) {
  ++found.evidence;
  const auto bytes = read_evidence(root, name);
  if (bytes) return;
  auto& into = bytes.error().kind == Kind::environment ? found.unreadable : found.faults;
  for (Fault fault : bytes.error().faults) {
    const auto lines = references.find(name);
    if (lines != references.end())
      fault.what = phrase(Text{"{0}；引用它的行：{1}", "{0}; referred to by {1}"}, fault.what,
                          say_lines(ledger, lines->second));
    into.push_back(std::move(fault));
  }
}

void miss(const std::string& what, std::string fault, const Ledger& ledger,
          const std::vector<const Entry*>& entries, Verification& found) {
  found.faults.push_back(
      Fault{.place = ledger.place(*entries.front()),
            .name = std::move(fault),
            .what = phrase(Text{"缺少 {0}；引用它的行：{1}", "{0} is missing; referred to by {1}"},
                           what, say_lines(ledger, entries))});
}

}  // namespace

void check_evidence(const fs::path& root, const Ledger& ledger, Verification& found) {
  References files;
  References documents;
  for (const Entry& entry : ledger.entries) {
    add_names(entry.event.get("evidence"), entry, files);
    add_names(entry.event.get("doc"), entry, documents);
    add_names(entry.event.get("org"), entry, documents);
  }
  const std::vector<std::string> there = evidence_names(root, found);
  for (const std::string& name : there)
    if (without_ending(name).size() == digest_digits)
      compare_bytes(root, name, ledger, files, found);
  for (const auto& [name, entries] : files)
    if (!std::ranges::binary_search(there, name))
      miss("evidence/" + name, "evidence-missing", ledger, entries, found);
  for (const auto& [digest, entries] : documents) {
    const auto first = std::ranges::lower_bound(there, digest);
    if (first == there.end() || !first->starts_with(digest))
      miss("evidence/" + digest + "….yaml", "document-missing", ledger, entries, found);
  }
}

}  // namespace sihu
