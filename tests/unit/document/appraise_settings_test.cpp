#include "document/appraise_settings.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string with_appraise(const std::string& appraise) {
  return "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n" +
         appraise;
}

Result<AppraiseSettings> settings_of(const std::string& appraise) {
  return load_appraise_settings(with_appraise(appraise), "sihu.yaml");
}

std::string faults_of(const std::string& appraise) {
  const auto organisation = load_organisation(with_appraise(appraise), "sihu.yaml");
  CHECK(fault_names(organisation) == fault_names(settings_of(appraise)));
  return fault_names(organisation);
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("appraisals have defaults, and each may be written") {
    const auto none = settings_of("");
    REQUIRE(none);
    CHECK(none->checklist == "cadre7");
    CHECK(none->areas_weight == 80);
    CHECK(none->quota == 20);
    const auto all = settings_of(
        "appraise:\n  checklist: mine\n  who: [secretary]\n  weights: {areas: 100}\n"
        "  fill: [{area: one, from: check-items}, {item: A-01, from: test}]\n"
        "  grades: {excellent: 95}\n  quota: 33\n  commend: {grade: good, no-overdue: false}\n"
        "  help-below: 70.5\n");
    REQUIRE(all);
    CHECK(all->who == std::vector{RoleName::secretary});
    CHECK(all->quarters_weight.is_zero());
    REQUIRE(all->fill.size() == 2);
    CHECK(all->fill[0].from == AppraiseSource::check_items);
    CHECK(all->fill[1].item == "A-01");
    CHECK(all->excellent == 95);
    CHECK(all->good == 80);
    CHECK(all->commend_grade == AppraiseGrade::good);
    CHECK_FALSE(all->commend_no_overdue);
    CHECK(all->help_below == Rational(141, 2));
  }

  TEST_CASE("what makes no sense is a fault of sihu.yaml, with its place") {
    CHECK(faults_of("appraise: {quota: 101}\n") == "5:19 out-of-range");
    CHECK(faults_of("appraise: {weights: {areas: 70, quarters: 20}}\n") ==
          "5:21 weights-do-not-add-up");
    CHECK(faults_of("appraise: {weights: {quarters: 100}}\n") == "5:21 nothing-to-appraise");
    CHECK(faults_of("appraise: {grades: {good: 95}}\n") == "5:20 not-ascending");
    CHECK(faults_of("appraise: {fill: [{from: test}]}\n") == "5:19 one-of-two");
    CHECK(faults_of("appraise: {fill: [{item: A, from: review}]}\n") == "5:35 unknown-word");
    CHECK(faults_of("appraise: {fill: [{item: A, from: test}, {item: A, from: learn}]}\n") ==
          "5:42 duplicate-value");
    CHECK(faults_of("appraise: {who: []}\n") == "5:17 empty-list");
    CHECK(faults_of("appraise: {who: [member, member]}\n") == "5:26 duplicate-value");
    CHECK(faults_of("appraise: {stance: 10}\n") == "5:12 unknown-key");
  }
}
