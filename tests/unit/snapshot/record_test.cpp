#include "snapshot/record.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

Record a_record() {
  Record record;
  record.is_open = true;
  record.opened = *small_day("2026-10-12");
  record.due = *small_day("2026-10-27");
  record.check = 1;
  return record;
}

SmallStep a_step(StepName name, const char* due = "", std::uint64_t check = 2) {
  SmallStep step;
  step.call(name);
  step.day = name == StepName::submit ? *small_day("2026-10-20") : small_day(due).value_or(no_day);
  step.check = check;
  return step;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a small day is a date within its years, or none") {
    CHECK(date_of(*small_day("2026-10-12")) == Date(2026, 10, 12));
    CHECK(*small_day(Date(2000, 1, 1)) == 0);
    CHECK(small_day(Date(2179, 6, 5)));
    for (const char* text :
         {"1999-12-31", "2179-06-06", "2026-02-29", "2026-13-01", "2026-1-01", "9999-12-31", "x"})
      CHECK_FALSE(small_day(text));
    CHECK_FALSE(optional_date(no_day));
  }

  TEST_CASE("steps move a record as they move a problem") {
    Record record = a_record();
    SmallRequest request;
    REQUIRE(apply(record, request, a_step(StepName::extend, "2026-11-05", 2)));
    CHECK(optional_date(request.until) == Date(2026, 11, 5));
    REQUIRE(apply(record, request, a_step(StepName::grant, "", 3)));
    CHECK(date_of(record.due) == Date(2026, 11, 5));
    CHECK_FALSE(optional_date(request.until));
    REQUIRE(apply(record, request, a_step(StepName::submit, "", 4)));
    CHECK(optional_date(record.submitted) == Date(2026, 10, 20));
    REQUIRE(apply(record, request, a_step(StepName::verify, "", 5)));
    CHECK(static_cast<Status>(record.status) == Status::closed);
    REQUIRE(apply(record, request, a_step(StepName::reopen, "2026-12-01", 6)));
    CHECK_FALSE(optional_date(record.submitted));
    CHECK(record.check == 6);
  }

  TEST_CASE("what the state forbids is not applied") {
    Record record = a_record();
    SmallRequest request;
    CHECK_FALSE(apply(record, request, a_step(StepName::verify)));
    CHECK_FALSE(apply(record, request, a_step(StepName::grant, "2026-11-05")));
    CHECK_FALSE(apply(record, request, a_step(StepName::extend, "2026-10-27")));
    CHECK(record.check == 1);
  }

  TEST_CASE("a record says where its opening lies, or that it cannot") {
    Record record;
    CHECK(record.lies_at((1u << Record::file_bits) - 1, (1u << Record::offset_bits) - 1));
    CHECK(+record.file == (1u << Record::file_bits) - 1);
    CHECK(+record.offset == (1u << Record::offset_bits) - 1);
    CHECK_FALSE(record.lies_at(1u << Record::file_bits, 0));
    CHECK_FALSE(record.lies_at(0, 1u << Record::offset_bits));
    CHECK_FALSE(record.lies_at(0, std::uint64_t{1} << 32));
  }
}
