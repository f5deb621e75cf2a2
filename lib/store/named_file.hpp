#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace sihu {

/// A file for a library that writes to files by name, gone with this value: in memory alone where
/// the system gives open files names, else (no /proc, as in a bare chroot) in the folder for
/// temporary files, for its owner alone.
class NamedFile {
 public:
  /// `open_files`: where open files have names, by their numbers.
  explicit NamedFile(const std::filesystem::path& open_files = "/proc/self/fd");
  ~NamedFile();
  NamedFile(const NamedFile&) = delete;
  NamedFile& operator=(const NamedFile&) = delete;

  bool is_open() const { return handle_ >= 0; }
  const std::string& name() const { return name_; }
  /// What is in it now; nothing where it can't be read.
  std::optional<std::string> bytes() const;

 private:
  int handle_ = -1;
  std::string name_;
  bool on_disk_ = false;
};

}  // namespace sihu
