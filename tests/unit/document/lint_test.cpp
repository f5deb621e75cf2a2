#include "document/lint.hpp"

#include "document/organisation_parts.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string organisation =
    "sihu: 1\norganisation: {id: s, name: s}\ncalendars: [calendars/cn-2026.yaml]\n"
    "branches: [{id: a, name: A, tags: [organ]}]\npeople: [{id: p, name: P, branch: a, roles: "
    "[secretary]}]\n";
const std::string calendar = "calendar: cn-2026\nversion: '1'\nyears: [{year: 2026}]\n";

std::string faults_of(std::vector<LintFile> files, Date today = Date(2026, 6, 1)) {
  const LintInput input{std::move(files), {}, true, today};
  return fault_names(lint(input));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("a sound workspace has no faults") {
    CHECK(faults_of({{"sihu.yaml", organisation}, {"calendars/cn-2026.yaml", calendar}}).empty());
  }

  TEST_CASE("the defaults that are explained are those that hold") {
    for (const Lang lang : {Lang::zh, Lang::en}) {
      const std::string text = explain_defaults(lang) +
                               "sihu: 1\norganisation: {id: s, name: s}\n"
                               "branches: [{id: a, name: A}]\npeople: []\n";
      const auto explained = load_organisation(text, "sihu.yaml");
      CHECK(fault_names(explained).empty());
      REQUIRE(explained);
      const Organisation none;
      CHECK(explained->timezone == none.timezone);
      CHECK(explained->quarter_weights == none.quarter_weights);
      CHECK(explained->ranking.ties == none.ranking.ties);
      CHECK(explained->ranking.halves == none.ranking.halves);
      CHECK(explained->ranking.tie_breaks == none.ranking.tie_breaks);
      CHECK(explained->rectification.limits == none.rectification.limits);
      CHECK(explained->rectification.escalation.size() == none.rectification.escalation.size());
      CHECK(explained->rectification.extension_days == none.rectification.extension_days);
    }
  }

  TEST_CASE("what is explained leaves out no key that has a meaning") {
    const std::string text = explain_defaults(Lang::en);
    for (const char* key : {"language", "timezone", "calendars", "weights", "ties", "rounding",
                            "tie-breaks", "limits", "verify-within", "extensions", "escalation",
                            "signed", "practice", "retention", "weight", "tags", "roles", "keys"})
      CHECK(text.find(key) != std::string::npos);
    for (const std::string& step : signable_steps()) CHECK(text.find(step) != std::string::npos);
  }

  TEST_CASE("a broken base is complained about once, not for each that builds on it") {
    const std::string broken =
        "checklist: base\nversion: '1'\ntitle: x\nitems: [{id: A, title: x}]\n";
    CHECK(faults_of({{"checklists/base.yaml", broken},
                     {"checklists/b.yaml", "checklist: b\nextends: base\n"},
                     {"checklists/c.yaml", "checklist: c\nextends: base\n"}}) == "4:9 missing-key");
  }
}
