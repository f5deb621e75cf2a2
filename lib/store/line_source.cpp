#include "store/line_source.hpp"

#include "store/files.hpp"
#include "store/system_error.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sihu {
namespace {

constexpr std::size_t block = 65536;

}  // namespace

LineSource::LineSource(std::filesystem::path file, std::string name, std::uint64_t whole_bytes)
    : file_(std::move(file)), name_(std::move(name)), left_(whole_bytes) {}

Result<bool> LineSource::advance() {
  do {
    std::size_t end = unread_.find('\n');
    while (end == std::string_view::npos) {
      if (left_ == 0 && unread_.empty()) return false;
      if (left_ == 0) return changed();
      const std::size_t before = unread_.size();
      if (auto filled = fill(); !filled) return tl::unexpected(std::move(filled.error()));
      end = unread_.find('\n', before);
    }
    line_ = unread_.substr(0, end);
    unread_.remove_prefix(end + 1);
    ++number_;
  } while (number_ == 1);
  return true;
}

// Moves what is left of the buffer to its beginning and reads a block behind it.
Result<void> LineSource::fill() {
  const std::size_t kept = unread_.size();
  if (kept > 0) std::memmove(buffer_.data(), unread_.data(), kept);
  if (buffer_.size() < kept + block / 2) buffer_.resize(kept + block);
  const auto wanted = std::min<std::uint64_t>(left_, buffer_.size() - kept);
  const Descriptor descriptor(::open(file_.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat facts {};
  ssize_t count = -1;
  if (descriptor && ::fstat(descriptor.number(), &facts) == 0)
    count = read_piece(descriptor.number(), buffer_.data() + kept, wanted, at_);
  if (count < 0)
    return system_failure("cannot-read", phrase(Text{"无法读 {0}", "cannot read {0}"}, name_),
                          errno);
  const std::pair identity{std::uint64_t{facts.st_dev}, std::uint64_t{facts.st_ino}};
  if (static_cast<std::uint64_t>(count) < wanted || identity_.value_or(identity) != identity)
    return changed();
  identity_ = identity;
  at_ += wanted;
  left_ -= wanted;
  unread_ = std::string_view(buffer_).substr(0, kept + wanted);
  return {};
}

tl::unexpected<Failure> LineSource::changed() const {
  return fail(Kind::environment, "changed-meanwhile",
              phrase(Text{"{0} 在读取时被替换", "{0} was replaced while it was read"}, name_),
              phrase(Text{"再试一次", "try again"}));
}

}  // namespace sihu
