#include "audit/visits.hpp"

#include "support/audits.hpp"
#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

AuditVisits gather(const CheckFixture& check, Quarter first, Quarter last) {
  const auto problems = check.problems();
  const OverviewScene scene{check.ledger, check.organisation,
                            check.zone,   problems,
                            check.today,  [&](const CheckState&) { return &check.checklist; }};
  return gather_visits(scene, first, last);
}

Answer found(const char* existed, std::string note) {
  Answer given = answer("fail", "", std::move(note));
  given.existed = parse_existed(existed).value_or(Existed::not_said);
  return given;
}

void pass_most(CheckFixture& check, const std::string& person) {
  REQUIRE(check.say(person, "A-1", answer("deduct", "late*2", "九月、十月")));
  REQUIRE(check.say(person, "A-3", answer("value", "3")));
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("a visit is what one person said of the items that apply") {
    CheckFixture check;
    pass_most(check, "p003");
    REQUIRE(check.say("p003", "A-2", answer("na", "", "无台账")));
    REQUIRE(check.say("p003", "B-1", found("yes", "公示栏是空的")));
    REQUIRE(check.say("p004", "A-3", answer("value", "3")));
    const auto gathered = gather(check, last_quarter, last_quarter);
    // p004 helped with one item: no visit of its own
    REQUIRE(gathered.visits.size() == 1);
    const AuditVisit& visit = gathered.visits[0];
    CHECK(visit.inspector == "p003");
    CHECK(visit.home == "zb01");
    CHECK(visit.place() == "zb05/dues");
    REQUIRE(visit.items.size() == 3);
    CHECK(visit.items[0].id == "dues/A-1");
    CHECK(visit.items[0].seen == Seen::found_undated);  // nobody said whether it had been there
    CHECK(visit.items[0].mark == 60);                   // 3 of 5 points
    CHECK(visit.items[1].seen == Seen::passed);
    CHECK(visit.items[2].seen == Seen::found_old);
    CHECK(visit.items[2].note == "公示栏是空的");
    CHECK_FALSE(visit.items[2].mark.has_value());  // met or not met: no mark
    CHECK(subject_of(visit, visit.items[2]) == "26Q4/zb05/dues/B-1");
  }

  TEST_CASE("words of the checklist itself are nobody's own") {
    CheckFixture check;
    pass_most(check, "p003");
    REQUIRE(check.say("p003", "B-1", found("no", "每年公示。")));
    CHECK(gather(check, last_quarter, last_quarter).visits.at(0).items.back().note.empty());
  }

  TEST_CASE("what was on the list and not rectified is not the inspector's") {
    CheckFixture check;
    check.key.quarter = {2026, 3};
    check.today = Date(2026, 9, 14);
    pass_most(check, "p003");
    REQUIRE(check.say("p003", "B-1", found("no", "未公示")));
    check.key.quarter = {2026, 4};
    check.today = Date(2026, 10, 14);
    pass_most(check, "p004");
    REQUIRE(check.say("p004", "B-1", found("yes", "还是未公示")));
    const auto gathered = gather(check, {2026, 1}, last_quarter);
    REQUIRE(gathered.visits.size() == 2);
    CHECK(gathered.visits[0].items.size() == 3);
    // A-1 and B-1 are still open from the quarter before; only A-3 is left
    REQUIRE(gathered.visits[1].items.size() == 1);
    CHECK(gathered.visits[1].items[0].id == "dues/A-3");
    // but p004 wrote and answered that too
    REQUIRE(gathered.visits[1].known.size() == 2);
    CHECK(gathered.visits[1].known[1].note == "还是未公示");
    CHECK(answered_in(gathered.visits[1]).size() == 3);
    CHECK(visits_between(gathered.visits, {2026, 3}, {2026, 3}).size() == 1);
    CHECK(quarters_of(pointers(gathered.visits), last_quarter).en == "2026Q3 to 2026Q4");
    CHECK(quarters_of({}, last_quarter).zh == "2026Q4");
  }

  TEST_CASE("a branch's own look at itself is no visit") {
    CheckFixture check;
    check.key.self = true;
    pass_most(check, "p005");
    CHECK(gather(check, last_quarter, last_quarter).visits.empty());
  }

  TEST_CASE("a quarter whose checklist is not at hand is named") {
    CheckFixture check;
    pass_most(check, "p003");
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [](const CheckState&) { return nullptr; }};
    const auto gathered = gather_visits(scene, last_quarter, last_quarter);
    CHECK(gathered.visits.empty());
    CHECK(gathered.without_checklist == std::vector<Quarter>{last_quarter});
  }

  TEST_CASE("the machine's clock says when a line was recorded") {
    Event event;
    event.at = *Instant::parse("2026-10-14T02:00:00.001Z");
    CHECK(recorded_at(event) == event.at);
    event.fields = {{"clock", "2026-10-14T00:30:00.000Z"}};
    CHECK(to_string(recorded_at(event)) == "2026-10-14T00:30:00.000Z");
  }
}
