#include "audit/explain.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("audit") {
  TEST_CASE("every test says what it asks, how, when, and what it can't tell, in both languages") {
    for (const AuditTest test : all_audit_tests) {
      const auto parts = explain_audit_test(test);
      REQUIRE(parts.size() >= 7);
      CHECK(parts.back().key == "source");
      for (const AuditTestPart& part : parts) {
        CHECK_FALSE(part.words.zh.empty());
        CHECK_FALSE(part.words.en.empty());
      }
      CHECK(parts[3].words.en == threshold_of(test));
    }
    CHECK(explain_audit_test(AuditTest::pace)[0].words.en !=
          explain_audit_test(AuditTest::clock)[0].words.en);
  }

  TEST_CASE("texts are said to be compared within the quarter") {
    const auto how = explain_audit_test(AuditTest::copied_text)[2];
    CHECK(how.words.en.find("not with earlier quarters") != std::string::npos);
    CHECK(how.words.zh.find("只在本季度") != std::string::npos);
  }

  TEST_CASE("where a second look settles it, how much of one is advised") {
    for (const AuditTest test : {AuditTest::formality, AuditTest::missed}) {
      const auto parts = explain_audit_test(test);
      REQUIRE(parts.size() == 8);
      CHECK(parts[6].key == "advice");
      // n with 1 - (1 - share)^n of .95: for 5, 10 and 20 %
      CHECK(parts[6].words.en.find("59, 29 or 14 sheets") != std::string::npos);
    }
    CHECK(explain_audit_test(AuditTest::clock).size() == 7);
  }
}
