#include "records/compute.hpp"

#include "support/records.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Date late_november(2026, 11, 28);
const std::string committee =
    "records: meetings, where: {kind: 支委会}, count-per: month, at-least: 1";

ComputedResult of_meetings(const std::string& rule, const std::string& rows,
                           Date day = late_november, const std::optional<Date>& asked_before = {}) {
  RecordTables tables;
  tables.emplace("meetings",
                 table_of(meetings_register(), "支部,日期,类别,应到,实到,记录完成,签字\n" + rows));
  REQUIRE(tables.at("meetings").faults.empty());
  return computed_on(tables, rule, day, asked_before);
}

ComputedResult of_dues(const std::string& rule, const std::string& rows,
                       const std::string& sent = {}, Date day = late_november) {
  RecordTables tables;
  tables.emplace("dues", table_of(dues_register(), "支部,月份,基数,实交,交纳日期\n" + rows));
  Register sent_register = dues_register();
  sent_register.id = "sent";
  tables.emplace("sent", table_of(std::move(sent_register), "支部,月份,实交\n" + sent));
  REQUIRE(tables.at("dues").faults.empty());
  return computed_on(tables, rule, day);
}

std::string amiss_in(const ComputedResult& result) {
  std::string all;
  for (const RowSeen& row : result.rows)
    if (!row.amiss.empty()) all += std::to_string(row.place.line) + ": " + row.amiss.en + "\n";
  return all;
}

}  // namespace

TEST_SUITE("records") {
  TEST_CASE("a meeting in each month that is over meets the rule, the running month may wait") {
    const auto result = of_meetings(committee, "zb05,2026-10-08,支委会,,,,\n");
    CHECK(result.verdict == RecordVerdict::met);
    CHECK(result.stretches[1].state == StretchResult::State::pending);
    CHECK(describe(result).en == "2026-10: 1, 2026-11: 0 (still time)");
    CHECK(result.rows.size() == 1);
  }

  TEST_CASE("a month without one is a gap, and months to come are not") {
    const auto result =
        of_meetings(committee, "zb05,2026-10-08,党员大会,,,,\nzb05,2026-11-08,支委会,,,,\n");
    CHECK(result.verdict == RecordVerdict::gap);
    CHECK(result.amiss == 1);
    CHECK(describe(result).en == "2026-10: 0 (gap), 2026-11: 1");
  }

  TEST_CASE("nothing is met silently: no register, no rows, faults, or only time left") {
    CHECK(computed_on({}, committee, late_november).verdict == RecordVerdict::unsaid);
    CHECK(of_meetings(committee, "").why.en.find("no rows") != std::string::npos);
    CHECK(of_meetings(committee, "zb01,2026-10-08,支委会,,,,\n").verdict == RecordVerdict::unsaid);
    const auto early = of_meetings(committee, "zb05,2026-09-08,支委会,,,,\n", Date(2026, 10, 3));
    CHECK(early.verdict == RecordVerdict::unsaid);
    CHECK(early.why.en.find("still is time") != std::string::npos);
    RecordTables broken;
    broken.emplace("meetings", table_of(meetings_register(), "支部,日期\nzb05,?\n"));
    CHECK(computed_on(broken, committee, late_november).why.en.find("faults") != std::string::npos);
    CHECK(of_meetings("records: meetings, where: {sort: x}, count-per: year, at-least: 1",
                      "zb05,2026-10-08,支委会,,,,\n")
              .why.en.find("sort") != std::string::npos);
  }

  TEST_CASE("before the branch kept the register nothing can be said") {
    const auto result = of_meetings(committee, "zb05,2026-11-08,支委会,,,,\n");
    CHECK(result.verdict == RecordVerdict::unsaid);
    CHECK(describe(result).en.find("2026-10: the register begins on 2026-11-08") !=
          std::string::npos);
  }

  TEST_CASE("rows of other branches and of days to come don't count") {
    const auto result = of_meetings(
        committee,
        "zb05,2026-09-01,党员大会,,,,\nzb01,2026-10-08,支委会,,,,\nzb05,2026-11-29,支委会,,,,\n"
        "zb05,2026-11-02,支委会,,,,\n");
    CHECK(describe(result).en == "2026-10: 0 (gap), 2026-11: 1");
  }

  TEST_CASE("at most so many is broken at once") {
    const auto result = of_meetings("records: meetings, count-per: quarter, at-most: 1",
                                    "zb05,2026-11-08,支委会,,,,\nzb05,2026-11-09,支委会,,,,\n");
    CHECK(result.verdict == RecordVerdict::gap);
    CHECK(result.amiss == 1);
  }

  TEST_CASE("a share of the rows, each that falls short named") {
    const auto result =
        of_meetings("records: meetings, ratio: {where: {signed: 'yes'}}, at-least: 1",
                    "zb05,2026-10-08,支委会,,,,是\nzb05,2026-11-08,支委会,,,,否\n"
                    "zb05,2026-11-09,支委会,,,,\n");
    CHECK(result.verdict == RecordVerdict::gap);
    CHECK(result.amiss == 2);
    CHECK(amiss_in(result) == "3: does not meet it\n4: does not meet it\n");
  }

  TEST_CASE("a share of sums, counted in steps below what is asked for") {
    const std::string rule =
        "records: meetings, ratio: {sum: present, of: expected}, at-least: 0.9, each: 0.05";
    const auto result = of_meetings(rule, "zb05,2026-10-08,支委会,10,8,,\n");
    CHECK(result.verdict == RecordVerdict::gap);
    CHECK(result.amiss == 2);
    CHECK(describe(result).en == "2026Q4: 8 of 10, 80 % (gap)");
    CHECK(of_meetings(rule, "zb05,2026-10-08,支委会,10,9,,\n").verdict == RecordVerdict::met);
    CHECK(of_meetings(rule, "zb05,2026-10-08,支委会,,,,\n").verdict == RecordVerdict::unsaid);
  }

  TEST_CASE("sums that must match are compared month by month, within what may differ") {
    const std::string rule = "records: dues, sum: paid, equals: {records: sent, sum: paid}";
    const std::string rows = "zb05,2026-10,,50,\nzb05,2026-10,,40,\nzb05,2026-11,,9,\n";
    CHECK(of_dues(rule, rows, "zb05,2026-10,90\n").verdict == RecordVerdict::met);
    const auto off = of_dues(rule, rows, "zb05,2026-10,89.9\n");
    CHECK(off.verdict == RecordVerdict::gap);
    CHECK(describe(off).en == "2026-10: 90 against 89.9 (gap), 2026-11: 9 against 0 (still time)");
    CHECK(of_dues(rule + ", tolerance: 0.1", rows, "zb05,2026-10,89.9\n").verdict ==
          RecordVerdict::met);
    CHECK(of_dues(rule, rows).verdict == RecordVerdict::unsaid);
  }

  TEST_CASE("what was collected and not remitted is a gap, once the other register had begun") {
    const std::string rule = "records: dues, sum: paid, equals: {records: sent, sum: paid}";
    const std::string rows = "zb05,2026-10,,50,\nzb05,2026-11,,40,\nzb05,2026-12,,40,\n";
    const auto result = of_dues(rule, rows, "zb05,2026-10,50\n", Date(2026, 12, 28));
    CHECK(result.verdict == RecordVerdict::gap);
    CHECK(describe(result).en ==
          "2026-10: 50 against 50, 2026-11: 40 against 0 (gap), 2026-12: 40 against 0 (still "
          "time)");
    CHECK(of_dues(rule, rows, "zb05,2026-11,40\n", Date(2026, 12, 28)).stretches[0].words.en ==
          "2026-10: the register begins on 2026-11-01");
  }

  TEST_CASE("on its last day a month may still be met, and behind its quarter no longer") {
    const std::string rows = "zb05,2026-10-08,支委会,,,,\nzb05,2026-11-08,支委会,,,,\n";
    CHECK(describe(of_meetings(committee, rows, Date(2026, 12, 31))).en ==
          "2026-10: 1, 2026-11: 1, 2026-12: 0 (still time)");
    CHECK(describe(of_meetings(committee, rows, Date(2027, 1, 1))).en ==
          "2026-10: 1, 2026-11: 1, 2026-12: 0 (gap)");
    CHECK(describe(of_meetings(committee, rows + "zb05,2027-01-02,支委会,,,,\n", Date(2027, 1, 5)))
              .en == "2026-10: 1, 2026-11: 1, 2026-12: 0 (gap)");
  }

  TEST_CASE("in a share of sums an empty cell counts as none and is named") {
    const std::string rule =
        "records: meetings, ratio: {sum: present, of: expected}, at-least: 0.9";
    const auto result =
        of_meetings(rule, "zb05,2026-10-08,支委会,10,12,,\nzb05,2026-10-09,支委会,10,,,\n");
    CHECK(describe(result).en == "2026Q4: 10 of 20, 50 % (gap)");
    CHECK(amiss_in(result) == "2: 12 is more than 10, counts as 10\n3: is empty, counts as 0\n");
  }

  TEST_CASE("a limit: in time, late, overdue, and still time") {
    const std::string rule = "records: meetings, within: {from: held, to: minutes, limit: 1m}";
    CHECK(of_meetings(rule, "zb05,2026-10-08,支委会,,,2026-11-08,\n").verdict ==
          RecordVerdict::met);
    const auto result = of_meetings(rule,
                                    "zb05,2026-10-08,支委会,,,2026-11-09,\n"
                                    "zb05,2026-08-08,支委会,,,,\n"
                                    "zb05,2026-11-20,支委会,,,,\n"
                                    "zb05,2026-06-08,支委会,,,2026-07-01,\n"
                                    "zb05,2026-10-20,支委会,,,2026-10-19,\n");
    CHECK(result.amiss == 3);
    CHECK(result.rows.size() == 3);
    CHECK(amiss_in(result) ==
          "2: was due on 2026-11-08, came on 2026-11-09\n"
          "3: was due on 2026-09-08, and is not there\n"
          "6: 2026-10-19 is before 2026-10-20, from which it runs\n");
    const auto waiting = of_meetings(rule, "zb05,2026-11-20,支委会,,,,\n");
    CHECK(waiting.verdict == RecordVerdict::unsaid);
  }

  TEST_CASE("a row counts in one quarter: in time where it was done, late where it was due") {
    const std::string rule = "records: meetings, within: {from: held, to: minutes, limit: 1m}";
    const auto amiss = [&](const std::string& row, Date day) {
      return of_meetings(rule, row, day).amiss;
    };
    const auto judged = [&](const std::string& row) {
      return of_meetings(rule, row, Date(2026, 12, 20)).rows.size();
    };
    // Due in September: late there, and in the last quarter only while it is not there.
    CHECK(judged("zb05,2026-08-08,支委会,,,2026-10-09,\n") == 0);
    CHECK(amiss("zb05,2026-08-08,支委会,,,,\n", Date(2026, 12, 20)) == 1);
    // Held and written up in September, although it would have had time into October.
    CHECK(judged("zb05,2026-09-20,支委会,,,2026-09-25,\n") == 0);
    CHECK(judged("zb05,2026-09-20,支委会,,,2026-10-08,\n") == 1);
    // Written up before it was held: known when it was held.
    CHECK(amiss("zb05,2026-10-02,支委会,,,2026-09-30,\n", Date(2026, 12, 20)) == 1);
  }

  TEST_CASE("what the check of the quarter before came too early to see counts in this one") {
    const std::string rule = "records: meetings, within: {from: held, to: minutes, limit: 1m}";
    const auto seen = [&](const std::string& row, Date before) {
      const auto result = of_meetings(rule, row, Date(2026, 12, 20), before);
      return std::pair(result.rows.size(), result.amiss);
    };
    const std::string late = "zb05,2026-08-08,支委会,,,2026-09-20,\n";  // due 8 September
    CHECK(seen(late, Date(2026, 9, 1)) == std::pair(std::size_t{1}, 1));
    CHECK(seen(late, Date(2026, 9, 8)) == std::pair(std::size_t{1}, 1));
    CHECK(seen(late, Date(2026, 9, 9)) == std::pair(std::size_t{0}, 0));  // overdue then
    CHECK(seen(late, Date(2026, 10, 9)) == std::pair(std::size_t{0}, 0));
    const std::string in_time = "zb05,2026-08-08,支委会,,,2026-09-05,\n";
    CHECK(seen(in_time, Date(2026, 9, 1)) == std::pair(std::size_t{1}, 0));
    CHECK(seen(in_time, Date(2026, 9, 5)) == std::pair(std::size_t{0}, 0));
    const std::string later = "zb05,2026-09-15,支委会,,,2026-09-16,\n";  // held after they came
    CHECK(seen(later, Date(2026, 9, 1)) == std::pair(std::size_t{1}, 0));
  }

  TEST_CASE("working days in a year without a calendar are said to be provisional") {
    const auto result =
        of_meetings("records: meetings, within: {from: held, to: minutes, limit: 3wd}",
                    "zb05,2026-10-08,支委会,,,2026-10-12,\n");
    CHECK(result.verdict == RecordVerdict::met);
    CHECK(result.provisional_years == std::vector<int>{2026});
  }

  TEST_CASE("what is paid for a month is in time until its last day") {
    const std::string rule = "records: dues, within: {from: month, to: paid-on, limit: now}";
    CHECK(of_dues(rule, "zb05,2026-10,3000,15,2026-10-31\n").verdict == RecordVerdict::met);
    CHECK(of_dues(rule, "zb05,2026-10,3000,15,2026-11-01\n").verdict == RecordVerdict::gap);
    CHECK(of_dues(rule, "zb05,2026-11,3000,15,\n").verdict == RecordVerdict::unsaid);
  }

  // The vectors of the rule on dues (2008), article 2: one rate on the whole base.
  TEST_CASE("dues go by flat brackets, upper bounds inclusive") {
    const std::string rule =
        "records: dues, brackets: {base: base, amount: paid, rates: [{up-to: 3000, rate: 0.5}, "
        "{up-to: 5000, rate: 1}, {up-to: 10000, rate: 1.5}, {rate: 2}]}";
    for (const char* pair : {"3000,15", "3000.01,30", "4800,48", "5000,50", "6000,90", "8000,120",
                             "10000,150", "12000,240"})
      CHECK(of_dues(rule, std::string("zb05,2026-10,") + pair + ",\n").verdict ==
            RecordVerdict::met);
    const auto wrong =
        of_dues(rule, "zb05,2026-10,6000,60,\nzb05,2026-10,,30,\nzb05,2026-10,3000,,\n");
    CHECK(wrong.amiss == 2);
    CHECK(amiss_in(wrong) == "2: should be 90, is 60\n3: has no base\n");
    CHECK(of_dues(rule, "zb05,2026-10,3000,,\n").verdict == RecordVerdict::unsaid);
  }

  TEST_CASE("the digest is that of the rows, and of no other") {
    const std::string one = "zb05,2026-10-08,支委会,,,,\n";
    const std::string two = "zb05,2026-10-09,支委会,,,,\n";
    CHECK(of_meetings(committee, one + two).digest == of_meetings(committee, two + one).digest);
    CHECK(of_meetings(committee, one).digest != of_meetings(committee, two).digest);
    CHECK(of_meetings(committee, one).digest ==
          of_meetings(committee, one + "zb01,2026-10-09,支委会,,,,\n").digest);
    CHECK(of_meetings(committee, one).digest.size() == 16);
  }
}
