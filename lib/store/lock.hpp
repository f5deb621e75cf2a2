#pragma once

#include "store/files.hpp"

#include <chrono>
#include <filesystem>

namespace sihu {

/// How long a command waits for another one that records.
inline constexpr std::chrono::milliseconds lock_patience{10000};

/// The right to write as one device, held by one process on this machine at a time.
///
/// It is an open-file-description lock (`fcntl`) on a small file of its own, `.sihu/lock.<device>`:
/// the kernel lets go of it when its holder dies, and nothing is left to clean up. The file names
/// the holder (process and machine) for whoever waits in vain; its content is never believed
/// otherwise. If somebody deletes the file meanwhile, appending notices that the ledger file grew
/// and stops.
class Lock {
 public:
  /// Waits at most `patience`, then fails with `Kind::environment`, naming the holder. Makes the
  /// file and its folder when missing.
  static Result<Lock> take(const std::filesystem::path& file,
                           std::chrono::milliseconds patience = lock_patience);

  Lock(Lock&&) noexcept = default;
  Lock& operator=(Lock&&) noexcept = default;
  ~Lock();

 private:
  static Lock hold(Descriptor descriptor);
  explicit Lock(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  Descriptor descriptor_;
};

/// Takes the open-file-description lock of a whole file without waiting, or gives false and leaves
/// why in `errno`: EAGAIN or EACCES when somebody else has it.
bool try_lock(int descriptor);

}  // namespace sihu
