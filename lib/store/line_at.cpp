#include "store/line_at.hpp"

#include "ledger/line.hpp"
#include "store/ledger_files.hpp"
#include "store/system_error.hpp"

#include <cerrno>

namespace sihu {
namespace {

constexpr std::size_t first_block = 4096;

}  // namespace

Result<void> LineAt::open(const std::filesystem::path& root, const std::string& name) {
  name_ = name;
  auto file = open_ledger_file(root, name);
  if (!file) return tl::unexpected(file.error());
  file_ = std::move(*file);
  begin_ = end_ = 0;
  return {};
}

Result<std::string_view> LineAt::read(std::uint64_t offset) {
  const Phrase cannot_read = phrase(Text{"无法读 {0}", "cannot read {0}"}, name_);
  for (std::size_t size = first_block;; size *= 4) {
    if (offset >= begin_ && offset < end_) {
      const auto from = std::string_view(block_).substr(offset - begin_, end_ - offset);
      if (const auto end = from.find('\n'); end != std::string_view::npos)
        return from.substr(0, end);
    }
    if (size > 4 * max_line_bytes) break;
    if (block_.size() < size) block_.resize(size);
    const ssize_t count = read_piece(file_.number(), block_.data(), size, offset);
    if (count < 0) return system_failure("cannot-read", cannot_read, errno);
    if (count == 0) break;
    begin_ = offset;
    end_ = offset + static_cast<std::uint64_t>(count);
  }
  // There was a line when it was looked for.
  return fail(Kind::environment, "cannot-read", cannot_read, phrase(Text{"再试一次", "try again"}));
}

}  // namespace sihu
