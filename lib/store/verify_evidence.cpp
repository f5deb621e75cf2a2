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
constexpr std::size_t short_digits = 16;  // as `org=` and `doc=` have them
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

// What lies in `evidence/`, sorted.
std::vector<std::string> evidence_names(const fs::path& root, Verification& found) {
  const auto names = list_inside(root, "evidence");
  if (names) return *names;
  std::ranges::copy(names.error().faults, std::back_inserter(found.faults_of(names.error().kind)));
  return {};
}

// The lines that refer to a file: by its name, or as a document by the first digits of its hash.
std::vector<const Entry*> lines_about(const std::string& name, const References& references) {
  std::vector<const Entry*> lines;
  for (const std::string& key : {name, name.substr(0, short_digits)})
    if (const auto found = references.find(key); found != references.end())
      lines.insert(lines.end(), found->second.begin(), found->second.end());
  return lines;
}

void compare_bytes(const fs::path& root, const std::string& name, const Ledger& ledger,
                   const References& references, Verification& found) {
  ++found.evidence;
  const auto bytes = read_evidence(root, name);
  if (bytes) return;
  const std::vector<const Entry*> lines = lines_about(name, references);
  auto& into = found.faults_of(bytes.error().kind);
  for (Fault fault : bytes.error().faults) {
    if (!lines.empty())
      fault.what = phrase(Text{"{0}；引用它的行：{1}", "{0}; referred to by {1}"}, fault.what,
                          say_lines(ledger, lines));
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
  References references;
  for (const Entry& entry : ledger.entries)
    for (const char* key : {"evidence", "doc", "org"})
      add_names(entry.event.get(key), entry, references);
  const std::vector<std::string> there = evidence_names(root, found);
  for (const std::string& name : there)
    if (without_ending(name).size() == digest_digits)
      compare_bytes(root, name, ledger, references, found);
  for (const auto& [name, entries] : references) {
    const bool document = name.find('.') == std::string::npos;
    const auto first = std::ranges::lower_bound(there, name);
    if (first != there.end() && (document ? first->starts_with(name) : *first == name)) continue;
    miss("evidence/" + name + (document ? "*.yaml" : ""),
         document ? "document-missing" : "evidence-missing", ledger, entries, found);
  }
}

}  // namespace sihu
