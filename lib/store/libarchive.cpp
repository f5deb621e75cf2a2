#include "store/libarchive.hpp"

#include <dlfcn.h>

namespace sihu {
namespace {

// Version 13 of its interface: what Debian's package libarchive13 has, and libarchive 3 anywhere.
constexpr const char* file = "libarchive.so.13";

class Loader {
 public:
  explicit Loader(void* library) : library_(library) {}

  template <class Function>
  void get(Function& function, const char* name) {
    function = reinterpret_cast<Function>(::dlsym(library_, name));
    complete = complete && function != nullptr;
  }
  bool complete = true;

 private:
  void* library_;
};

bool load(Libarchive& all) {
  void* const library = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (!library) return false;
  Loader loader(library);
  loader.get(all.read_new, "archive_read_new");
  loader.get(all.read_free, "archive_read_free");
  loader.get(all.read_support_filter_gzip, "archive_read_support_filter_gzip");
  loader.get(all.read_support_format_tar, "archive_read_support_format_tar");
  loader.get(all.read_support_format_zip, "archive_read_support_format_zip");
  loader.get(all.read_open_fd, "archive_read_open_fd");
  loader.get(all.read_next_header, "archive_read_next_header");
  loader.get(all.read_data, "archive_read_data");
  loader.get(all.filter_bytes, "archive_filter_bytes");
  loader.get(all.error_string, "archive_error_string");
  loader.get(all.entry_pathname, "archive_entry_pathname");
  loader.get(all.entry_pathname_utf8, "archive_entry_pathname_utf8");
  loader.get(all.entry_filetype, "archive_entry_filetype");
  loader.get(all.entry_hardlink, "archive_entry_hardlink");
  loader.get(all.entry_symlink, "archive_entry_symlink");
  return loader.complete;
}

}  // namespace

const Libarchive* libarchive() {
  static Libarchive all;
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

}  // namespace sihu
