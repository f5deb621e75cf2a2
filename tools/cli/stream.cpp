#include "tools/cli/stream.hpp"

#include <poll.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace sihu {

DescriptorOutput::DescriptorOutput(int descriptor, bool buffered)
    : descriptor_(descriptor), size_(buffered ? buffer_.size() - 1 : 0) {
  setp(buffer_.data(), buffer_.data() + size_);
}

DescriptorOutput::~DescriptorOutput() {
  DescriptorOutput::sync();
}

DescriptorOutput::int_type DescriptorOutput::overflow(int_type c) {
  // The buffer is one longer than it says, so that `c` fits behind it.
  if (!traits_type::eq_int_type(c, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(c);
    pbump(1);
  }
  return sync() == 0 ? traits_type::not_eof(c) : traits_type::eof();
}

// A block that no buffer takes goes out as it is, behind what was buffered.
std::streamsize DescriptorOutput::xsputn(const char* bytes, std::streamsize count) {
  if (count < static_cast<std::streamsize>(size_))
    return std::streambuf::xsputn(bytes, count);
  if (sync() == 0) write_out(bytes, bytes + count);
  return error_ == 0 ? count : 0;
}

void DescriptorOutput::write_out(const char* at, const char* end) {
  while (at < end && error_ == 0) {
    const ssize_t written = ::write(descriptor_, at, static_cast<std::size_t>(end - at));
    if (written >= 0)
      at += written;
    else if (errno != EINTR)
      error_ = errno;
  }
}

int DescriptorOutput::sync() {
  write_out(pbase(), pptr());
  setp(buffer_.data(), buffer_.data() + size_);
  return error_ == 0 ? 0 : -1;
}

bool wait_readable(int descriptor, const std::function<bool()>& stopped, bool goes_by_time) {
  // SIGINT is let in only while ppoll waits: between a look at the flag and a plain read it would
  // be lost.
  sigset_t with_interrupt;
  sigset_t before;
  sigemptyset(&with_interrupt);
  sigaddset(&with_interrupt, SIGINT);
  sigprocmask(SIG_BLOCK, &with_interrupt, &before);
  pollfd ready{descriptor, POLLIN, 0};
  const timespec second{1, 0};
  int found = -1;
  bool stops = false;
  do {
    stops = stopped && stopped();
    if (!stops) found = ppoll(&ready, 1, goes_by_time ? &second : nullptr, &before);
  } while (!stops && (found == 0 || (found < 0 && errno == EINTR)));
  sigprocmask(SIG_SETMASK, &before, nullptr);
  return !stops;
}

DescriptorInput::DescriptorInput(int descriptor, std::function<bool()> interrupted)
    : descriptor_(descriptor), interrupted_(std::move(interrupted)) {}

DescriptorInput::int_type DescriptorInput::underflow() {
  while (wait_readable(descriptor_, interrupted_)) {
    const ssize_t count = ::read(descriptor_, buffer_.data(), buffer_.size());
    if (count > 0) {
      setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
      return traits_type::to_int_type(*gptr());
    }
    if (count == 0 || errno != EINTR) break;
  }
  return traits_type::eof();
}

}  // namespace sihu
