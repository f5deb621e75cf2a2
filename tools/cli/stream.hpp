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

/// Waits until `descriptor` can be read (or is at its end); false when `interrupted` says so, also
/// when the signal comes just before the waiting begins.
bool wait_readable(int descriptor, const std::function<bool()>& interrupted);

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
