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

  TEST_CASE("what a branch inspects for itself is a check of its own") {
    const CheckKey key{{2026, 4}, "zb05", "dues", false, "zb03"};
    CHECK(subject_of(key, "DF-02") == "26Q4/zb05/dues+zb03/DF-02");
    CHECK(parse_check_subject("26Q4/zb05/dues+zb03/DF-02")->key == key);
    CHECK(settle_command(key, "DF-02").find("--by zb03") != std::string::npos);
    CHECK(is_beside(key, {{2026, 4}, "zb05", "dues"}));
    CHECK_FALSE(is_beside(key, {{2026, 4}, "zb05", "dues", true}));
    CHECK_FALSE(is_beside(key, {{2026, 3}, "zb05", "dues"}));
  }

  TEST_CASE("other subjects are no checks") {
    for (const char* subject :
         {"", "26Q4-zb05-k7m2qx-17", "26Q5/zb05/dues", "26Q4//dues", "26Q4/zb05",
          "26Q4/zb05/dues/a/b", "26Q4/zb05/+self", "26Q4/zb05/dues+", "26Q4/zb05/dues+/DF-02"})
      CHECK_MESSAGE(!parse_check_subject(subject), subject);
  }
}
