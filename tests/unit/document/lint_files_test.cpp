#include "document/lint_files.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("a file is known by its keys, else by where it lies") {
    LintInput input;
    input.files = {{"a.yaml", "sihu: 1\n"},
                   {"b.yaml", "calendar: c\n"},
                   {"c.yaml", "checklist: d\nanswers: []\n"},
                   {"d.json", "[]"},
                   {"e.yaml", "checklist: d\n"},
                   {"checklists/f.yaml", "titel: d\n"},
                   {"g.yaml", "rubric: r\n"},
                   {"i.yaml", "course: c\n"},
                   {"h.yaml", "rubric: r\nsheets: []\n"}};
    const auto files = lint_each(input);
    const DocumentKind kinds[] = {
        DocumentKind::organisation, DocumentKind::calendar,  DocumentKind::answers,
        DocumentKind::answers,      DocumentKind::checklist, DocumentKind::checklist,
        DocumentKind::rubric,       DocumentKind::course,    DocumentKind::unknown};
    REQUIRE(files.size() == std::size(kinds));
    for (std::size_t i = 0; i < files.size(); ++i) CHECK(files[i].kind == kinds[i]);
    CHECK(fault_names(files.back().faults) == "1:1 unknown-kind");
    CHECK(files[4].id == "d");
  }
}
