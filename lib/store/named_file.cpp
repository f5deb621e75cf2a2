#include "store/named_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sihu {

namespace fs = std::filesystem;

NamedFile::NamedFile(const fs::path& open_files) {
  handle_ = ::memfd_create("sihu", MFD_CLOEXEC);
  name_ = (open_files / std::to_string(handle_)).string();
  if (handle_ >= 0 && ::access(name_.c_str(), W_OK) == 0) return;
  if (handle_ >= 0) ::close(handle_);
  std::error_code no_folder;  // $TMPDIR may name what is none
  const fs::path folder = fs::temp_directory_path(no_folder);
  // mkostemp puts letters in the place of the six X.
  name_ = (no_folder ? "/tmp" : folder.string()) + "/sihu.XXXXXX";
  handle_ = ::mkostemp(name_.data(), O_CLOEXEC);
  on_disk_ = handle_ >= 0;
}

NamedFile::~NamedFile() {
  if (handle_ >= 0) ::close(handle_);
  if (on_disk_) ::unlink(name_.c_str());
}

std::optional<std::string> NamedFile::bytes() const {
  struct stat info {};
  if (::fstat(handle_, &info) != 0) return std::nullopt;
  std::string all(static_cast<std::size_t>(info.st_size), '\0');
  std::size_t done = 0;
  while (done < all.size()) {
    const ssize_t got =
        ::pread(handle_, all.data() + done, all.size() - done, static_cast<off_t>(done));
    if (got <= 0) return std::nullopt;
    done += static_cast<std::size_t>(got);
  }
  return all;
}

}  // namespace sihu
