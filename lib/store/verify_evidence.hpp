#pragma once

#include "problem/forgetting.hpp"
#include "store/few_lines.hpp"
#include "store/verify.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What lines refer to (`evidence=` names, digests of `org=` and `doc=` documents), and which
/// lines.
using References = std::map<std::string, FewLines, std::less<>>;

/// What lies in `evidence/`, each file compared with the hash in its name.
class EvidenceFolder {
 public:
  explicit EvidenceFolder(const std::filesystem::path& root);

  /// Whether what a line calls `name` is there, and as it was: nothing has to be said of the line.
  bool is_sound(std::string_view name) const;

  /// Says what is changed or missing, with the lines that refer to it; `files` are their names.
  /// What is among `removals` may be missing.
  void report(const References& references, const std::vector<std::string>& files,
              const std::vector<Removal>& removals, Verification& found) const;

  /// Whether it has a file with the hash in `name`, whatever its ending.
  bool has_bytes_of(std::string_view name) const;

 private:
  void compare_bytes(const std::filesystem::path& root, const std::string& name);
  bool is_there(std::string_view name) const;

  std::vector<std::string> there_;  // sorted
  std::size_t compared_ = 0;
  Failure unlisted_;  // why the folder can't be read
  std::vector<std::pair<std::string, Failure>> changed_;
  std::set<std::string, std::less<>> suspect_;  // how lines may refer to those
};

/// Calls `take` for each name in a field that lists them, `;` between.
template <typename Take>
void each_name(std::string_view names, const Take& take) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(';'));
    names.remove_prefix(std::min(names.size(), name.size() + 1));
    if (!name.empty()) take(name);
  }
}

}  // namespace sihu
