#include "store/archive_pack.hpp"

#include "store/archive.hpp"
#include "store/files.hpp"
#include "store/libarchive.hpp"
#include "store/mapped.hpp"
#include "store/system_error.hpp"

#include <algorithm>
#include <cerrno>
#include <map>
#include <memory>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct FreeWriter {
  void operator()(archive* writer) const { libarchive()->write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { libarchive()->entry_free(entry); }
};
using ArchiveWriter = std::unique_ptr<archive, FreeWriter>;

la_ssize_t give(archive*, void* sink, const void* bytes, std::size_t size) {
  const auto& take = *static_cast<const Sink*>(sink);
  return take({static_cast<const char*>(bytes), size}) ? static_cast<la_ssize_t>(size) : -1;
}

tl::unexpected<Failure> cannot_pack(std::string_view shown) {
  return system_failure("cannot-write", phrase(Text{"无法写 {0}", "cannot write {0}"}, shown),
                        errno);
}

// No owner and no time: the same files, the same archive.
bool pack_bytes(archive* writer, const std::string& name, std::string_view bytes) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(libarchive()->entry_new());
  libarchive()->entry_set_pathname(entry.get(), name.c_str());
  libarchive()->entry_set_filetype(entry.get(), AE_IFREG);
  libarchive()->entry_set_perm(entry.get(), 0644);
  libarchive()->entry_set_mtime(entry.get(), 0, 0);
  libarchive()->entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
  if (libarchive()->write_header(writer, entry.get()) != ARCHIVE_OK) return false;
  while (!bytes.empty()) {
    const la_ssize_t count = libarchive()->write_data(writer, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

Result<void> pack_all(const Sink& sink, std::string_view shown,
                      const std::vector<PackedFile>& files) {
  const ArchiveWriter writer(libarchive()->write_new());
  libarchive()->write_set_format_pax_restricted(writer.get());
  libarchive()->write_add_filter_gzip(writer.get());
  libarchive()->write_set_filter_option(writer.get(), "gzip", "timestamp", nullptr);
  libarchive()->write_set_bytes_in_last_block(writer.get(), 1);
  Sink take = sink;
  if (libarchive()->write_open(writer.get(), &take, nullptr, give, nullptr) != ARCHIVE_OK)
    return cannot_pack(shown);
  for (const PackedFile& file : files) {
    const auto map = MappedFile::open(file.file, file.name);
    if (!map) return tl::unexpected(map.error());
    if (!pack_bytes(writer.get(), file.name, map->bytes())) return cannot_pack(shown);
  }
  return libarchive()->write_close(writer.get()) == ARCHIVE_OK ? Result<void>{}
                                                               : cannot_pack(shown);
}

tl::unexpected<Failure> differs(std::string_view shown, const std::string& name) {
  return fail(
      Kind::integrity,
      {Fault{Place{std::string(shown)}, "archive-differs",
             phrase(Text{"{0} 与要归档的不同", "{0} is not what is to be archived"}, name)}});
}

}  // namespace

Result<void> pack(const fs::path& archive, std::string_view shown,
                  const std::vector<PackedFile>& files) {
  if (!libarchive()) return no_libarchive(shown);
  return write_file_atomically(
      archive, [&](const Sink& sink) { return pack_all(sink, shown, files); }, shown);
}

Result<void> compare_packed(const fs::path& archive, std::string_view shown,
                            const std::vector<PackedFile>& files, const fs::path& staging) {
  std::map<std::string, fs::path> found;
  const ArchiveSink sink = [&](const std::string& name) -> std::optional<fs::path> {
    const auto [entry, fresh] = found.emplace(name, staging / std::to_string(found.size()));
    return fresh ? std::optional(entry->second) : std::nullopt;
  };
  // What was packed here may be as large and as regular as it likes.
  const ArchiveLimits limits{UINT32_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX};
  if (auto unpacked = unpack(archive, shown, sink, limits); !unpacked) return unpacked;
  for (const PackedFile& file : files) {
    const auto there = found.find(file.name);
    if (there == found.end()) return differs(shown, file.name);
    const auto ours = MappedFile::open(file.file, file.name);
    if (!ours) return tl::unexpected(ours.error());
    const auto theirs = MappedFile::open(there->second, shown);
    if (!theirs) return tl::unexpected(theirs.error());
    if (ours->bytes() != theirs->bytes()) return differs(shown, file.name);
    found.erase(there);
  }
  return found.empty() ? Result<void>{} : differs(shown, found.begin()->first);
}

}  // namespace sihu
