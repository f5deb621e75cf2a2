#include "document/answers_shape.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string shape(const std::string& text) {
  const Source source(text, "a");
  Reader reader(source);
  check_answers_shape(reader, *reader.document());
  return fault_names(reader.take_faults());
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a row without a result is not answered, and that is no fault") {
    CHECK(shape("- {item: A, result: '', points: '', rule: , evidence: }\n").empty());
    CHECK(shape("answers: [{item: A, result: deduct, rule: 'late*2;short', evidence: a.jpg}]\n")
              .empty());
    CHECK(shape("- {item: A, result: deduct, points: 1.5, note: 议定}\n").empty());
  }

  TEST_CASE("what a result needs beside it") {
    CHECK(shape("- {item: A, result: na}\n") == "1:21 missing-key");
    CHECK(shape("- {item: A, result: value, value: ''}\n") == "1:21 missing-key");
    CHECK(shape("- {item: A, result: deduct, points: 1}\n") == "1:21 missing-key");
  }

  TEST_CASE("rules are names, with a number behind a star") {
    for (const char* rule : {"late", "late*2", "late*2;short"})
      CHECK(shape(std::string("- {item: A, rule: ") + rule + "}\n").empty());
    for (const char* rule : {"late*0", "late*", "Late", "late;", "late,short", "*2"})
      CHECK(shape(std::string("- {item: A, rule: '") + rule + "'}\n") == "1:19 wrong-type");
  }

  TEST_CASE("the check it was filled in for may be named") {
    CHECK(shape("quarter: 2026Q4\nbranch: zb01\nchecklist: dues\nanswers: []\n").empty());
    CHECK(shape("quarter: 2026Q5\nanswers: []\n") == "1:10 wrong-type");
  }
}
