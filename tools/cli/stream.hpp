#pragma once

#include <array>
#include <functional>
#include <streambuf>

namespace sihu {

/// A stream's bytes to a file descriptor, remembering why writing failed.
class DescriptorOutput : public std::streambuf {
 public:
  explicit DescriptorOutput(int descriptor, bool buffered);
  ~DescriptorOutput() override;

  int error() const { return error_; }  ///< errno of the first failed write; 0: none

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int sync() override;

 private:
  void write_out(const char* at, const char* end);

  int descriptor_;
  int error_ = 0;
  std::array<char, 65536> buffer_;
  std::size_t size_;
};

/// Waits until `descriptor` can be read (or is at its end); false when `stopped` says so, also when
/// a signal comes just before the waiting begins. `stopped` is asked at every signal, and every
/// second too where it `goes_by_time`.
bool wait_readable(int descriptor, const std::function<bool()>& stopped, bool goes_by_time = false);

/// A stream's bytes from a file descriptor; at its end when `interrupted` says so.
class DescriptorInput : public std::streambuf {
 public:
  DescriptorInput(int descriptor, std::function<bool()> interrupted);

 protected:
  int_type underflow() override;

 private:
  int descriptor_;
  std::function<bool()> interrupted_;
  std::array<char, 65536> buffer_;
};

}  // namespace sihu
