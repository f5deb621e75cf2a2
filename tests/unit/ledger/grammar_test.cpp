#include "ledger/grammar.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("ledger") {
  TEST_CASE("ids, persons and keys are lower-case words") {
    CHECK(is_ledger_id("p003"));
    CHECK(is_ledger_id("0"));
    for (const char* bad : {"", "-", "-a", "P1", "a_b", "张三"})
      CHECK_MESSAGE(!is_ledger_id(bad), bad);
    CHECK(is_ledger_person("-"));
    CHECK_FALSE(is_ledger_person("--"));
    CHECK(is_key("verify-within"));
    CHECK_FALSE(is_key("9a"));
  }

  TEST_CASE("an event is words between dots") {
    CHECK(is_event_name("redact"));
    CHECK(is_event_name("problem.open"));
    CHECK(is_event_name("a.b-2.c"));
    for (const char* bad : {"", ".", "a.", ".a", "a..b", "a b", "A.b"})
      CHECK_MESSAGE(!is_event_name(bad), bad);
  }

  TEST_CASE("a subject is one visible ASCII word") {
    CHECK(is_subject("26Q4/zb05/dues+self"));
    CHECK(is_subject("26Q4-zb05-k7m2qx-17~91d0"));
    for (const char* bad : {"", "a b", "a\tb", "a=b", "中"}) CHECK_MESSAGE(!is_subject(bad), bad);
  }

  TEST_CASE("a device id has no letters that look alike") {
    CHECK(is_device_id("k7m2qx"));
    for (const char* bad :
         {"", "k7m2q", "k7m2qxx", "k7m2q0", "k7m2q1", "k7m2qi", "k7m2ql", "k7m2qo", "K7m2qx"})
      CHECK_MESSAGE(!is_device_id(bad), bad);
  }

  TEST_CASE("a check is sixteen lower-case hex digits") {
    CHECK(is_check("0123456789abcdef"));
    CHECK_FALSE(is_check("0123456789abcde"));
    CHECK_FALSE(is_check("0123456789ABCDEF"));
  }
}
