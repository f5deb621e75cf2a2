#include "document/course.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string course_head = "course: dues\nversion: '1'\ntitle: Dues\ntopic: dues\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a course says what is learnt, how, for how long, and what it helps with") {
    const auto course = load_course(
        course_head +
            "kind: on-the-job\nhours: 2.5\nmaterial: [{zh: 台账, en: the ledger}]\n"
            "items: [DF-01, DF-02]\nbasis: [{law: L, article: '12', status: verified}]\n",
        "courses/dues.yaml");
    REQUIRE(course);
    CHECK(course->kind == CourseKind::on_the_job);
    CHECK(course->hours == Rational(5, 2));
    CHECK(course->material[0].en == "the ledger");
    CHECK(course->items == std::vector<std::string>{"DF-01", "DF-02"});
    CHECK(course->basis[0].status == SourceStatus::verified);
    CHECK(course->topic == "dues");
  }

  TEST_CASE("all that is wrong with a course comes in one run") {
    CHECK(fault_names(
              load_course(course_head + "kind: lecture\nhours: 0\nteacher: zb01\n", "c.yaml")) ==
          "5:7 unknown-word, 6:8 out-of-range, 7:1 unknown-key");
    CHECK(fault_names(load_course(course_head + "kind: visit\nhours: 201\nitems: [A, A]\n",
                                  "c.yaml")) == "6:8 out-of-range, 7:12 duplicate-value");
    CHECK(fault_names(load_course("course: dues\n", "c.yaml")).find("missing-key") !=
          std::string::npos);
    CHECK(fault_names(load_course("rubric: work\n", "courses/work.yaml")) == "1:9 other-document");
  }
}
