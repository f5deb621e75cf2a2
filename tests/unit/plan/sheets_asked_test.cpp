#include "plan/sheets_asked.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

LintFile rubric(const std::string& id, int least) {
  return {"rubrics/" + id + ".yaml",
          "rubric: " + id +
              "\nversion: '1'\ntitle: {zh: 评, en: R}\nscale: {from: 1, to: 5}\nleast: " +
              std::to_string(least) +
              "\ncriteria:\n  - {id: C1, title: {zh: 按时, en: On time}, weight: 100}\n"};
}

int asked(const Organisation& organisation, std::vector<LintFile> files,
          std::vector<LintFile> context = {}) {
  LintInput input;
  input.files = std::move(files);
  input.context = std::move(context);
  return sheets_asked(organisation, input);
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("a result needs what sihu.yaml or the rubric asks for, whichever is more") {
    Organisation organisation;
    organisation.review.least = 4;
    CHECK(asked(organisation, {}) == 4);
    CHECK(asked(organisation, {}, {rubric("work", 5)}) == 5);
    CHECK(asked(organisation, {rubric("work", 3)}) == 4);
    CHECK(asked(organisation, {{"rubrics/work.yaml", "rubric: work\n"}}) == 4);
  }

  TEST_CASE("of several rubrics it is the one that sihu.yaml names") {
    Organisation organisation;
    CHECK(asked(organisation, {rubric("work", 5), rubric("year", 7)}) == 3);
    organisation.review.rubric = "year";
    CHECK(asked(organisation, {rubric("work", 5), rubric("year", 7)}) == 7);
  }
}
