#include "store/own_end.hpp"

#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "ledger/tail.hpp"
#include "store/files.hpp"
#include "store/ledger_files.hpp"

#include <sys/stat.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr std::uint64_t small_file = 128 * 1024;
constexpr std::uint64_t first_window = 16 * 1024;
constexpr std::uint64_t last_window = 4 * max_line_bytes;

Result<OwnEnd> read_all(const std::filesystem::path& root, const std::string& name,
                        std::string_view organisation) {
  const auto file = read_own_ledger_file(root, name, organisation, true);
  if (!file) return tl::unexpected(file.error());
  if (std::ranges::find(file->events, omission_event, &Event::name) != file->events.end())
    return fail(Kind::integrity, {extract_not_continued(name)});
  return OwnEnd{name, end_of(*file), file->whole_bytes, file->bytes};
}

std::string read_part(int file, std::uint64_t offset, std::uint64_t size) {
  std::string text(size, '\0');
  const ssize_t count = read_piece(file, text.data(), size, offset);
  text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
  return text;
}

// By its last `window` bytes, or nothing if they do not tell.
Result<std::optional<OwnEnd>> read_end(int file, std::uint64_t size, std::uint64_t window,
                                       const Header& header, const std::string& name) {
  const std::uint64_t from = size - window;
  const std::string text = read_part(file, from, window);
  const std::size_t feed = text.find('\n');
  if (text.size() != window || feed == std::string::npos) return std::nullopt;
  const auto tail = read_file_tail(std::string_view(text).substr(feed + 1), name);
  if (!tail) return tl::unexpected(tail.error());
  if (!*tail) return std::nullopt;
  return OwnEnd{name, FileEnd{header, (*tail)->last_check, (*tail)->newest},
                from + feed + 1 + (*tail)->whole, size};
}

}  // namespace

Result<OwnEnd> read_own_end(const std::filesystem::path& root, const std::string& name,
                            std::string_view organisation) {
  const auto file = open_ledger_file(root, name);
  if (!file) return tl::unexpected(file.error());
  struct stat facts {};
  const bool known = ::fstat(file->number(), &facts) == 0;
  const auto size = static_cast<std::uint64_t>(known ? facts.st_size : 0);
  if (size <= small_file) return read_all(root, name, organisation);
  const std::string head = read_part(file->number(), 0, first_window);
  const std::size_t feed = head.find('\n');
  if (feed == std::string::npos) return read_all(root, name, organisation);
  const auto header = read_own_header(std::string_view(head).substr(0, feed), name, organisation);
  if (!header) return tl::unexpected(header.error());
  for (std::uint64_t window = first_window; window < std::min(size, last_window); window *= 4) {
    auto end = read_end(file->number(), size, window, *header, name);
    if (!end) return tl::unexpected(end.error());
    if (*end) return std::move(**end);
  }
  return read_all(root, name, organisation);
}

}  // namespace sihu
