#include "ledger/escape.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("ledger") {
  TEST_CASE("control characters are escaped and everything else stands as it is") {
    CHECK(escape_value("八月 党费=1;2") == "八月 党费=1;2");
    CHECK(escape_value("a\tb\nc\rd\\e") == "a\\tb\\nc\\rd\\\\e");
    CHECK(escape_value(std::string("\0\x1b[31m\x7f", 7)) == "\\x00\\x1b[31m\\x7f");
    CHECK(escape_value("\xc2\x85") == "\\x85");
  }

  TEST_CASE("what was escaped reads back") {
    const std::string all("\0\x1f\t\n\r\\\x7f\xc2\x80\xc2\x9f\xc2\xa0中", 17);
    REQUIRE(unescape_value(escape_value(all)));
    CHECK(*unescape_value(escape_value(all)) == all);
  }

  TEST_CASE("a spelling that nobody writes is none") {
    for (const char* bad : {"\\", "a\\", "\\q", "\\x", "\\x1", "\\x0a", "\\x09", "\\x41", "\\x1B",
                            "\\xa0", "\\x5c", "a\tb", "\x7f", "\xc2\x85"})
      CHECK_MESSAGE(!unescape_value(bad), bad);
  }
}
