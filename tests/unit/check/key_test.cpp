#include "check/key.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("check") {
  TEST_CASE("a check and its items have subjects that are read back") {
    const CheckKey key{{2026, 4}, "zb05", "dues", false};
    CHECK(subject_of(key) == "26Q4/zb05/dues");
    CHECK(subject_of(key, "DF-02") == "26Q4/zb05/dues/DF-02");
    CHECK(parse_check_subject("26Q4/zb05/dues")->key == key);
    CHECK(parse_check_subject("26Q4/zb05/dues")->item.empty());
    CHECK(parse_check_subject("26Q4/zb05/dues/DF-02")->item == "DF-02");
  }

  TEST_CASE("a self check is another check") {
    const CheckKey key{{2026, 4}, "zb05", "dues", true};
    CHECK(subject_of(key, "DF-02") == "26Q4/zb05/dues+self/DF-02");
    CHECK(parse_check_subject("26Q4/zb05/dues+self/DF-02")->key == key);
  }

  TEST_CASE("other subjects are no checks") {
    for (const char* subject : {"", "26Q4-zb05-k7m2qx-17", "26Q5/zb05/dues", "26Q4//dues",
                                "26Q4/zb05", "26Q4/zb05/dues/a/b", "26Q4/zb05/+self"})
      CHECK_MESSAGE(!parse_check_subject(subject), subject);
  }
}
