#pragma once

#include "wording/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace sihu {

/// A folder of one's own inside the workspace where files are made ready before they get their
/// names: only a whole, flushed file is ever renamed into its place.
///
/// `.sihu/merge/`: emptied when it is made, gone with this value. Whoever makes one holds the lock
/// for it.
class Staging {
 public:
  static Result<Staging> make(const std::filesystem::path& root);
  /// One outside any workspace, for what is only looked at: a new folder for this user alone among
  /// the temporary files.
  static Result<Staging> make_apart();

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const std::filesystem::path& folder() const { return folder_; }

  /// A copy of the first `bytes` bytes of `file`, not flushed yet. Fewer there: it changed
  /// meanwhile, `Kind::environment`.
  Result<std::filesystem::path> copy(const std::filesystem::path& file, std::string_view shown,
                                     std::uint64_t bytes);

 private:
  explicit Staging(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::filesystem::path folder_;
  std::uint64_t count_ = 0;
};

/// Gives `staged` the name `file`, in place of what may be there, whose permissions it takes. Its
/// folder is made when missing, but not flushed.
Result<void> put_in_place(const std::filesystem::path& staged, const std::filesystem::path& file,
                          std::string_view name);

/// Flushes the bytes of files to the disk: of a few each by itself, of many all at once, with
/// whatever else their file system has to write.
Result<void> flush_files(const std::vector<std::filesystem::path>& files);

}  // namespace sihu
