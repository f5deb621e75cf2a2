#include "records/record_cell.hpp"

#include "support/records.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Organisation some_people() {
  Organisation organisation;
  for (const auto& [id, name] : {std::pair("p001", "甲一"), {"p002", "乙一"}, {"p003", "乙一"}}) {
    Person person;
    person.id = id;
    person.name = same(name);
    organisation.people.push_back(person);
  }
  return organisation;
}

CellReading read_as(ColumnKind kind, const std::string& text) {
  RegisterColumn column;
  column.id = "x";
  column.kind = kind;
  column.choices = {{"党课", "lecture"}};
  return read_cell(column, text, some_people());
}

}  // namespace

TEST_SUITE("records") {
  TEST_CASE("dates as people and spreadsheets write them are one date") {
    for (const char* text : {"2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "2026/3/5 0:00"})
      CHECK(written_day(text) == Date(2026, 3, 5));
    for (const char* text :
         {"2026-02-30", "5/3/2026", "2026-3", "三月五日", "x2026-3-5", "", "26-3-5"})
      CHECK_FALSE(written_day(text));
  }

  TEST_CASE("months too, and a date is a month only when it is the first") {
    for (const char* text :
         {"2026-03", "2026/3", "2026.3", "2026年3月", "2026-03-01", "Mar-26", "mar-26"})
      CHECK(written_month(text) == Date(2026, 3, 1));
    for (const char* text : {"2026-13", "2026-03-02", "March", "2026", ""})
      CHECK_FALSE(written_month(text));
    for (const char* text : {"Mär-26", "26-Mar", "Mar-2", "Mar-261", "Marc-26", "Mar 26"})
      CHECK_FALSE(written_month(text));
  }

  TEST_CASE("numbers may have separators, amounts a sign") {
    CHECK(read_as(ColumnKind::number, "1,234.5").value == RecordValue(Rational(2469, 2)));
    CHECK(read_as(ColumnKind::money, "¥48.00元").value == RecordValue(Rational(48)));
    CHECK_FALSE(read_as(ColumnKind::number, "48元").expected.empty());
    CHECK_FALSE(read_as(ColumnKind::money, "许多").expected.empty());
  }

  TEST_CASE("nobody counts fewer than none, and money may come back") {
    RegisterColumn column;
    column.kind = ColumnKind::number;
    CHECK_FALSE(read_cell(column, "-3", records_organisation()).expected.empty());
    column.kind = ColumnKind::money;
    CHECK(read_cell(column, "-3.50", records_organisation()).expected.empty());
  }

  TEST_CASE("choices, yes and no in either language come out in one") {
    CHECK(read_as(ColumnKind::choice, "lecture").value == RecordValue(std::string("党课")));
    CHECK(read_as(ColumnKind::choice, "党").expected.en == "should be one of lecture");
    CHECK(read_as(ColumnKind::yes_no, "是").value == read_as(ColumnKind::yes_no, "Yes").value);
    CHECK(read_as(ColumnKind::yes_no, "×").value == RecordValue(std::string("no")));
    CHECK_FALSE(read_as(ColumnKind::yes_no, "也许").expected.empty());
  }

  TEST_CASE("a person is known by name where one person alone has it") {
    CHECK(read_as(ColumnKind::person, "甲一").value == RecordValue(std::string("p001")));
    CHECK(read_as(ColumnKind::person, "乙一").value == RecordValue(std::string("乙一")));
    CHECK(read_as(ColumnKind::person, "p003").value == RecordValue(std::string("p003")));
  }
}
