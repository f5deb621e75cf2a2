#include "tools/cli/stream.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <ostream>
#include <string>

using namespace sihu;

namespace {

// Two ends of which the one says what each write to the other was.
struct Ends {
  Ends() { REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, both.data()) == 0); }
  ~Ends() {
    for (const int each : both) ::close(each);
  }
  std::string next() {
    std::array<char, 4096> bytes;
    const auto count = ::recv(both[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
    return count > 0 ? std::string(bytes.data(), static_cast<std::size_t>(count)) : std::string();
  }

  std::array<int, 2> both{};
};

}  // namespace

TEST_SUITE("cli") {
  TEST_CASE("a message without a buffer goes out whole and at once, not byte by byte") {
    Ends ends;
    DescriptorOutput buffer(ends.both[0], false);
    std::ostream out(&buffer);
    out << "没有选项 \"--today\"\n";
    CHECK(ends.next() == "没有选项 \"--today\"\n");
    out.put('.');
    CHECK(ends.next() == ".");
  }

  TEST_CASE("with a buffer small pieces go out together") {
    Ends ends;
    DescriptorOutput buffer(ends.both[0], true);
    std::ostream out(&buffer);
    out << "一"
        << "二";
    CHECK(ends.next().empty());
    out.flush();
    CHECK(ends.next() == "一二");
  }
}
