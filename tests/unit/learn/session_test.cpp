#include "learn/session.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("learn") {
  TEST_CASE("a session is known by its day, its course and who held it") {
    const SessionKey key{Date(2026, 10, 12), "dues", "zb03"};
    CHECK(subject_of(key) == "learn/2026-10-12/dues/zb03");
    CHECK(parse_session_subject(subject_of(key)) == key);
    for (const char* bad : {"learn/2026-02-30/dues/zb03", "learn/2026-10-12/dues", "2026Q4/zb03/p1",
                            "learn/2026-10-12/dues/zb03/x", "learn/2026-10-12//zb03", "learn/"})
      CHECK_MESSAGE(!parse_session_subject(bad), bad);
  }

  TEST_CASE("who was there for all of it is written without hours, and all of it comes back") {
    const Attendance attendance{{"p1", 2}, {"p2", Rational(3, 2)}};
    CHECK(write_attendance(attendance, 2) == "p1;p2=1.5");
    CHECK(read_attendance("p1;p2=1.5", 2) == attendance);
    CHECK(read_attendance("", 2)->empty());
    for (const char* bad : {"p1;p1", "p1=0", "p1=x", "P1", "p1=201", "p1=-1"})
      CHECK_MESSAGE(!read_attendance(bad, 2), bad);
  }

  TEST_CASE("hours are more than none and at most two hundred") {
    CHECK(read_session_hours("1.25") == Rational(5, 4));
    CHECK(read_session_hours("200"));
    for (const char* bad : {"0", "-1", "200.01", "1.255", "", "two"})
      CHECK_MESSAGE(!read_session_hours(bad), bad);
  }
}
