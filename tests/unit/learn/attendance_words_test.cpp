#include "learn/attendance_words.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("learn") {
  TEST_CASE("headings of attendance may be Chinese") {
    CHECK(attendance_column(" 日期 ") == "on");
    CHECK(attendance_column("课程") == "course");
    CHECK(attendance_column("人员") == "person");
    CHECK(attendance_column("teacher") == "teacher");
    CHECK(attendance_column("what") == "what");
  }

  TEST_CASE("people of a list are parted by commas of either width") {
    std::string all;
    for (const AttendanceRow& row : attendance_list("p001，p002=1.5、 p003;p004,"))
      all += std::string(row.text("person")) + "=" + std::string(row.text("hours")) + " ";
    CHECK(all == "p001= p002=1.5 p003= p004= ");
    CHECK(attendance_list("").empty());
    CHECK(attendance_list("p001,,p002").size() == 3);
  }
}
