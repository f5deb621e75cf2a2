#include "document/rubric.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string head = "rubric: work\nversion: '1'\ntitle: Work\nscale: {from: 1, to: 5}\n";
const std::string one = "criteria: [{id: C1, title: A, weight: 100}]\n";

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a rubric says what is scored, from what to what, and by whom") {
    const auto rubric = load_rubric(
        head +
            "criteria:\n  - {id: C1, title: A, weight: 62.5, anchors: {5: all, 1: none}}\n"
            "  - {id: C2, title: B, weight: 37.5}\n"
            "classes: [{id: b, weight: 60, of: secretary}, {id: c, weight: 40, of: committee}]\n"
            "least: 4\n",
        "rubrics/work.yaml");
    REQUIRE(rubric);
    CHECK(rubric->to == 5);
    CHECK(rubric->find("C1")->weight == Rational(125, 2));
    CHECK(rubric->find("C1")->anchors[0].meaning.en == "none");
    CHECK(rubric->find("C3") == nullptr);
    CHECK(rubric->classes[1].of == RoleName::committee);
    CHECK(rubric->least == 4);
  }

  TEST_CASE("without classes everybody may review, and three sheets are the least") {
    const auto rubric = load_rubric(head + one, "r.yaml");
    REQUIRE(rubric);
    CHECK(rubric->classes.empty());
    CHECK(rubric->least == 3);
    CHECK(fault_names(load_rubric(head + one + "least: 2\n", "r.yaml")) == "6:8 out-of-range");
  }

  TEST_CASE("weights are 100 together, of criteria and of classes") {
    CHECK(fault_names(load_rubric(head + "criteria: [{id: A, title: A, weight: 99.9}]\n",
                                  "r.yaml")) == "5:11 weights-do-not-add-up");
    CHECK(fault_names(load_rubric(head + one + "classes: [{id: b, weight: 60, of: member}]\n",
                                  "r.yaml")) == "6:10 weights-do-not-add-up");
  }

  TEST_CASE("an anchor is a score of the scale") {
    const auto with = [](const std::string& anchors) {
      return fault_names(load_rubric(
          head + "criteria: [{id: A, title: A, weight: 100, anchors: " + anchors + "}]\n",
          "r.yaml"));
    };
    CHECK(with("{1: x, 5: z}") == "");
    CHECK(with("{6: x}") == "5:53 anchor-outside-scale");
    CHECK(with("{2.5: x}") == "5:53 anchor-outside-scale");
    CHECK(with("[1]") == "5:52 wrong-type");
  }

  TEST_CASE("a criterion has a column of its own in every sheet") {
    CHECK(fault_names(load_rubric(head + "criteria: [{id: comment, title: A, weight: 100}]\n",
                                  "r.yaml")) == "5:17 reserved-id");
  }
}
