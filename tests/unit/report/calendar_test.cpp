#include "report/calendar.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string a_due_calendar(Lang lang) {
  const Organisation organisation = an_organisation();
  const Workdays workdays = a_calendar();
  ProblemList list;
  list.problems = {a_problem()};
  const Date today(2026, 10, 25);
  return due_calendar(due_rows(list, today, 7, organisation, workdays),
                      {organisation, workdays, today}, *Instant::parse("2026-10-25T01:00:00.000Z"),
                      lang);
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a due date is a whole-day event with a reminder the day before") {
    CHECK(a_due_calendar(Lang::en) ==
          "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sihu//due//EN\r\nCALSCALE:GREGORIAN\r\n"
          "X-WR-CALNAME:Rectification: The Committee\r\n"
          "BEGIN:VEVENT\r\nUID:26Q4-zb05-k7m2qx-17@nrpb.sihu\r\nDTSTAMP:20261025T010000Z\r\n"
          "DTSTART;VALUE=DATE:20261027\r\nSUMMARY:Due: Branch Five\\, 按月足额收缴\r\n"
          "DESCRIPTION:26Q4-zb05-k7m2qx-17 DF-02\\nFound: 八月党费未按月收缴\\n\r\n"
          " Severity: general\\nDue: 2026-10-27\\nAsk: Zhou\r\n"
          "CATEGORIES:general\r\nTRANSP:TRANSPARENT\r\n"
          "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Due: Branch Five\\, 按月足额收缴\r\n"
          "TRIGGER:-P1D\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
  }

  TEST_CASE("no line has more than 75 octets or ends inside a character") {
    const std::string text =
        a_due_calendar(Lang::zh) + fold_content_line("X", std::string(200, 'a')) +
        fold_content_line("X", "党党党党党党党党党党党党党党党党党党党党党党党党党党党党党党");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      CHECK(end - at <= 75);
      CHECK((static_cast<unsigned char>(text[at]) & 0xc0) != 0x80);
      CHECK(text.substr(at, end - at).find_first_of("\r\n") == std::string::npos);
      at = end + 2;
    }
  }

  TEST_CASE("a folded line unfolds to what it was") {
    const std::string value =
        "整改到期：第五党支部 按月足额收缴 and some words that are long enough to fold twice over";
    std::string text = fold_content_line("SUMMARY", value);
    for (std::size_t at; (at = text.find("\r\n ")) != std::string::npos;) text.erase(at, 3);
    CHECK(text == "SUMMARY:" + value + "\r\n");
  }

  TEST_CASE("text is escaped and has no control characters") {
    CHECK(escape_calendar_text("a,b;c\\d\ne") == "a\\,b\\;c\\\\d\\ne");
    CHECK(escape_calendar_text("a\x1b\rb") == "a\\\\x1b\\\\rb");
  }

  TEST_CASE("when nothing is due it still is a calendar") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    const std::string text =
        due_calendar({}, {organisation, workdays, Date(2026, 10, 25)}, Instant{}, Lang::zh);
    CHECK(text.find("BEGIN:VEVENT") == std::string::npos);
    CHECK(text.find("BEGIN:VTIMEZONE") != std::string::npos);
    CHECK(text.ends_with("END:VCALENDAR\r\n"));
  }
}
