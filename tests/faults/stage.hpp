#pragma once

#include "faults/process.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sihu::test {

using Files = std::map<std::string, std::string>;  ///< name below a folder -> its bytes

/// Every file below `folder`, and the folders.
Files files_below(const std::filesystem::path& folder);

/// The files that hold something: not `.sihu/`, nor what a killed program leaves beside a file.
Files lasting(const Files& files);

/// What a command leaves when it does not clean up behind itself.
std::vector<std::string> litter(const Files& files);

/// A text that two stages share when nothing about them matters to a later command: process ids,
/// places in memory and times are left out.
std::string likeness(const Files& files);

/// A folder, in memory where the machine can, with a workspace `w` in it and whatever else a story
/// needs; made anew as often as it is wanted.
class Stage {
 public:
  using Furnish = std::function<void(const Stage&)>;

  explicit Stage(Furnish furnish);
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void renew() const;
  const std::filesystem::path& path() const { return path_; }
  Files files() const { return files_below(path_); }

  /// `sihu` with these words, in this folder; `more` is added to its environment.
  Order order(const std::vector<std::string>& words,
              const std::map<std::string, std::string>& more = {}) const;
  /// `input` is what it reads.
  Outcome sihu(const std::vector<std::string>& words,
               const std::map<std::string, std::string>& more = {},
               const std::string& input = {}) const {
    Order all = order(words, more);
    all.input = input;
    return run(all);
  }

 private:
  Furnish furnish_;
  std::filesystem::path path_;
};

/// Copies `tests/cli/fixture/<name>` to `to`.
void copy_fixture(const std::string& name, const std::filesystem::path& to);

}  // namespace sihu::test
