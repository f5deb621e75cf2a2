#include "store/scan.hpp"

#include "store/ledger_files.hpp"
#include "store/system_error.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace sihu {

Result<void> LedgerStream::open(const std::filesystem::path& root) {
  auto opened = open_ledger_file(root, file_.name);
  if (!opened) return tl::unexpected(opened.error());
  descriptor_ = std::move(*opened);
  std::string_view text;
  std::uint64_t offset = 0;
  if (!read_line(text, offset)) return {};
  auto header = read_own_header(text, file_.name, organisation_);
  if (!header) return tl::unexpected(header.error());
  file_.header = std::move(*header);
  file_.last_check = text.substr(text.rfind('\t') + 1);
  file_.whole_bytes = text.size() + 1;
  return {};
}

Result<bool> LedgerStream::open_at(const std::filesystem::path& root, std::uint64_t from,
                                   std::string_view check) {
  auto opened = open_ledger_file(root, file_.name);
  if (!opened) return tl::unexpected(opened.error());
  descriptor_ = std::move(*opened);
  const std::string expected = std::string(check) + '\n';
  std::string found(expected.size(), '\0');
  const std::uint64_t at = from - expected.size();
  if (from < expected.size() ||
      read_piece(descriptor_.number(), found.data(), found.size(), at) !=
          static_cast<ssize_t>(found.size()) ||
      found != expected || ::lseek(descriptor_.number(), static_cast<off_t>(from), SEEK_SET) < 0)
    return false;
  base_ = from;
  file_.whole_bytes = from;
  file_.last_check = check;
  return true;
}

bool LedgerStream::next() {
  if (giving_ && give_held()) return true;
  std::string_view text;
  std::uint64_t offset = 0;
  while (!damaged_ && read_line(text, offset)) {
    RawLine line;
    if (!split_line(text, line) || !follows(line.at)) break;
    const TailFields tail = tail_fields(line);
    const bool grouped = !tail.part.empty() || parts_.unfinished();
    if (!grouped) {
      stand_at(line, tail, offset, text.size());
      return true;
    }
    if (parts_.take(tail.part, 0, offset)) break;
    held_.push_back({offset, std::string(text)});
    if (!parts_.unfinished()) return give_held();
    text = {};
  }
  damaged_ = damaged_ || !text.empty();
  return false;
}

// The next line of a complete group.
bool LedgerStream::give_held() {
  giving_ = !held_.empty();
  if (!giving_) return false;
  given_ = std::move(held_.front().text);
  const std::uint64_t offset = held_.front().offset;
  held_.pop_front();
  const auto line = split_line(given_);
  stand_at(*line, tail_fields(*line), offset, given_.size());
  return true;
}

// Instants ascend; only they can be compared without looking at what a line says.
bool LedgerStream::follows(std::string_view at) {
  const InstantKey key(at.data());
  if (key <= before_) return false;
  before_ = key;
  return true;
}

void LedgerStream::stand_at(const RawLine& line, const TailFields& tail, std::uint64_t offset,
                            std::size_t size) {
  line_ = line;
  tail_ = tail;
  offset_ = offset;
  ++number_;
  file_.whole_bytes = offset + size + 1;
}

bool LedgerStream::read_line(std::string_view& text, std::uint64_t& offset) {
  for (;;) {
    const char* from = block_.get() + at_;
    const auto* end = static_cast<const char*>(std::memchr(from, '\n', filled_ - at_));
    if (end) {
      text = {from, static_cast<std::size_t>(end - from)};
      offset = base_ + at_;
      at_ += text.size() + 1;
      return true;
    }
    if (!refill()) return false;
  }
}

bool LedgerStream::refill() {
  if (error_ != 0) return false;
  // What a line ends with is taken out of the block before the block is filled anew.
  if (!line_.check.empty()) {
    file_.last_check.assign(line_.check);
    line_ = {};
  }
  base_ += at_;
  filled_ -= at_;
  const bool full = filled_ == block_bytes_;
  if (full) block_bytes_ *= 2;
  std::unique_ptr<char[]> larger(full ? new char[block_bytes_] : nullptr);
  std::memmove(full ? larger.get() : block_.get(), block_.get() + at_, filled_);
  if (full) block_ = std::move(larger);
  at_ = 0;
  ssize_t count = 0;
  do count = ::read(descriptor_.number(), block_.get() + filled_, block_bytes_ - filled_);
  while (count < 0 && errno == EINTR);
  if (count < 0) error_ = errno;
  if (count <= 0) return false;
  filled_ += static_cast<std::size_t>(count);
  return true;
}

Result<ScannedFile> LedgerStream::finish() {
  if (error_ != 0)
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, file_.name),
                          error_);
  if (damaged_)
    return fail(Kind::integrity,
                {Fault{Place{file_.name}, "damaged-ledger",
                       phrase(Text{"台账文件已损坏", "the ledger file is damaged"}),
                       phrase(Text{"用 sihu verify 查看", "see sihu verify"})}});
  if (!line_.check.empty()) file_.last_check.assign(line_.check);
  file_.bytes = base_ + filled_;
  return std::move(file_);
}

}  // namespace sihu
