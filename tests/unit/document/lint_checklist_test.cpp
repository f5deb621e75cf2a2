#include "document/lint.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string about(const std::string& items) {
  LintInput input;
  input.files = {
      {"checklists/dues.yaml", "checklist: dues\nversion: '1'\ntitle: x\nitems:\n" + items}};
  input.context = {{"sihu.yaml",
                    "sihu: 1\norganisation: {id: s, name: s}\npeople: []\n"
                    "branches: [{id: a, name: A, tags: [organ]}]\n"}};
  input.today = Date(2026, 6, 1);
  return fault_names(lint(input));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a tag that no branch has is worth a warning") {
    CHECK(about("  - {id: A, title: x, points: 1, applies-to: [organ, orgn]}\n") ==
          "5:54 tag-without-branch");
  }

  TEST_CASE("a checklist that nobody gets is worth a warning") {
    CHECK(about("  - {id: A, title: x, points: 1, applies-to: [factory]}\n") ==
          "1:12 checklist-for-nobody, 5:47 tag-without-branch");
  }

  TEST_CASE("a veto on an item that only loses points never acts") {
    CHECK(about("  - {id: A, title: x, points: 1, veto: fail-all, deduct: [{id: d, when: w, each: "
                "1}]}\n") == "5:40 veto-never-acts");
    CHECK(about("  - {id: A, title: x, points: 1, veto: fail-all}\n").empty());
  }
}
