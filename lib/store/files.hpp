#pragma once

#include "wording/result.hpp"

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// An open file descriptor; closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

 private:
  int number_;
};

/// A regular file, open for reading, and its size. Never waits: a pipe under a file's name is
/// refused, not read for ever. `Kind::environment`.
Result<Descriptor> open_regular(const std::filesystem::path& file, std::string_view name,
                                std::uint64_t& size);

/// Writes all of `bytes`, or gives false and leaves why in `errno`.
bool write_all(int descriptor, std::string_view bytes);

/// Reads `size` bytes from `offset` on, fewer only at the end of the file; -1 leaves why in
/// `errno`.
ssize_t read_piece(int descriptor, char* into, std::size_t size, std::uint64_t offset);

/// What lies under that name, links followed; `not_found` when nothing does. What keeps it from
/// being looked at is `Kind::environment`: a folder that can't be looked at is not an absent one.
Result<std::filesystem::file_type> look_at(const std::filesystem::path& file,
                                           std::string_view name);

/// A regular file, open for reading; `Kind::environment` if it is none or cannot be opened.
Result<Descriptor> open_file(const std::filesystem::path& file, std::string_view name);

/// The whole of a regular file. `name` is how messages call it. More than `most` bytes:
/// `Kind::input`; everything else that goes wrong: `Kind::environment`.
Result<std::string> read_file(const std::filesystem::path& file, std::string_view name,
                              std::uint64_t most = UINT64_MAX);

/// The same into `buffer`, which only grows, so that it can serve many files; the bytes lie at its
/// beginning.
Result<std::string_view> read_file_into(std::string& buffer, const std::filesystem::path& file,
                                        std::string_view name, std::uint64_t most = UINT64_MAX);

/// Makes `file` hold `bytes`, or leaves it as it was: written beside it, flushed, renamed, folder
/// flushed. Permissions follow the umask.
Result<void> write_file_atomically(const std::filesystem::path& file, std::string_view bytes,
                                   std::string_view name);

/// The same for a file that must be new, whoever else makes one at the same time: false, and
/// nothing is changed, when there is one.
Result<bool> create_file_atomically(const std::filesystem::path& file, std::string_view bytes,
                                    std::string_view name);

/// The same for a file that nobody but its owner may read, from the first byte on.
Result<bool> create_private_file(const std::filesystem::path& file, std::string_view bytes,
                                 std::string_view name);

/// The same as `write_file_atomically` without flushing, for what can be made again: after a crash
/// of the machine it may be anything. False if it could not be written.
bool replace_cache_file(const std::filesystem::path& file, std::string_view bytes);

/// Takes the next bytes; false: they can't be written, more are of no use.
using Sink = std::function<bool(std::string_view)>;
/// Gives bytes to a sink, block by block.
using Produce = std::function<Result<void>(const Sink&)>;

/// The same for bytes that are too many to be held at once. When `produce` fails, the file stays as
/// it was.
Result<void> write_file_atomically(const std::filesystem::path& file, const Produce& produce,
                                   std::string_view name);

/// Makes `folder` and what it lies in, as far as they are missing, and flushes the folders that
/// gained an entry.
Result<void> make_folders(const std::filesystem::path& folder);

/// Flushes the entries of a folder to the disk.
Result<void> flush_folder(const std::filesystem::path& folder);

/// The names in `folder` that end in `ending`, sorted by bytes, hidden ones left out. A folder that
/// is not there is empty.
Result<std::vector<std::string>> list_folder(const std::filesystem::path& folder,
                                             std::string_view ending = "");

/// `relative` below `root`, or a fault `leaves-workspace` (`Kind::input`) when it is absolute,
/// climbs out with `..`, or a symbolic link on its way leads out. It need not exist.
Result<std::filesystem::path> path_inside(const std::filesystem::path& root,
                                          const std::filesystem::path& relative);

/// `list_folder` of a folder inside `root`; one that a link leads out of it is `leaves-workspace`.
Result<std::vector<std::string>> list_inside(const std::filesystem::path& root,
                                             const std::filesystem::path& relative,
                                             std::string_view ending = "");

/// `path_inside` for a file in a folder of which that is known: only a link is followed.
Result<std::filesystem::path> plain_path_inside(const std::filesystem::path& root,
                                                const std::filesystem::path& relative);

}  // namespace sihu
