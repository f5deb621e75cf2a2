#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string linted(const std::string& appraise) {
  LintInput input;
  input.files.push_back(
      {"checklists/seven.yaml",
       "checklist: seven\nversion: '1'\ntitle: T\nfull: 10\nareas: [{id: one, title: O, points: "
       "10}]\nitems:\n  - {id: A-01, area: one, title: A, points: 10, severity: minor, due: "
       "1d}\n"});
  input.files.push_back(
      {"sihu.yaml",
       "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\n"
       "people: [{id: p, name: P, branch: a, roles: [secretary]}]\nrectification: {limits: {minor: "
       "1d, general: 1d, serious: 1d, critical: 1d}, verify-within: 1d}\nappraise: " +
           appraise + "\n"});
  input.whole = true;
  input.today = Date(2026, 10, 12);
  return fault_names(lint(input));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("the checklist of appraisals, and what is filled of it, have to be there") {
    CHECK(
        linted("{checklist: seven, fill: [{area: one, from: check}, {item: A-01, from: test}]}") ==
        "");
    CHECK(linted("{checklist: sevn}") == "6:23 unknown-checklist");
    CHECK(linted("{checklist: seven, fill: [{area: two, from: check}]}") == "6:44 unknown-fill");
    CHECK(linted("{checklist: seven, fill: [{item: A-02, from: check}]}") == "6:44 unknown-fill");
  }
}
