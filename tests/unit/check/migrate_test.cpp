#include "check/migrate.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("check") {
  TEST_CASE("a newer checklist tells what is kept, changed, new and gone") {
    const auto older = load_test_checklist(checklist_yaml);
    auto newer = older;
    newer.version = "2";
    newer.items[0].deduct[0].each = Rational(2);
    newer.items[1].note = same("只改了说明");
    newer.items[3].id = "B-9";
    const auto migration = compare_checklists(older, newer);
    CHECK(migration.from == "1");
    CHECK(migration.to == "2");
    CHECK(migration.kept == std::vector<std::string>{"A-2", "A-3", "V-1", "T-1"});
    CHECK(migration.changed == std::vector<std::string>{"A-1"});
    CHECK(migration.added == std::vector<std::string>{"B-9"});
    CHECK(migration.gone == std::vector<std::string>{"B-1"});
  }

  TEST_CASE("a check goes over to a newer checklist, but never back") {
    CheckState state;
    CHECK(course_of(state, "1") == Course::begin);
    state.beginnings.push_back({"p003", {}, "1", "1", {}, {}});
    CHECK(course_of(state, "1") == Course::go_on);
    CHECK(course_of(state, "2") == Course::migrate);
    state.beginnings.push_back({"p003", {}, "2", "2", {}, {}});
    CHECK(course_of(state, "1") == Course::recorded);
    CHECK(course_of(state, "2") == Course::go_on);
  }

  TEST_CASE("what is signed off stays with its checklist") {
    CheckState state;
    state.beginnings.push_back({"p003", {}, "1", "1", {}, {}});
    state.signed_off = Mark{"p008", {}, {}};
    CHECK(course_of(state, "2") == Course::recorded);
  }
}
