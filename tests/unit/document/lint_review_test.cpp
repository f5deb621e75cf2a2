#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string rubric =
    "rubric: work\nversion: '1'\ntitle: W\nscale: {from: 1, to: 5}\n"
    "criteria: [{id: C1, title: A, weight: 100}]\n";
const std::string classes = "classes: [{id: all, weight: 100, of: secretary}]\n";

std::string linted(const std::string& review, const std::vector<LintFile>& rubrics) {
  LintInput input;
  input.files = rubrics;
  input.files.push_back(
      {"sihu.yaml",
       "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\n"
       "people: [{id: p, name: P, branch: a, roles: [secretary]}]\nrectification: {limits: {minor: "
       "1d, general: 1d, serious: 1d, critical: 1d}, verify-within: 1d}\nreview: " +
           review + "\n"});
  input.whole = true;
  input.today = Date(2026, 10, 12);
  return fault_names(lint(input));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("the rubric that sihu.yaml names has to be there") {
    const LintFile work{"rubrics/work.yaml", rubric};
    CHECK(linted("{rubric: work}", {work}) == "");
    CHECK(linted("{rubric: wrk}", {work}) == "6:18 unknown-rubric");
    CHECK(linted("{rubric: work}", {}) == "6:18 unknown-rubric");
  }

  TEST_CASE("classes can only be weighted where there are some") {
    CHECK(linted("{method: classes}", {{"rubrics/work.yaml", rubric + classes}}) == "");
    CHECK(linted("{method: classes}", {{"rubrics/work.yaml", rubric}}) ==
          "6:18 rubric-without-classes");
  }

  TEST_CASE("a rubric is read with its workspace, and is named after its id") {
    CHECK(linted("{}", {{"rubrics/other.yaml", rubric}}) == "1:9 name-differs");
    CHECK(linted("{}", {{"rubrics/work.yaml", "rubric: work\n"}}).find("missing-key") !=
          std::string::npos);
  }
}
