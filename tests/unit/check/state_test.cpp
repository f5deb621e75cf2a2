#include "check/state.hpp"

#include "support/check_fixture.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<Field> fields_of(const Answer& given) {
  auto fields = answer_fields(given);
  fields.push_back({"doc", "1111111111111111"});
  return fields;
}

void answered(CheckFixture& check, const std::string& person, const std::string& item,
              const Answer& given) {
  check.add(person, "check.answer", subject_of(check.key, item), fields_of(given));
}

void begun(CheckFixture& check, const std::string& doc, const std::string& redo = {}) {
  check.add("p003", "check.begin", subject_of(check.key),
            {{"version", "1"}, {"doc", doc}, {"redo", redo}});
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("the latest answer of a person counts and the earlier ones stay as history") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("fail"));
    answered(check, "p003", "B-1", answer("pass"));
    const auto state = check.state();
    REQUIRE(state.find("B-1"));
    CHECK(state.find("B-1")->standing.size() == 1);
    CHECK(state.find("B-1")->standing[0].answer.verdict == Verdict::pass);
    CHECK(state.find("B-1")->answers == 2);
    CHECK_FALSE(state.find("A-1"));
  }

  TEST_CASE(
      "one person on two machines that did not know of each other is in conflict, if they differ") {
    const auto given = [](const char* verdict, std::string after) {
      auto fields = fields_of(answer(verdict));
      fields.push_back({"after", std::move(after)});  // empty: knows of none
      return fields;
    };
    const auto add = [](CheckFixture& check, std::vector<Field> fields) {
      check.add("p003", "check.answer", subject_of(check.key, "B-1"), fields);
      return check.ledger.entries.back().event.check;
    };
    CheckFixture check;
    add(check, given("fail", ""));
    const std::string later = add(check, given("pass", ""));
    CHECK(check.state().find("B-1")->standing.size() == 2);
    CHECK(check.state().find("B-1")->conflict);
    // Who answers again has the whole ledger before him, of which the later line is the last.
    add(check, given("fail", later));
    CHECK_FALSE(check.state().find("B-1")->conflict);
    CHECK(check.state().find("B-1")->standing.size() == 1);
    CheckFixture alike;
    add(alike, given("fail", ""));
    add(alike, given("fail", ""));
    CHECK(alike.state().find("B-1")->standing.size() == 1);
  }

  TEST_CASE("two persons who differ are in conflict until one changes") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("fail"));
    answered(check, "p004", "B-1", answer("pass"));
    CHECK(check.state().find("B-1")->conflict);
    answered(check, "p003", "B-1", answer("pass"));
    CHECK_FALSE(check.state().find("B-1")->conflict);
  }

  TEST_CASE("a settlement ends a conflict and holds against what was said before") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("fail"));
    answered(check, "p004", "B-1", answer("pass"));
    check.add("p008", "check.settle", subject_of(check.key, "B-1"),
              {{"result", "pass"}, {"reason", "看了原件"}}, RoleName::leader);
    const auto state = check.state();
    CHECK_FALSE(state.find("B-1")->conflict);
    CHECK(state.find("B-1")->standing.size() == 1);
    CHECK(state.find("B-1")->standing[0].settled);
    CHECK(state.find("B-1")->standing[0].answer.note == "看了原件");
  }

  TEST_CASE("whoever differs from a settlement afterwards is in conflict with it") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("fail"));
    check.add("p008", "check.settle", subject_of(check.key, "B-1"), {{"result", "pass"}},
              RoleName::leader);
    answered(check, "p003", "B-1", answer("fail"));
    CHECK(check.state().find("B-1")->conflict);
  }

  TEST_CASE("after the sign-off only answers of leader and committee count") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("pass"));
    check.add("p008", "check.sign", subject_of(check.key), {}, RoleName::leader);
    answered(check, "p003", "B-1", answer("fail"));
    CHECK(check.state().find("B-1")->standing[0].answer.verdict == Verdict::pass);
    CHECK(check.state().find("B-1")->after_sign.size() == 1);
    CHECK_FALSE(check.state().changed_since(check.state().signed_off));
    check.add("p900", "check.answer", subject_of(check.key, "B-1"), fields_of(answer("fail")),
              RoleName::committee);
    CHECK(check.state().changed_since(check.state().signed_off));
    CHECK_FALSE(check.state().find("B-1")->conflict);
    CHECK(check.state().find("B-1")->standing[0].answer.verdict == Verdict::fail);
  }

  TEST_CASE("answers to an item that a newer checklist changed have to be given again") {
    CheckFixture check;
    begun(check, "1111111111111111");
    answered(check, "p003", "A-1", answer("pass"));
    answered(check, "p003", "B-1", answer("pass"));
    begun(check, "2222222222222222", "A-1;A-3");
    const auto state = check.state();
    CHECK_FALSE(state.find("A-1")->answered());
    CHECK(state.find("A-1")->outdated.size() == 1);
    CHECK(state.find("B-1")->answered());
    CHECK(state.beginnings.back().doc == "2222222222222222");
  }

  TEST_CASE("an answer under the old checklist is outdated even when it arrives later") {
    CheckFixture check;
    begun(check, "1111111111111111");
    begun(check, "2222222222222222", "A-1");
    answered(check, "p004", "A-1", answer("pass"));
    CHECK_FALSE(check.state().find("A-1")->answered());
  }

  TEST_CASE("a dispute holds until the item is answered again") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("fail"));
    check.add("p005", "check.dispute", subject_of(check.key, "B-1"), {{"note", "有公示照片"}});
    CHECK(check.state().find("B-1")->disputed->note == "有公示照片");
    answered(check, "p003", "B-1", answer("pass"));
    CHECK_FALSE(check.state().find("B-1")->disputed.has_value());
  }

  TEST_CASE("all checks of a ledger are told apart") {
    CheckFixture check;
    answered(check, "p003", "B-1", answer("pass"));
    check.key.self = true;
    answered(check, "p005", "B-1", answer("fail"));
    const auto all = fold_checks(check.ledger);
    CHECK(all.size() == 2);
    CHECK(all.at(check.key).find("B-1")->standing[0].answer.verdict == Verdict::fail);
  }

  TEST_CASE("checks of some quarters are told without those of others") {
    CheckFixture check;
    const Quarter first = check.key.quarter;
    for (int i = 0; i < 3; ++i, check.key.quarter = check.key.quarter.next())
      answered(check, "p003", "B-1", answer("pass"));
    CHECK(fold_checks(check.ledger).size() == 3);
    const auto some = fold_checks(check.ledger, first, first.next());
    REQUIRE(some.size() == 2);
    CHECK(some.begin()->first.quarter == first);
    CHECK(some.rbegin()->second.find("B-1"));
    CHECK(fold_checks(check.ledger, first.previous(), first.previous()).empty());
  }

  TEST_CASE("the state depends on the set of events and not on which file they came in") {
    CheckFixture check;
    begun(check, "1111111111111111");
    for (const char* person : {"p003", "p004", "p003"})
      for (const char* item : {"A-1", "B-1"})
        answered(check, person, item, answer(person[3] == '3' ? "pass" : "fail"));
    check.add("p008", "check.settle", subject_of(check.key, "A-1"), {{"result", "fail"}},
              RoleName::leader);
    const auto whole = check.state();
    for (std::size_t cut = 0; cut <= check.ledger.entries.size(); ++cut) {
      std::vector<LedgerFile> files(2);
      files[0].name = "ledger/2026Q4/zb01.aaaaaa.tsv";
      files[1].name = "ledger/2026Q4/zb01.bbbbbb.tsv";
      for (std::size_t i = 0; i < check.ledger.entries.size(); ++i)
        files[i < cut ? 0 : 1].events.push_back(check.ledger.entries[i].event);
      std::ranges::reverse(files);
      const auto joined = fold_check(join_ledger(files), check.key);
      for (const auto& [item, said] : whole.items) {
        REQUIRE(joined.find(item));
        CHECK(joined.find(item)->conflict == said.conflict);
        CHECK(joined.find(item)->standing.size() == said.standing.size());
      }
    }
  }

  TEST_CASE("a check goes by the day it began, within its quarter") {
    CheckFixture check;
    CHECK(reference_day(check.state(), check.key, check.zone, Date{2027, 1, 5}) ==
          Date{2026, 12, 31});
    begun(check, "1111111111111111");
    CHECK(reference_day(check.state(), check.key, check.zone, Date{2026, 12, 20}) == check.today);
  }

  TEST_CASE("an earlier quarter's answer is remembered as such") {
    CheckFixture check;
    check.key.quarter = {2026, 3};
    answered(check, "p003", "B-1", answer("fail", "", "旧问题"));
    check.key.quarter = {2026, 4};
    const auto before = previous_answers(fold_checks(check.ledger), check.key);
    REQUIRE(before.contains("B-1"));
    CHECK(before.at("B-1").quarter == Quarter{2026, 3});
    CHECK(before.at("B-1").answer.note == "旧问题");
    CHECK_FALSE(check.state().find("B-1"));
    CHECK(asked_before(check.ledger, check.zone, check.key) == check.today);
    check.key.quarter = {2027, 2};
    CHECK_FALSE(asked_before(check.ledger, check.zone, check.key));
  }
}
