#include "plan/lint_notes.hpp"

#include "support/said.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

LintFile settings(const std::string& more = "") {
  return {"sihu.yaml",
          "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}, {id: b, name: "
          "B}]\npeople: []\n" +
              more};
}

const LintFile plan{"plans/2026Q3.yaml",
                    "plan: 2026Q3\nrows:\n  - {mutual: check, from: a, to: b}\n"};
const LintFile rubric{"rubrics/work.yaml", "rubric: work\n"};

std::string noted(std::vector<LintFile> files, std::vector<LintFile> context = {},
                  Date today = Date(2026, 10, 1)) {
  LintInput input;
  input.today = today;
  input.files = std::move(files);
  input.context = std::move(context);
  return said(lint_notes(input));
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("that a plan whose quarter is over is asked little is said, not before") {
    CHECK(noted({plan}, {settings()}).find("plans/2026Q3.yaml: the quarter is over") !=
          std::string::npos);
    CHECK(noted({plan}, {settings()}, Date(2026, 9, 30)).empty());
    CHECK(noted({settings()}, {plan}).empty());
    CHECK(noted({plan}).empty());
  }

  TEST_CASE("that reviews are not sealed is said with sihu.yaml, where there is a rubric") {
    CHECK(noted({settings(), rubric}).find("no review.key") != std::string::npos);
    CHECK(noted({settings()}, {rubric}).find("no review.key") != std::string::npos);
    CHECK(noted({rubric}, {settings()}).empty());
    CHECK(noted({settings()}).empty());
    const std::string key = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
    CHECK(noted({settings("review: {key: 'x25519:" + key + "'}\n"), rubric}).empty());
  }
}
