#include "learn/attendance.hpp"

#include "support/fault_names.hpp"
#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Result<std::vector<NewSession>> attendance_of(const std::string& table,
                                              const std::string& course = "") {
  static const Organisation organisation = learning_organisation();
  return load_attendance(
      table, "a.csv",
      {organisation, *organisation.find_person("pa"), offered_courses(), {{"course", course}}});
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("rows of one day, course and teacher are one session") {
    const auto sessions = attendance_of(
        "on,course,person,name,hours,teacher\n2026-10-12,dues,qa,Q,,b\n# a remark,,,,,\n"
        "2026-10-12,dues,pa,P,1.5,b\n2026-10-13,start,nn,N,,\n");
    REQUIRE(sessions);
    REQUIRE(sessions->size() == 2);
    CHECK((*sessions)[0].key == SessionKey{Date(2026, 10, 12), "dues", "b"});
    CHECK((*sessions)[0].attended == Attendance{{"pa", Rational(3, 2)}, {"qa", 2}});
    CHECK((*sessions)[1].key.host == "a");  // nobody is named: it was held at home
    CHECK((*sessions)[1].hours == 8);
  }

  TEST_CASE("days to come and what a rule forbids are said beside what is wrong with the table") {
    static const Organisation organisation = learning_organisation();
    const auto courses = offered_courses();
    AttendanceScene scene{organisation, *organisation.find_person("pa"), courses};
    scene.today = Date(2026, 10, 20);
    scene.refusals = [](const std::vector<NewSession>& sessions) {
      return std::vector<Fault>(sessions.size(), Fault{{}, "never", same("never")});
    };
    const std::string head = "on,course,person,teacher\n";
    CHECK(fault_names(load_attendance(head + "2026-10-12,dues,qa,b\n2099-10-12,dues,zz,b\n",
                                      "a.csv", scene)) ==
          "0:0 never, 3:1 still-to-come, 3:17 unknown-person");
    CHECK(load_attendance(head + "2099-10-12,dues,qa,b\n", "a.csv", scene));
  }

  TEST_CASE("headings may be Chinese, and days as Excel writes them") {
    const auto sessions = attendance_of(
        "日期,课程,人员,姓名,讲课人\n2026/10/12,dues,qa,Q,b\n2026年10月12日,dues,pa,P,b\n");
    REQUIRE(sessions);
    REQUIRE(sessions->size() == 1);
    CHECK((*sessions)[0].key == SessionKey{Date(2026, 10, 12), "dues", "b"});
    CHECK((*sessions)[0].attended.size() == 2);
    CHECK(fault_names(attendance_of("on,日期,course,person\n2026-10-12,,dues,qa\n")) ==
          "1:4 duplicate-heading");
  }

  TEST_CASE("what was said once for all holds where a row says nothing") {
    const auto sessions = attendance_of("on,person\n2026-10-12,qa\n", "start");
    REQUIRE(sessions);
    CHECK((*sessions)[0].kind == CourseKind::onboarding);
  }

  TEST_CASE("of mentoring every mentor has the own session, and nobody leads himself") {
    const auto sessions =
        attendance_of("on,course,person,teacher\n2026-10-12,lead,nn,qc\n2026-10-12,lead,qb,pb\n");
    REQUIRE(sessions);
    CHECK(sessions->size() == 2);
    CHECK((*sessions)[0].key.host == "pb");
    CHECK(fault_names(attendance_of("on,course,person,teacher\n2026-10-12,lead,nn,c\n"
                                    "2026-10-12,lead,nn,nn\n2026-10-12,lead,nn,\n")) ==
          "2:20 mentor-missing, 3:17 own-mentor, 4:1 mentor-missing");
  }

  TEST_CASE("every fault of a table comes in one run, each with its place") {
    CHECK(fault_names(attendance_of("on,course,person,houres,teacher\n"
                                    "2026-13-01,due,qaa,,z\n,,,,\n2026-10-12,dues,qa,,\n"
                                    "2026-10-12,dues,qa,,\n")) ==
          "1:18 unknown-key, 2:1 not-a-date, 2:12 unknown-course, 2:16 unknown-person, 2:21 "
          "unknown-teacher, 3:1 missing-value, 3:1 missing-value, 3:1 missing-value, 5:17 "
          "attended-twice");
    CHECK(fault_names(attendance_of("day,course\n2026-10-12,dues\n2026-10-12,due\n")) ==
          "1:1 unknown-key, 1:1 column-missing, 1:1 column-missing, 3:12 unknown-course");
    const auto near = attendance_of("on,course,person\n2026-10-12,due,qa\n");
    REQUIRE(!near);
    CHECK(near.error().faults[0].hint.en == "did you mean dues?");
    CHECK(fault_names(attendance_of("on,course,person,hours\n2026-10-12,dues,qa,0\n")) ==
          "2:20 not-hours");
    CHECK(fault_names(attendance_of("on,course,person\n")) == "1:1 nothing-filled-in");
  }

  TEST_CASE("more hours than the course has are believed where most of a session have them") {
    const std::string head = "on,course,person,hours,teacher\n";
    CHECK(
        fault_names(attendance_of(head + "2026-10-12,dues,qa,150,pb\n2026-10-12,dues,pa,,pb\n")) ==
        "2:20 more-than-the-session");
    const auto whole_day =
        attendance_of(head + "2026-10-12,dues,qa,6,pb\n2026-10-12,dues,pa,4,pb\n");
    REQUIRE(whole_day);
    CHECK(whole_day->front().hours == Rational(6));
    CHECK(attendance_of(head + "2026-10-12,dues,qa,6,pb\n"));
  }

  TEST_CASE("two teachers of one branch can't hold the same session") {
    CHECK(fault_names(attendance_of("on,course,person,teacher\n2026-10-12,dues,qa,pb\n"
                                    "2026-10-12,dues,pa,qb\n")) == "3:20 two-teachers");
  }
}
