#pragma once

#include "store/lock.hpp"
#include "wording/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace sihu {

/// A folder of one's own inside the workspace where files are made ready before they get their
/// names: only a whole, flushed file is ever renamed into its place.
///
/// `.sihu/merge/`: emptied when it is made, gone with this value, one at a time: it comes with the
/// lock for it.
class Staging {
 public:
  static Result<Staging> make(const std::filesystem::path& root);
  /// For what is only looked at, the same; where nothing may be written it is a new folder among
  /// the temporary files instead, for this user alone.
  static Result<Staging> make_to_look(const std::filesystem::path& root);

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const std::filesystem::path& folder() const { return folder_; }

  /// A copy of the first `bytes` bytes of `file`, not flushed yet. Fewer there: it changed
  /// meanwhile, `Kind::environment`.
  Result<std::filesystem::path> copy(const std::filesystem::path& file, std::string_view shown,
                                     std::uint64_t bytes);

 private:
  Staging(std::filesystem::path folder, std::optional<Lock> lock)
      : lock_(std::move(lock)), folder_(std::move(folder)) {}

  std::optional<Lock> lock_;  // none is needed for a folder that nobody else knows
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
