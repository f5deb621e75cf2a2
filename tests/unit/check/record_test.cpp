#include "check/record.hpp"

#include "check/settlements.hpp"
#include "problem/twins.hpp"
#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string names_of(const Recording& recording) {
  std::string names;
  for (const auto& draft : recording.drafts) names += (names.empty() ? "" : " ") + draft.name;
  return names;
}

std::string value_of(const Draft& draft, std::string_view key) {
  for (const auto& field : draft.fields)
    if (field.key == key) return field.value;
  return {};
}

void answer_all(CheckFixture& check, const std::string& person) {
  for (const char* item : {"A-1", "B-1", "V-1"}) REQUIRE(check.say(person, item, answer("pass")));
  auto with_file = answer("pass");
  with_file.evidence = {"a.pdf"};
  REQUIRE(check.say(person, "A-2", with_file));
  REQUIRE(check.say(person, "A-3", answer("value", "3")));
}

Result<Recording> signing(CheckFixture& check, const char* person) {
  return check.act(person, [](const CheckScene& scene) { return sign_check(scene, {}); });
}

Result<Recording> confirming(CheckFixture& check, const char* person) {
  return check.act(person, [](const CheckScene& scene) { return confirm_check(scene, {}); });
}

Result<Recording> settling(CheckFixture& check, const char* person, const Answer& given) {
  return check.act(person, [&](const CheckScene& scene) {
    return settle_item(scene, {"B-1", completed(*check.checklist.find("B-1"), given)}, "看了原件");
  });
}

Result<Recording> disputing(CheckFixture& check, const char* person, const char* item,
                            const std::string& note) {
  return check.act(person, [&](const CheckScene& scene) {
    return dispute_item(scene, *check.checklist.find(item), note);
  });
}

std::string refusal(const Result<Recording>& result) {
  REQUIRE_FALSE(result.has_value());
  return fault_names(result.error());
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("the first answer begins the check and later ones do not") {
    CheckFixture check;
    CHECK(names_of(*check.say("p003", "A-1", answer("pass"))) == "check.begin check.answer");
    const auto second = check.say("p003", "B-1", answer("pass"));
    CHECK(names_of(*second) == "check.answer");
    CHECK(second->role == RoleName::inspector);
    CHECK(second->drafts[0].subject == "26Q4/zb05/dues/B-1");
    CHECK(value_of(second->drafts[0], "doc") == check.doc);
  }

  TEST_CASE("saying the same again records nothing") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("pass")));
    const auto again = check.say("p003", "A-1", answer("pass"));
    CHECK(again->drafts.empty());
    CHECK(again->unchanged == std::vector<std::string>{"A-1"});
  }

  TEST_CASE("who answered on two machines ends it by answering again, like either of them") {
    for (const char* again : {"pass", "fail"}) {
      CheckFixture check;
      REQUIRE(check.say("p003", "B-1", answer("fail")));
      // The same person on a machine that knows nothing of it.
      check.add("p003", "check.answer", subject_of(check.key, "B-1"),
                {{"result", "pass"}, {"doc", check.doc}}, RoleName::inspector);
      check.ledger.entries.back().event.fields.erase(
          std::ranges::find(check.ledger.entries.back().event.fields, "after", &Field::key));
      REQUIRE(fold_check(check.ledger, check.key).find("B-1")->conflict);
      const auto said = check.say("p003", "B-1", answer(again));
      REQUIRE(said);
      CHECK(said->unchanged.empty());
      const auto state = fold_check(check.ledger, check.key);
      CHECK_FALSE(state.find("B-1")->conflict);
      CHECK(state.find("B-1")->standing.size() == 1);
    }
  }

  TEST_CASE("answers of two persons that differ are named as a conflict") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    CHECK(check.say("p004", "B-1", answer("fail"))->conflicts == std::vector<std::string>{"B-1"});
    CHECK(check.score().conflicts == 1);
    REQUIRE(settling(check, "p008", answer("pass")));
    CHECK(check.score().conflicts == 0);
  }

  TEST_CASE("a line about a check comes later than all others about it, whoever's clock is slow") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto second = check.say("p004", "A-1", answer("pass"));
    REQUIRE(second);
    CHECK(second->drafts[0].past == check.ledger.entries[1].event.at);
  }

  TEST_CASE("a late entry says on which day and why") {
    CheckFixture check;
    const auto recording = check.act("p003", [&](const CheckScene& scene) {
      auto late = scene;
      late.on = Date{2026, 10, 12};
      late.reason = "当日无电脑";
      return record_answers(late,
                            {{"B-1", completed(*check.checklist.find("B-1"), answer("fail"))}});
    });
    REQUIRE(recording);
    for (const auto& draft : recording->drafts) CHECK(value_of(draft, "on") == "2026-10-12");
    CHECK(value_of(recording->drafts[1], "reason") == "当日无电脑");
  }

  TEST_CASE("only a complete check without conflict is signed off, once") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    REQUIRE(check.say("p004", "B-1", answer("fail")));
    CHECK(refusal(signing(check, "p008")) == "incomplete in-conflict");
    answer_all(check, "p003");
    CHECK(refusal(signing(check, "p008")) == "in-conflict");
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    CHECK(refusal(signing(check, "p003")) == "not-a-leader");
    REQUIRE(signing(check, "p008"));
    CHECK(refusal(signing(check, "p008")) == "already-signed");
    CHECK(refusal(check.say("p003", "B-1", answer("fail"))) == "signed-off");
    const auto by_committee = check.say("p900", "B-1", answer("fail"));
    REQUIRE(by_committee);
    CHECK(by_committee->conflicts.empty());
    CHECK(check.score().total == Rational(12));
    CHECK(check.state().changed_since(check.state().signed_off));
  }

  TEST_CASE("the inspected branch confirms what is complete") {
    CheckFixture check;
    CHECK(refusal(confirming(check, "p005")) == "incomplete");
    answer_all(check, "p003");
    CHECK(refusal(confirming(check, "p003")) == "not-own-branch");
    REQUIRE(confirming(check, "p005"));
    CHECK(check.state().confirmed->person == "p005");
    CHECK(refusal(confirming(check, "p005")) == "already-confirmed");
  }

  TEST_CASE("a dispute needs a reason and something that was lost") {
    CheckFixture check;
    CHECK(refusal(disputing(check, "p005", "B-1", "有照片")) == "nothing-to-dispute");
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    CHECK(refusal(disputing(check, "p005", "B-1", "")) == "missing-reason");
    CHECK(names_of(*disputing(check, "p005", "B-1", "有照片")) == "check.dispute problem.dispute");
    CHECK(check.problems().problems[0].status == Status::disputed);
    CHECK(check.state().find("B-1")->disputed.has_value());
  }

  TEST_CASE("a self check is not settled, signed or confirmed") {
    CheckFixture check;
    check.key.self = true;
    REQUIRE(check.say("p005", "B-1", answer("fail")));
    CHECK(refusal(signing(check, "p008")) == "self-check");
    CHECK(refusal(confirming(check, "p005")) == "self-check");
    CHECK(refusal(settling(check, "p008", answer("pass"))) == "self-check");
  }

  TEST_CASE("settling needs an answer, a leader and a reason") {
    CheckFixture check;
    CHECK(refusal(settling(check, "p008", answer("pass"))) == "nothing-to-settle");
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    CHECK(refusal(settling(check, "p003", answer("pass"))) == "not-a-leader");
    const auto settled = settling(check, "p008", answer("pass"));
    REQUIRE(settled);
    CHECK(names_of(*settled) == "check.settle problem.withdraw");
    CHECK(value_of(settled->drafts[0], "reason") == "看了原件");
  }

  TEST_CASE("what nobody disputes is not settled, and what is in dispute is named") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p003", "V-1", answer("pass")));
    REQUIRE(check.say("p004", "V-1", answer("fail")));
    const auto refused = settling(check, "p008", answer("pass"));
    CHECK(refusal(refused) == "not-in-dispute");
    CHECK(refused.error().faults[0].hint.in(Lang::en).find("in dispute: V-1;") !=
          std::string::npos);
    CHECK(check.state().find("B-1")->standing[0].answer.verdict == Verdict::fail);
  }

  TEST_CASE("what the branch objects to is settled, until the problem is upheld") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(disputing(check, "p005", "B-1", "有照片"));
    const std::string problem = check.problems().problems[0].id;
    CheckFixture upheld = check;
    upheld.add("p900", "problem.uphold", problem, {{"note", "看不清"}}, RoleName::committee);
    CHECK(refusal(settling(upheld, "p008", answer("pass"))) == "not-in-dispute");
    CHECK(settling(check, "p008", answer("pass")));
  }

  TEST_CASE("what was settled twice, apart, is settled once more") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    const std::string seen = check.ledger.entries.back().event.check;
    for (const char* result : {"pass", "fail"})
      check.add("p008", "check.settle", subject_of(check.key, "B-1"),
                {{"result", result}, {"reason", "看过"}, {"after", seen}}, RoleName::leader);
    CHECK(settling(check, "p008", answer("pass")));
    CHECK(settling(check, "p008", answer("pass"))->drafts.empty());
    CHECK(refusal(settling(check, "p008", answer("fail"))) == "not-in-dispute");
  }

  TEST_CASE("a branch that inspects for itself and finds it too opens a finding of its own") {
    CheckFixture check;
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    check.key.by = "zb09";
    const auto again = check.say("p008", "B-1", answer("fail"));
    REQUIRE(again);
    REQUIRE(again->opened.size() == 1);
    CHECK(again->opened[0].same_as == check.problems().problems.at(0).id);
    const auto joined = join_twins(check.problems());
    REQUIRE(joined.problems.size() == 1);
    CHECK(joined.problems[0].inspecting_branch == "zb01");
    CHECK(joined.problems[0].found_by == std::vector<std::string>{"zb09"});
  }

  TEST_CASE("who corrects an answer takes back the own finding, and hears that the other stands") {
    CheckFixture check;
    check.key.by = "zb01";
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    check.key.by = "zb09";
    REQUIRE(check.say("p008", "B-1", answer("fail")));
    check.key.by = "zb01";
    const auto corrected = check.say("p003", "B-1", answer("pass"));
    REQUIRE(corrected);
    CHECK(corrected->withdrawn == std::vector<std::string>{"26Q4-zb05-k7m2qx-1"});
    CHECK(corrected->shared == std::vector<std::string>{"26Q4-zb05-k7m2qx-2"});
    const auto list = check.problems();
    CHECK(list.problems.at(0).status == Status::withdrawn);
    CHECK(list.problems.at(1).status == Status::open);
    CHECK(open_problem_of(list, check.key, "B-1") == nullptr);
  }

  TEST_CASE("a settlement that says what was settled already records nothing") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.say("p004", "B-1", answer("pass")));
    REQUIRE(settling(check, "p008", answer("fail")));
    const auto again = settling(check, "p008", answer("fail"));
    REQUIRE(again);
    CHECK(again->drafts.empty());
    CHECK(again->unchanged == std::vector<std::string>{"B-1"});
  }

  TEST_CASE("settling for the finding ends the dispute of its problem") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    REQUIRE(check.act("p005", [&](const CheckScene& scene) {
      return dispute_item(scene, *check.checklist.find("B-1"), "八月已公示");
    }));
    CHECK(refusal(check.act("p005", [&](const CheckScene& scene) {
            return dispute_item(scene, *check.checklist.find("B-1"), "八月已公示");
          })) == "already-disputed");
    REQUIRE(check.problems().problems.at(0).status == Status::disputed);
    const auto settled = settling(check, "p008", answer("fail"));
    REQUIRE(settled);
    CHECK(settled->upheld == std::vector<std::string>{"26Q4-zb05-k7m2qx-1"});
    CHECK(check.problems().problems.at(0).status == Status::open);
  }

  TEST_CASE("an answer behind the signature is in dispute until a leader has looked at it") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    check.add("p900", "check.sign", subject_of(check.key), {}, RoleName::committee);
    check.add("p004", "check.answer", subject_of(check.key, "B-1"), {{"result", "fail"}},
              RoleName::inspector);
    const auto behind = answers_after_sign(check.ledger);
    REQUIRE(behind.size() == 1);
    CHECK(behind[0].problem.empty());
    Problem opened;
    opened.id = "26Q4-zb05-h8h8h8-1";
    opened.quarter = check.key.quarter;
    opened.branch = check.key.branch;
    opened.checklist = check.key.checklist;
    opened.item = "B-1";
    opened.opened_by = "p004";
    opened.opened_at = check.ledger.entries.back().event.at;
    const auto named = answers_after_sign(check.ledger, ProblemList{{opened}, {}});
    REQUIRE(named.size() == 1);
    CHECK(named[0].problem == opened.id);
    CHECK(named[0].why(check.ledger).in(Lang::en).find("withdraw " + opened.id) !=
          std::string::npos);
    opened.status = Status::withdrawn;
    CHECK(answers_after_sign(check.ledger, ProblemList{{opened}, {}})[0].problem.empty());
    REQUIRE(settling(check, "p008", answer("pass")));
    CHECK(answers_after_sign(check.ledger).empty());
  }

  TEST_CASE("what is not asked at the branch, or waived, is not settled") {
    CheckFixture check;
    REQUIRE(check.say("p003", "B-1", answer("fail")));
    check.waived = {"B-1"};
    CHECK(refusal(settling(check, "p008", answer("pass"))) == "item-not-asked");
    const auto elsewhere = check.act("p008", [](const CheckScene& scene) {
      return settle_item(scene, {"T-1", answer("pass")}, "看了原件");
    });
    CHECK(refusal(elsewhere) == "item-not-asked");
  }

  TEST_CASE("a newer checklist is gone over to with a report") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("pass")));
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    const auto older = check.checklist;
    check.checklist.version = "2";
    check.checklist.items[0].points = Rational(4);
    check.doc = "2222222222222222";
    const auto recording = check.act(
        "p003", [](const CheckScene& scene) { return record_answers(scene, {}); }, &older);
    REQUIRE(recording);
    REQUIRE(recording->migration);
    CHECK(recording->migration->changed == std::vector<std::string>{"A-1"});
    CHECK(value_of(recording->drafts[0], "redo") == "A-1");
    CHECK(check.score().done == 1);
  }
}
