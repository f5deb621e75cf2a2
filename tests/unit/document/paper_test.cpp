#include "document/paper.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sihu;

namespace {

const std::string head = "paper: q4\nversion: '1'\ntitle: T\nminutes: 60\n";

Result<Paper> load(const std::string& rest) {
  return load_paper(head + rest, "papers/q4.yaml");
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("the rules of a paper: sections, what they draw, and how they are marked") {
    const auto paper = load(
        "pass: 6\nforms: 2\nbanks: [base, law]\nabsent: excluded\nsections:\n"
        "  - {title: 单选, kind: single, points: 2, draw: [{topic: fire, difficulty: 3, count: "
        "2}]}\n"
        "  - {kind: multiple, points: 3, marking: per-option, draw: [{count: 1}, {topic: w, count: "
        "1}]}\n"
        "  - {kind: multiple, points: 3, marking: flat, part: 1.5, draw: [{count: 1}]}\n");
    REQUIRE(paper);
    CHECK(paper->count() == 5);
    CHECK(paper->full() == Rational(13));
    CHECK(paper->forms == 2);
    CHECK(paper->banks.size() == 2);
    CHECK(paper->absent == Absence::excluded);
    CHECK(paper->make_up == MakeUpRule::capped);
    CHECK(paper->sections[0].draw[0].difficulty == 3);
    CHECK(paper->sections[1].marking == Marking{MarkingRule::per_option, Rational(1, 2)});
    CHECK(paper->sections[2].marking == Marking{MarkingRule::flat, Rational(3, 2)});
    CHECK(paper->sections[1].draw[0].topic.empty());
  }

  TEST_CASE("each has an own paper unless forms are shared, and a limit is of whole questions") {
    const auto paper =
        load("pass: 1\noverlap: 40\nsections: [{kind: judge, draw: [{count: 9}]}]\n");
    REQUIRE(paper);
    CHECK(paper->each_has_own());
    CHECK(paper->most_shared() == 3);
    CHECK_FALSE(load("pass: 1\nsections: [{kind: judge, draw: [{count: 9}]}]\n")->most_shared());
    CHECK(fault_names(load("pass: 1\nforms: 2\noverlap: 40\nsections: [{kind: judge, draw: "
                           "[{count: 9}]}]\n")) == "7:10 overlap-of-shared-forms");
    CHECK(fault_names(load("pass: 1\noverlap: 101\nsections: [{kind: judge, draw: "
                           "[{count: 9}]}]\n")) == "6:10 out-of-range");
  }

  TEST_CASE("two marks of a short answer may be a fifth of its points apart, or what is declared") {
    const auto paper = load(
        "pass: 6\nsections:\n  - {kind: short, points: 8, draw: [{count: 1}]}\n"
        "  - {kind: short, points: 8, tolerance: 0, draw: [{count: 1}]}\n");
    REQUIRE(paper);
    CHECK(paper->sections[0].tolerated() == Rational(8, 5));
    CHECK(paper->sections[1].tolerated() == Rational(0));
    CHECK(fault_names(load("pass: 1\nsections:\n"
                           "  - {kind: judge, tolerance: 1, draw: [{count: 1}]}\n"
                           "  - {kind: short, tolerance: 1.5, draw: [{count: 1}]}\n")) ==
          "7:30 tolerance-without-markers, 8:30 tolerance-above-full");
  }

  TEST_CASE("all that is wrong with the rules is said at once, where it stands") {
    CHECK(fault_names(
              load("pass: 1\nabsent: sick\nmake-up: never\nsections:\n"
                   "  - {kind: singel, draw: [{count: 1}]}\n"
                   "  - {kind: judge, marking: half, draw: []}\n"
                   "  - {kind: multiple, points: 1, marking: flat, part: 2, draw: [{count: 0}]}\n"
                   "  - {kind: multiple, marking: half, part: 1, draw: [{count: 1, level: 2}]}\n"
                   "  - {kind: multiple, marking: flat, draw: [{count: 1}]}\n")) ==
          "6:9 unknown-word, 7:10 unknown-word, 9:12 unknown-word, 10:28 marking-without-options, "
          "10:40 empty-list, 11:54 part-above-full, 11:72 out-of-range, 12:43 part-without-use, "
          "12:64 unknown-key, 13:5 missing-key");
  }

  TEST_CASE("nobody can be asked for more points than there are, or for a book of questions") {
    CHECK(fault_names(load("pass: 3\nsections: [{kind: judge, draw: [{count: 2}]}]\n")) ==
          "5:7 pass-above-full");
    CHECK(
        fault_names(load("pass: 3\nsections: [{kind: judge, draw: [{count: 500}, {count: 1}]}]\n"))
            .find("too-many-questions") != std::string::npos);
    CHECK(fault_names(load("pass: 3\nsections: []\n")) == "6:11 empty-list");
  }

  TEST_CASE("what is expected of forms is said, whatever stands there") {
    for (const char* forms : {"x", "0", "21", "1.5", "[2]"}) {
      const auto paper = load("pass: 1\nforms: " + std::string(forms) +
                              "\nsections: [{kind: judge, draw: [{count: 9}]}]\n");
      REQUIRE_FALSE(paper);
      CHECK(fault_names(paper) == "6:8 out-of-range");
      CHECK(paper.error().faults.front().what.en.find("a whole number from 1 to 20") !=
            std::string::npos);
    }
  }

  TEST_CASE("another document is no paper") {
    CHECK(fault_names(load_paper("rubric: work\n", "papers/q4.yaml")) == "1:9 other-document");
  }

  TEST_CASE("every rule and absence has a name, and back") {
    for (int rule = 0; rule < 7; ++rule)
      CHECK(parse_marking_rule(to_string(static_cast<MarkingRule>(rule))) ==
            static_cast<MarkingRule>(rule));
    CHECK_FALSE(parse_marking_rule("generous"));
    CHECK(parse_absence(to_string(Absence::excluded)) == Absence::excluded);
    CHECK_FALSE(parse_absence("never"));
  }
}
