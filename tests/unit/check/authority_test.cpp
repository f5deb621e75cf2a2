#include "check/authority.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string verdict_on(const Result<RoleName>& result) {
  return result ? std::string(to_string(*result)) : fault_names(result.error());
}

std::string answering(const char* person, bool self = false, bool signed_off = false) {
  static const auto organisation = load_test_organisation();
  CheckState state;
  state.key = {{2026, 4}, "zb05", "dues", self};
  if (signed_off) state.signed_off = Mark{"p008", {}, {}};
  return verdict_on(
      may_answer(organisation, *organisation.find_person(person), state, Date{2026, 10, 14}));
}

}  // namespace

TEST_SUITE("check") {
  TEST_CASE("inspectors, leaders and committee answer for other branches") {
    CHECK(answering("p003") == "inspector");
    CHECK(answering("p008") == "leader");
    CHECK(answering("p900") == "committee");
    CHECK(answering("p007") == "not-an-inspector");
  }

  TEST_CASE("nobody inspects the own branch, and only the own branch looks at itself") {
    CHECK(answering("p005") == "own-branch");
    CHECK(answering("p005", true) == "secretary");
    CHECK(answering("p003", true) == "not-own-branch");
    CHECK(answering("p900", true) == "not-own-branch");
  }

  TEST_CASE("after the sign-off only leader and committee change an answer") {
    CHECK(answering("p003", false, true) == "signed-off");
    CHECK(answering("p008", false, true) == "leader");
    CHECK(answering("p900", false, true) == "committee");
  }

  TEST_CASE("a leader of another branch answers no more in what a branch inspects for itself") {
    const auto organisation = load_test_organisation();
    CheckState state;
    state.key = {{2026, 4}, "zb05", "dues", false, "zb01"};
    const auto answering = [&](const char* id) {
      return verdict_on(
          may_answer(organisation, *organisation.find_person(id), state, Date{2026, 10, 14}));
    };
    CHECK(answering("p003") == "inspector");
    CHECK(answering("p008") == "not-own-inspection");
    CHECK(answering("p900") == "committee");
  }

  TEST_CASE("settling needs a leader and confirming the inspected branch") {
    const auto organisation = load_test_organisation();
    const CheckKey key{{2026, 4}, "zb05", "dues", false};
    const Date on{2026, 10, 14};
    const auto person = [&](const char* id) { return *organisation.find_person(id); };
    CHECK(verdict_on(may_settle(organisation, person("p003"), key, on)) == "not-a-leader");
    CHECK(verdict_on(may_settle(organisation, person("p008"), key, on)) == "leader");
    CHECK(verdict_on(may_settle(organisation, person("p005"), key, on)) == "own-branch");
    const CheckKey of_zb01{{2026, 4}, "zb05", "dues", false, "zb01"};
    CHECK(verdict_on(may_settle(organisation, person("p008"), of_zb01, on)) ==
          "not-own-inspection");
    CHECK(verdict_on(may_settle(organisation, person("p900"), of_zb01, on)) == "committee");
    CHECK(verdict_on(may_confirm(organisation, person("p005"), key, on)) == "secretary");
    CHECK(verdict_on(may_confirm(organisation, person("p003"), key, on)) == "not-own-branch");
  }
}
