#include "document/roster_settings.hpp"

#include "document/organisation.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::string with_roster(const std::string& roster) {
  return "sihu: 1\norganisation: {id: s, name: s}\nbranches: [{id: a, name: A}]\npeople: []\n" +
         roster;
}

std::string roster_faults(const std::string& roster) {
  return fault_names(load_organisation(with_roster(roster), "sihu.yaml"));
}

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("the roster has defaults, and each setting stands for itself") {
    const RosterSettings none = roster_settings(with_roster(""));
    CHECK(none.members.empty());
    CHECK(to_string(none.term) == "3y");
    CHECK(to_string(none.notice) == "6m");
    CHECK(to_string(none.exchange) == "5y");
    const std::string text = with_roster("roster: {members: {a: 120}, term: 5y}\n");
    CHECK(load_organisation(text, "sihu.yaml"));
    const RosterSettings some = roster_settings(text);
    CHECK(some.members.at("a") == 120);
    CHECK(to_string(some.term) == "5y");
    CHECK(to_string(some.notice) == "6m");
  }

  TEST_CASE("what a roster can't go by is a fault of sihu.yaml, with its place") {
    CHECK(roster_faults("roster: {members: {b: 9}}\n") == "5:20 unknown-branch");
    CHECK(roster_faults("roster: {members: {a: 0}}\n") == "5:23 out-of-range");
    CHECK(roster_faults("roster: {members: 9}\n") == "5:19 wrong-type");
    CHECK(roster_faults("roster: {term: soon, notices: 1m}\n") ==
          "5:16 wrong-type, 5:22 unknown-key");
  }
}
