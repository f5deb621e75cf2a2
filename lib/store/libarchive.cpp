#include "store/libarchive.hpp"

#ifndef SIHU_STATIC
#include "store/loaded_library.hpp"
#endif

#include <cerrno>

namespace sihu {
namespace {

#ifdef SIHU_STATIC

// A program that is one file carries libarchive with it.
#define SIHU_FUNCTION(name) &::name

struct Library {
  template <class Function>
  void give(Function& to, Function from) {
    to = from;
  }
  bool complete() const { return true; }
};

#else

#define SIHU_FUNCTION(name) #name

// Version 13 of its interface: what Debian's package libarchive13 has, and libarchive 3 anywhere.
struct Library : LoadedLibrary {
  Library() : LoadedLibrary("libarchive.so.13") {}
};

#endif

bool load(Libarchive& all) {
  Library found;
  found.give(all.read_new, SIHU_FUNCTION(archive_read_new));
  found.give(all.read_free, SIHU_FUNCTION(archive_read_free));
  found.give(all.read_support_filter_gzip, SIHU_FUNCTION(archive_read_support_filter_gzip));
  found.give(all.read_support_format_tar, SIHU_FUNCTION(archive_read_support_format_tar));
  found.give(all.read_support_format_zip, SIHU_FUNCTION(archive_read_support_format_zip));
  found.give(all.read_open_fd, SIHU_FUNCTION(archive_read_open_fd));
  found.give(all.read_open_memory, SIHU_FUNCTION(archive_read_open_memory));
  found.give(all.read_next_header, SIHU_FUNCTION(archive_read_next_header));
  found.give(all.read_data, SIHU_FUNCTION(archive_read_data));
  found.give(all.filter_bytes, SIHU_FUNCTION(archive_filter_bytes));
  found.give(all.error_string, SIHU_FUNCTION(archive_error_string));
  found.give(all.error_number, SIHU_FUNCTION(archive_errno));
  found.give(all.entry_pathname, SIHU_FUNCTION(archive_entry_pathname));
  found.give(all.entry_pathname_utf8, SIHU_FUNCTION(archive_entry_pathname_utf8));
  found.give(all.entry_filetype, SIHU_FUNCTION(archive_entry_filetype));
  found.give(all.entry_hardlink, SIHU_FUNCTION(archive_entry_hardlink));
  found.give(all.entry_symlink, SIHU_FUNCTION(archive_entry_symlink));
  found.give(all.write_new, SIHU_FUNCTION(archive_write_new));
  found.give(all.write_free, SIHU_FUNCTION(archive_write_free));
  found.give(all.write_set_format_pax_restricted,
             SIHU_FUNCTION(archive_write_set_format_pax_restricted));
  found.give(all.write_add_filter_gzip, SIHU_FUNCTION(archive_write_add_filter_gzip));
  found.give(all.write_set_filter_option, SIHU_FUNCTION(archive_write_set_filter_option));
  found.give(all.write_set_bytes_in_last_block,
             SIHU_FUNCTION(archive_write_set_bytes_in_last_block));
  found.give(all.write_open, SIHU_FUNCTION(archive_write_open));
  found.give(all.write_header, SIHU_FUNCTION(archive_write_header));
  found.give(all.write_data, SIHU_FUNCTION(archive_write_data));
  found.give(all.write_close, SIHU_FUNCTION(archive_write_close));
  found.give(all.entry_new, SIHU_FUNCTION(archive_entry_new));
  found.give(all.entry_free, SIHU_FUNCTION(archive_entry_free));
  found.give(all.entry_set_pathname, SIHU_FUNCTION(archive_entry_set_pathname));
  found.give(all.entry_set_filetype, SIHU_FUNCTION(archive_entry_set_filetype));
  found.give(all.entry_set_perm, SIHU_FUNCTION(archive_entry_set_perm));
  found.give(all.entry_set_mtime, SIHU_FUNCTION(archive_entry_set_mtime));
  found.give(all.entry_set_size, SIHU_FUNCTION(archive_entry_set_size));
  return found.complete();
}

#undef SIHU_FUNCTION

}  // namespace

const Libarchive* libarchive() {
  static Libarchive all;
  static const bool loaded = load(all);
  return loaded ? &all : nullptr;
}

// libarchive says EILSEQ of a bad format, EINVAL of a wrong call and -1 of anything else.
bool is_of_system(int archive_error) {
  return archive_error > 0 && archive_error != EILSEQ && archive_error != EINVAL;
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
