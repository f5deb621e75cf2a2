#include "audit/explain.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("audit") {
  TEST_CASE("every test says what it asks, how, when, and what it can't tell, in both languages") {
    for (const AuditTest test : all_audit_tests) {
      const auto parts = explain_audit_test(test);
      REQUIRE(parts.size() == 7);
      for (const AuditTestPart& part : parts) {
        CHECK_FALSE(part.words.zh.empty());
        CHECK_FALSE(part.words.en.empty());
      }
      CHECK(parts[3].words.en == threshold_of(test));
    }
    CHECK(explain_audit_test(AuditTest::pace)[0].words.en !=
          explain_audit_test(AuditTest::clock)[0].words.en);
  }
}
