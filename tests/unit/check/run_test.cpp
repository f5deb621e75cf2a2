#include "check/run.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// An inspection in memory: what is typed goes through the same functions as on a terminal.
struct Desk {
  CheckFixture check;
  std::string person = "p003";
  Instant now = check.zone.at(check.today, 10);
  ScoreBasis basis = check.basis();
  Run run{{check.key, basis, check.organisation, person}, check.state(), now};

  explicit Desk(CheckFixture from = {}) : check(std::move(from)) {}

  Reply type(std::string_view line) {
    now = now + 5000;
    auto reply = run.answer(line, now);
    if (reply.kind != Reply::Kind::record) return reply;
    const auto recording = check.act(
        person, [&](const CheckScene& scene) { return record_answers(scene, {reply.answer}); });
    REQUIRE(recording);
    run.recorded(reply.answer, now);
    return reply;
  }

  std::string on() const { return run.current() ? run.current()->id : "-"; }
};

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("a pass is one key, and the next item follows") {
    Desk desk;
    CHECK(desk.on() == "A-1");
    CHECK(desk.type("p").kind == Reply::Kind::record);
    CHECK(desk.on() == "A-2");
    CHECK(desk.check.state().find("A-1")->standing[0].answer.took == 5);
  }

  TEST_CASE("a failed item is asked whether it was there before") {
    Desk desk;
    CHECK(desk.type("f 八月未收缴").kind == Reply::Kind::moved);
    CHECK(desk.run.prompt().en.find("last time") != std::string::npos);
    CHECK(desk.type("maybe").wrong);
    const auto reply = desk.type("y");
    CHECK(reply.kind == Reply::Kind::record);
    CHECK(reply.answer.answer.existed == Existed::yes);
    CHECK(reply.answer.answer.note == "八月未收缴");
    CHECK(desk.check.problems().problems.size() == 1);
    CHECK(desk.on() == "A-2");
  }

  TEST_CASE("help and quit are heard where something else is asked, and record nothing") {
    Desk desk;
    desk.type("d");
    CHECK(desk.type("?").message.en.find("1  paid late") != std::string::npos);
    CHECK(desk.type("q").kind == Reply::Kind::quit);
    desk.type("f 八月未收缴");
    CHECK_FALSE(desk.type("?").wrong);
    CHECK(desk.type("q").kind == Reply::Kind::quit);
    CHECK(desk.check.problems().problems.empty());
  }

  TEST_CASE("points are taken off by rules, typed at once or after the list") {
    Desk desk;
    CHECK(desk.type("d").message.en.find("1  paid late") != std::string::npos);
    CHECK(desk.type("9").wrong);
    CHECK(desk.type("1*2 2").kind == Reply::Kind::moved);
    CHECK(to_string(desk.type("").answer.answer.rules) == "late*2;short");
    desk.type("j A-1");
    desk.type("d late*3 九月");
    const auto reply = desk.type("n");
    CHECK(reply.answer.answer.points == Rational(3));
    CHECK(reply.answer.answer.existed == Existed::no);
    CHECK(desk.check.problems().problems.size() == 1);
  }

  TEST_CASE("what needs evidence, a reason or a number says so and asks again") {
    Desk desk;
    CHECK(desk.type("n").wrong);
    CHECK(desk.type("n 无党员").kind == Reply::Kind::record);
    CHECK(desk.on() == "A-2");
    CHECK(desk.type("p").wrong);
    CHECK(desk.type("e a.pdf; b.jpg").paths == std::vector<std::string>{"a.pdf", "b.jpg"});
    desk.run.attach({"aa.pdf"});
    CHECK(desk.type("p").answer.answer.evidence == std::vector<std::string>{"aa.pdf"});
    CHECK(desk.on() == "A-3");
    CHECK(desk.type("p").wrong);
    CHECK(desk.type("3").answer.answer.value == Rational(3));
    CHECK(desk.on() == "B-1");
  }

  TEST_CASE("undo takes the last answers back, one after the other") {
    Desk desk;
    CHECK(desk.type("u").message.en == "there is nothing to undo");
    desk.type("p");
    desk.type("j A-1");
    desk.type("d late*2");
    desk.type("n");
    CHECK(desk.check.problems().problems.size() == 1);
    CHECK(desk.on() == "A-2");
    const auto reply = desk.type("u");  // the pass is recorded again, its problem withdrawn
    CHECK(reply.kind == Reply::Kind::record);
    CHECK(reply.answer.answer.verdict == Verdict::pass);
    CHECK(desk.on() == "A-1");
    CHECK(desk.run.rows()[0].sign == "+");
    CHECK_FALSE(desk.run.rows()[0].is_finding);
    CHECK(desk.type("u").kind == Reply::Kind::moved);  // nothing was said before that
    CHECK(desk.on() == "A-1");
    CHECK(desk.type("u").kind == Reply::Kind::stay);
  }

  TEST_CASE("a refused undo is over, and the next answer goes on as always") {
    Desk desk;
    desk.type("p");
    desk.type("j A-1");
    desk.type("n 不涉及");
    CHECK(desk.run.answer("u", desk.now).kind == Reply::Kind::record);
    desk.run.refused();
    desk.type("p");
    CHECK(desk.on() == "A-2");
  }

  TEST_CASE("every item has a row that says how it stands") {
    Desk desk;
    desk.type("f 八月未收缴");
    desk.type("n");
    const auto rows = desk.run.rows();
    REQUIRE(rows.size() == 5);
    CHECK(rows[0].item->id == "A-1");
    CHECK(rows[0].sign == "x");
    CHECK(rows[0].is_finding);
    CHECK_FALSE(rows[1].answered());
    CHECK(desk.run.at() == 1);
  }

  TEST_CASE("a note is kept for the answer, and dropped by undo") {
    Desk desk;
    desk.type("m 看了台账");
    CHECK(desk.type("p").answer.answer.note == "看了台账");
    desk.type("j B-1");
    desk.type("m 写错了");
    desk.type("u");
    CHECK(desk.type("p").answer.answer.note.empty());
  }

  TEST_CASE("back, jump and skip move without recording") {
    Desk desk;
    desk.type("s");
    CHECK(desk.on() == "A-2");
    desk.type("b");
    CHECK(desk.on() == "A-1");
    desk.type("b");
    CHECK(desk.on() == "A-1");
    desk.type("j v-1");
    CHECK(desk.on() == "V-1");
    desk.type("j 3");
    CHECK(desk.on() == "A-3");
    CHECK(desk.type("j A-9").message.en.find("did you mean A-1?") != std::string::npos);
    desk.type("j V-1");
    desk.type("s");
    CHECK(desk.on() == "A-1");
    CHECK(desk.check.ledger.entries.empty());
  }

  TEST_CASE("a run goes on at the first unanswered item and ends when all are done") {
    CheckFixture check;
    REQUIRE(check.say("p004", "A-1", answer("pass")));
    Desk desk(check);
    CHECK(desk.on() == "A-2");
    CHECK(desk.run.done() == 1);
    CHECK(desk.run.asked() == 5);
    desk.type("n 无");
    desk.type("3");
    desk.type("p");
    desk.type("p");
    CHECK(desk.run.complete());
    CHECK(desk.type("").kind == Reply::Kind::quit);
  }

  TEST_CASE("an answer can be changed after everything is done") {
    CheckFixture check;
    for (const char* item : {"A-1", "B-1", "V-1"}) REQUIRE(check.say("p003", item, answer("pass")));
    for (const char* item : {"A-2", "A-3"})
      REQUIRE(check.say("p003", item, answer("na", "", "无")));
    Desk desk(check);
    CHECK(desk.run.complete());
    CHECK(desk.type("p").wrong);
    CHECK(desk.check.score().total == Rational(20));
    desk.type("j B-1");
    desk.type("f");
    desk.type("");
    CHECK(desk.check.score().total == Rational(12));
  }

  TEST_CASE("quitting is a key, and nonsense is answered with the way to help") {
    Desk desk;
    CHECK(desk.type("xyz").wrong);
    CHECK(desk.type("\x1b[2J").message.en.find('\x1b') == std::string::npos);
    CHECK_FALSE(desk.type("?").message.empty());
    CHECK(desk.type("q").kind == Reply::Kind::quit);
  }

  TEST_CASE("a refused recording asks the same item again") {
    Desk desk;
    const auto reply = desk.run.answer("p", desk.now);
    CHECK(reply.kind == Reply::Kind::record);
    desk.run.refused();
    CHECK(desk.on() == "A-1");
    CHECK(desk.run.prompt().en == "A-1> ");
  }

  TEST_CASE("what records say is taken by Enter, and overridden only with a reason") {
    CheckFixture check;
    RecordOffer gap;
    gap.result.verdict = RecordVerdict::gap;
    gap.result.digest = "0123456789abcdef";
    gap.answer = completed(
        *check.checklist.find("A-1"),
        {Verdict::deduct, {}, {{"late", 2}}, {}, Existed::not_said, "two months", {}, {}});
    RecordOffer part;
    part.result.verdict = RecordVerdict::met;
    part.beyond = same("the receipts");
    const auto basis = check.basis();
    const auto now = check.zone.at(check.today, 10);
    Run run({check.key, basis, check.organisation, "p003", {}, 80, {{"A-1", gap}, {"B-1", part}}},
            check.state(), now);
    CHECK(run.card().en.find("Enter: 2 points off (late*2)") != std::string::npos);
    CHECK(run.answer("p", now).message.en.find("records say") != std::string::npos);
    CHECK(run.answer("p minutes are in the safe", now).kind == Reply::Kind::record);
    run.refused();
    CHECK(run.answer("", now).kind == Reply::Kind::moved);
    const auto reply = run.answer("", now);
    REQUIRE(reply.kind == Reply::Kind::record);
    CHECK(reply.answer.answer.note == "two months");
    CHECK(reply.answer.records[0].value == "gap");
    run.refused();
    run.answer("j B-1", now);
    CHECK(run.answer("", now).message.en.find("the receipts") != std::string::npos);
    CHECK(run.answer("p", now).answer.records[0].value == "met");
  }
}
