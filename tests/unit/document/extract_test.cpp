#include "document/extract.hpp"

#include "document/organisation.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

// A whole sihu.yaml, with everything that is nobody's business on a stick.
const std::string text = R"(# 王五的电话在抽屉里
sihu: 1
organisation: {id: nrpb, name: "某局: 机关党委"}
language: zh
branches:
  - {id: zb03, name: 第三党支部, weight: 1.5}
  - id: zb05
    name: {zh: 第五党支部, en: Branch Five}
people:
  - {id: p003, name: 甲三, branch: zb03, roles: [inspector], duty: part-time, since: 2024-03-01}
  - {id: p004, name: 甲四, branch: zb03}
  # 乙五, 六月起休假
  - {id: p005, name: {zh: 乙五, en: 'Yi, Wu'}, branch: zb05, roles: [{role: secretary, from: 2025-01-01}], duty: part-time}
  - {id: p900, name: 丙九, roles: [committee]}
recuse: [[zb03, zb05]]
remind:
  to: {p003: san@example.org}
rectification:
  limits: {general: 10wd}
)";

std::string cut(const std::set<std::string>& others = {}) {
  const auto out = extract_organisation(text, "sihu.yaml", "zb05", others);
  REQUIRE(out);
  return *out;
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("sihu.yaml for one branch has its people, all branches and the rules") {
    const std::string out = cut();
    std::vector<Fault> warnings;
    const auto read = load_organisation(out, "sihu.yaml", &warnings);
    REQUIRE(read);
    CHECK(warnings.empty());  // that nobody answers for zb03 is said where zb03's people are
    CHECK(read->name.zh == "某局: 机关党委");
    CHECK(read->branches.size() == 2);
    CHECK(read->branches[0].weight == Rational(3, 2));
    REQUIRE(read->people.size() == 1);
    CHECK(read->people[0].name.en == "Yi, Wu");
    CHECK(read->people[0].duty == "part-time");
    CHECK(read->rectification.limits.at(Severity::general) == Limit{Limit::Unit::workdays, 10});
    CHECK(extract_branch(out) == "zb05");
    for (const char* word : {"王五", "甲三", "甲四", "丙九", "六月", "example.org", "recuse"})
      CHECK(out.find(word) == std::string::npos);
  }

  TEST_CASE("others are there by id, branch and roles alone") {
    const auto read = load_organisation(cut({"p003", "p900"}), "sihu.yaml");
    REQUIRE(read);
    REQUIRE(read->people.size() == 3);
    const Person* inspector = read->find_person("p003");
    REQUIRE(inspector);
    CHECK(inspector->name == Phrase{"p003", "p003"});
    CHECK(inspector->branch == "zb03");
    CHECK(inspector->roles.size() == 1);
    CHECK(inspector->duty.empty());
    CHECK_FALSE(inspector->since);
    CHECK_FALSE(read->find_person("p004"));
  }

  TEST_CASE("a section that nobody said a branch needs stays at home, also one of later versions") {
    const auto out = extract_organisation(
        text + "review: {least: 3}\nroster: {notice: 6m}\ntally: {base: zb03}\nladder: {zb03: 2}\n",
        "sihu.yaml", "zb05", {});
    REQUIRE(out);
    CHECK(out->find("review: {least: 3}") != std::string::npos);
    for (const char* word : {"roster", "tally", "ladder"})
      CHECK(out->find(word) == std::string::npos);
  }

  TEST_CASE("a whole sihu.yaml is no extract, whatever words are in it") {
    CHECK(extract_branch(text).empty());
    CHECK(extract_branch("# extract: zb05\n" + text).empty());
    const auto wrong = load_organisation(text + "extract: zb09\n", "sihu.yaml");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().faults.front().name == "unknown-branch");
  }

  TEST_CASE("of a plan there are the branch's rows, without notes") {
    PlanFile plan;
    plan.quarter = {2026, 4};
    plan.made = PlanOrigin{"p900", {}, "2026", ""};
    plan.broken.push_back(Phrase{"zb03", "zb03"});
    plan.rows = {{.mutual = Mutual::check, .from = "zb03", .to = "zb05"},
                 {.mutual = Mutual::check, .from = "zb03", .to = "zb07"},
                 {.mutual = Mutual::learn, .from = "zb05", .to = "zb07", .note = {"50", "50"}}};
    const PlanFile own = extract_plan(plan, "zb05");
    CHECK(own.rows.size() == 2);
    CHECK(own.has(Mutual::check, "zb03", "zb05"));
    CHECK(own.rows[1].note == Phrase{});
    CHECK(own.broken.empty());
    CHECK_FALSE(own.made);
    CHECK(own.quarter == plan.quarter);
  }
}
