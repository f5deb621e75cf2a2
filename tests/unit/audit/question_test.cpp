#include "audit/question.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("audit") {
  TEST_CASE("every test has a name of its own, by which it is found again") {
    for (const AuditTest test : all_audit_tests) {
      CHECK(parse_audit_test(to_string(test)) == test);
      CHECK_FALSE(threshold_of(test).empty());
    }
    CHECK(parse_audit_test("straight-line") == AuditTest::straight_line);
    CHECK_FALSE(parse_audit_test("leniancy").has_value());
  }

  TEST_CASE("numbers are rounded, and nothing is minus nought") {
    CHECK(decimal(-0.04, 1) == "0.0");
    CHECK(decimal(2.25, 0) == "2");
    CHECK(chance_shown(0.04999) == "0.0500");
    CHECK(chance_shown(0.00003) == "< 0.0001");
    CHECK(chance_equation(0.04999) == "p = 0.0500");
    CHECK(chance_equation(0.00003) == "p < 0.0001");
  }

  TEST_CASE("what is behind a question stands there once") {
    Question question;
    question.items = {"b", "a", "b"};
    question.entries = {4, 2, 4};
    put_in_order(question);
    CHECK(question.items == std::vector<std::string>{"a", "b"});
    CHECK(question.entries == std::vector<std::size_t>{2, 4});
  }
}
