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
  loader.get(all.write_new, "archive_write_new");
  loader.get(all.write_free, "archive_write_free");
  loader.get(all.write_set_format_pax_restricted, "archive_write_set_format_pax_restricted");
  loader.get(all.write_add_filter_gzip, "archive_write_add_filter_gzip");
  loader.get(all.write_set_filter_option, "archive_write_set_filter_option");
  loader.get(all.write_set_bytes_in_last_block, "archive_write_set_bytes_in_last_block");
  loader.get(all.write_open, "archive_write_open");
  loader.get(all.write_header, "archive_write_header");
  loader.get(all.write_data, "archive_write_data");
  loader.get(all.write_close, "archive_write_close");
  loader.get(all.entry_new, "archive_entry_new");
  loader.get(all.entry_free, "archive_entry_free");
  loader.get(all.entry_set_pathname, "archive_entry_set_pathname");
  loader.get(all.entry_set_filetype, "archive_entry_set_filetype");
  loader.get(all.entry_set_perm, "archive_entry_set_perm");
  loader.get(all.entry_set_mtime, "archive_entry_set_mtime");
  loader.get(all.entry_set_size, "archive_entry_set_size");
  return loader.complete;
}

}  // namespace

const Libarchive* libarchive() {
  static Libarchive all;
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

tl::unexpected<Failure> no_libarchive(std::string_view shown) {
  return fail(
      Kind::environment,
      {Fault{Place{std::string(shown)}, "no-libarchive",
             phrase(Text{"读压缩包要有 libarchive，本机没有",
                         "reading an archive takes libarchive, which this machine lacks"}),
             phrase(Text{"装上它（libarchive13），或先自行解开，再合并解开的文件夹",
                         "install it (libarchive13), or unpack the archive yourself and merge "
                         "the folder"})}});
}

}  // namespace sihu
