#include "store/verify_evidence.hpp"

#include "store/evidence.hpp"
#include "store/files.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digest_digits = 64;
constexpr std::size_t short_digits = 16;  // as `org=` and `doc=` have them

bool is_document(std::string_view name) {
  return name.find('.') == std::string_view::npos;
}

Place place_of(const PlacedLine& line, const std::vector<std::string>& files) {
  return Place{files[line.file], static_cast<int>(line.number), 0};
}

// The first lines as `file:line`, and how many more.
std::string say_lines(const std::vector<const FewLines*>& lists,
                      const std::vector<std::string>& files) {
  std::string text;
  std::size_t count = 0;
  std::size_t named = 0;
  for (const FewLines* list : lists) {
    count += list->count();
    for (const PlacedLine& line : list->first()) {
      if (named == FewLines::most_named) break;
      text += (named++ > 0 ? ", " : "") + to_string(place_of(line, files));
    }
  }
  if (count > named) text += fmt::format(" (+{})", count - named);
  return text;
}

// The lines that refer to a file: by its name, or as a document by the first digits of its hash.
std::vector<const FewLines*> lines_about(const std::string& name, const References& references) {
  std::vector<const FewLines*> lines;
  for (const std::string& key : {name, name.substr(0, short_digits)})
    if (const auto found = references.find(key); found != references.end())
      lines.push_back(&found->second);
  return lines;
}

Fault missing(const std::string& name, const FewLines& lines,
              const std::vector<std::string>& files) {
  const bool document = is_document(name);
  return {
      .place = place_of(lines.first().front(), files),
      .name = document ? "document-missing" : "evidence-missing",
      .what = phrase(Text{"缺少 {0}；引用它的行：{1}", "{0} is missing; referred to by {1}"},
                     "evidence/" + name + (document ? "*.yaml" : ""), say_lines({&lines}, files))};
}

}  // namespace

EvidenceFolder::EvidenceFolder(const fs::path& root) {
  auto names = list_inside(root, "evidence");
  if (!names) {
    unlisted_ = std::move(names.error());
    return;
  }
  there_ = std::move(*names);
  for (const std::string& name : there_)
    if (name.substr(0, name.find('.')).size() == digest_digits) compare_bytes(root, name);
}

void EvidenceFolder::compare_bytes(const fs::path& root, const std::string& name) {
  ++compared_;
  auto bytes = read_evidence(root, name);
  if (bytes) return;
  changed_.emplace_back(name, std::move(bytes.error()));
  suspect_.insert(name);
  suspect_.insert(name.substr(0, short_digits));
}

bool EvidenceFolder::is_there(std::string_view name) const {
  const auto first = std::ranges::lower_bound(there_, name);
  return first != there_.end() && (is_document(name) ? first->starts_with(name) : *first == name);
}

bool EvidenceFolder::has_bytes_of(std::string_view name) const {
  const std::string_view digest = name.substr(0, name.find('.'));
  const auto first = std::ranges::lower_bound(there_, digest);
  return first != there_.end() && std::string_view(*first).substr(0, first->find('.')) == digest;
}

bool EvidenceFolder::is_sound(std::string_view name) const {
  return is_there(name) && !suspect_.contains(name);
}

void EvidenceFolder::report(const References& references, const std::vector<std::string>& files,
                            const std::vector<Removal>& removals, Verification& found) const {
  found.evidence += compared_;
  std::ranges::copy(unlisted_.faults, std::back_inserter(found.faults_of(unlisted_.kind)));
  for (const auto& [name, failure] : changed_) {
    const std::vector<const FewLines*> lines = lines_about(name, references);
    auto& into = found.faults_of(failure.kind);
    for (Fault fault : failure.faults) {
      if (!lines.empty())
        fault.what = phrase(Text{"{0}；引用它的行：{1}", "{0}; referred to by {1}"}, fault.what,
                            say_lines(lines, files));
      into.push_back(std::move(fault));
    }
  }
  for (const auto& [name, lines] : references)
    if (!is_there(name) && !removal_of(removals, name))
      found.faults.push_back(missing(name, lines, files));
}

}  // namespace sihu
