#include "audit/audit.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("audit") {
  TEST_CASE("every test answers, with questions or with why there are none") {
    CheckFixture check;
    check.ledger.files.push_back(
        {"2026Q4/zb01.k7m2qx.tsv", {"demo", {2026, 4}, "zb01", "k7m2qx"}, 1});
    for (const char* branch : {"zb05", "zb09"}) {
      check.key.branch = branch;
      REQUIRE(check.say("p003", "A-1", answer("deduct", "late*2", "八月、九月都没有按时收")));
      REQUIRE(check.say("p003", "B-1", answer("pass")));
    }
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [&](const CheckState&) { return &check.checklist; }};
    const Audit audit = audit_quarter(scene, {2026, 4});
    REQUIRE(audit.results.size() == all_audit_tests.size());
    for (std::size_t i = 0; i < audit.results.size(); ++i)
      CHECK(audit.results[i].test == all_audit_tests[i]);
    CHECK(audit.questions() == 1);  // the words
    REQUIRE(audit.results[9].test == AuditTest::copied_text);
    CHECK(audit.results[9].questions.at(0).ids == std::vector<std::string>{"zb05", "zb09"});
    CHECK(audit.results[0].too_little.en.find("there are 0") != std::string::npos);
    CHECK(audit.without_checklist.empty());
  }
}
