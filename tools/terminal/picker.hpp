#pragma once

#include "tools/terminal/edit.hpp"
#include "tools/terminal/picture.hpp"
#include "wording/text.hpp"

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace sihu {

struct FolderEntry {
  std::string name;  ///< well-formed UTF-8
  bool is_folder = false;
  friend bool operator==(const FolderEntry&, const FolderEntry&) = default;
};

/// What is in a folder that can be chosen or gone into: folders by name, then files, the newest
/// first. Hidden ones are left out; so are names that are no UTF-8.
using ListFolder = std::function<std::vector<FolderEntry>(const std::filesystem::path&)>;
std::vector<FolderEntry> list_to_pick(const std::filesystem::path& folder);

/// Chooses files: a value that knows no terminal, and of the disk what `list` tells.
///
/// Arrows move, Enter goes into a folder or chooses, the blank marks several, typing narrows the
/// list, Backspace or Left goes up, Escape leaves.
class Picker {
 public:
  enum class Outcome { going_on, chosen, left };

  Picker(std::filesystem::path folder, ListFolder list);

  Outcome press(const Key& key);
  /// What was chosen: whole paths.
  const std::vector<std::string>& paths() const { return paths_; }
  const std::filesystem::path& folder() const { return folder_; }

  /// The picker in a window of that size.
  Picture draw(Lang lang, WindowSize size) const;

 private:
  std::vector<const FolderEntry*> shown() const;
  void go_to(const std::filesystem::path& folder);
  void up();
  Outcome enter();
  void mark();
  void move(int by);

  std::filesystem::path folder_;
  ListFolder list_;
  std::vector<FolderEntry> entries_;
  std::size_t at_ = 0;  // among those shown
  LineEdit typed_;
  std::set<std::string> marked_;  // whole paths
  std::vector<std::string> paths_;
};

}  // namespace sihu
