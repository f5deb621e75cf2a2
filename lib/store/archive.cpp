#include "store/archive.hpp"

#include "base/utf8.hpp"
#include "store/files.hpp"
#include "store/libarchive.hpp"
#include "store/system_error.hpp"

#include <fcntl.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

namespace sihu {
namespace {

namespace fs = std::filesystem;

struct FreeArchive {
  void operator()(archive* reader) const { libarchive()->read_free(reader); }
};
using ArchiveReader = std::unique_ptr<archive, FreeArchive>;

tl::unexpected<Failure> refuse(Kind kind, std::string_view shown, std::string name, Phrase what,
                               Phrase hint = {}) {
  return fail(
      kind, {Fault{Place{std::string(shown)}, std::move(name), std::move(what), std::move(hint)}});
}

tl::unexpected<Failure> unsafe(std::string_view shown, std::string_view entry) {
  return refuse(Kind::input, shown, "unsafe-archive",
                phrase(Text{"其中的“{0}”是链接、设备或通到外面的路径，整个压缩包不予接受",
                            "\"{0}\" in it is a link, a device or a path that leads outside; the "
                            "archive is not accepted"},
                       visible(entry)));
}

tl::unexpected<Failure> too_big(std::string_view shown) {
  return refuse(
      Kind::input, shown, "archive-too-big",
      phrase(Text{"解开后太大，不像台账，整个压缩包不予接受",
                  "it unpacks to far too much for a ledger; the archive is not accepted"}),
      phrase(Text{"若确实如此，先自行解开，再合并解开的文件夹",
                  "if it is meant to, unpack it yourself and merge the folder"}));
}

tl::unexpected<Failure> damaged(std::string_view shown, archive* reader) {
  if (const int error = libarchive()->error_number(reader); is_of_system(error))
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, shown),
                          error);
  const char* const reason = libarchive()->error_string(reader);
  return refuse(Kind::integrity, shown, "archive-damaged",
                phrase(Text{"压缩包损坏、不全或有密码：{0}",
                            "the archive is damaged, cut off or has a password: {0}"},
                       visible(reason ? reason : "?")));
}

// Only what is asked for: .tar, .tar.gz and .zip.
ArchiveReader make_reader() {
  ArchiveReader reader(libarchive()->read_new());
  libarchive()->read_support_filter_gzip(reader.get());
  libarchive()->read_support_format_tar(reader.get());
  libarchive()->read_support_format_zip(reader.get());
  return reader;
}

// libarchive puts names into the locale's encoding, and gives none where that is ASCII. The
// program's own locale is left alone.
class NamesInUtf8 {
 public:
  NamesInUtf8()
      : utf8_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)),
        before_(utf8_ ? ::uselocale(utf8_) : nullptr) {}
  NamesInUtf8(const NamesInUtf8&) = delete;
  NamesInUtf8& operator=(const NamesInUtf8&) = delete;
  ~NamesInUtf8() {
    if (!utf8_) return;
    ::uselocale(before_);
    ::freelocale(utf8_);
  }

 private:
  locale_t utf8_;
  locale_t before_;
};

// The name as it is; where the locale can't say it, as UTF-8.
std::string name_of(archive_entry* entry) {
  if (const char* name = libarchive()->entry_pathname(entry)) return name;
  const char* const name = libarchive()->entry_pathname_utf8(entry);
  return name ? name : "";
}

bool is_plain(archive_entry* entry) {
  return libarchive()->entry_filetype(entry) == AE_IFREG && !libarchive()->entry_hardlink(entry) &&
         !libarchive()->entry_symlink(entry);
}

class Unpacking {
 public:
  Unpacking(archive* reader, std::string_view shown, const ArchiveSink& sink,
            const ArchiveLimits& limits)
      : reader_(reader), shown_(shown), sink_(sink), limits_(limits) {}

  Result<void> run() {
    archive_entry* entry = nullptr;
    for (std::size_t count = 0;; ++count) {
      const int status = libarchive()->read_next_header(reader_, &entry);
      if (status == ARCHIVE_EOF) return {};
      if (status < ARCHIVE_WARN) return damaged(shown_, reader_);
      if (count >= limits_.entries) return too_big(shown_);
      if (auto taken = take(entry); !taken) return taken;
    }
  }

 private:
  Result<void> take(archive_entry* entry) {
    const std::string name = name_of(entry);
    const auto safe = safe_entry_name(name);
    const bool folder = libarchive()->entry_filetype(entry) == AE_IFDIR;
    if (!safe || (!folder && !is_plain(entry))) return unsafe(shown_, name);
    if (folder) return {};
    const auto file = sink_(*safe);
    if (!file) return copy(-1, *safe);
    const Descriptor made(::open(file->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!made) return cannot_write(*file, errno);
    return copy(made.number(), *safe);
  }

  // To a file, or nowhere: what is passed over counts as well.
  Result<void> copy(int file, const std::string& name) {
    while (true) {
      const la_ssize_t count = libarchive()->read_data(reader_, buffer_.data(), buffer_.size());
      if (count < 0) return damaged(shown_, reader_);
      if (count == 0) return {};
      out_ += static_cast<std::uint64_t>(count);
      if (is_too_much()) return too_big(shown_);
      if (file >= 0 && !write_all(file, {buffer_.data(), static_cast<std::size_t>(count)}))
        return cannot_write(name, errno);
    }
  }

  bool is_too_much() const {
    const auto in = static_cast<std::uint64_t>(
        std::max<la_int64_t>(1, libarchive()->filter_bytes(reader_, -1)));
    return out_ > limits_.bytes || (out_ > limits_.free && out_ / limits_.ratio > in);
  }

  static tl::unexpected<Failure> cannot_write(const fs::path& file, int error) {
    return system_failure("cannot-write",
                          phrase(Text{"无法写 {0}", "cannot write {0}"}, file.string()), error);
  }

  archive* reader_;
  std::string_view shown_;
  const ArchiveSink& sink_;
  const ArchiveLimits& limits_;
  std::uint64_t out_ = 0;
  std::array<char, 65536> buffer_{};
};

}  // namespace

bool looks_like_archive(std::string_view head) {
  return head.starts_with("\x1f\x8b") || head.starts_with("PK\x03\x04") ||
         head.starts_with("PK\x05\x06") || (head.size() > 262 && head.substr(257, 5) == "ustar");
}

std::optional<std::string> safe_entry_name(std::string_view name) {
  std::string path(name);
  std::ranges::replace(path, '\\', '/');
  const bool drive = path.size() > 1 && path[1] == ':';
  if (path.empty() || path.starts_with('/') || drive) return std::nullopt;
  if (path.find('\0') != std::string::npos) return std::nullopt;
  const fs::path parts(path);
  if (std::ranges::find(parts, fs::path("..")) != parts.end()) return std::nullopt;
  return parts.lexically_normal().string();
}

Result<void> unpack(const fs::path& archive, std::string_view shown, const ArchiveSink& sink,
                    const ArchiveLimits& limits) {
  std::uint64_t size = 0;
  const auto file = open_regular(archive, shown, size);
  if (!file) return tl::unexpected(file.error());
  if (!libarchive()) return no_libarchive(shown);
  const NamesInUtf8 names;
  const ArchiveReader reader = make_reader();
  if (libarchive()->read_open_fd(reader.get(), file->number(), 65536) != ARCHIVE_OK)
    return damaged(shown, reader.get());
  return Unpacking(reader.get(), shown, sink, limits).run();
}

}  // namespace sihu
