#include "snapshot/small_line.hpp"

#include "problem/life.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

std::optional<SmallStep> step_in(const std::string& name, const std::string& fields) {
  const std::string line = "2026-10-12T01:30:00.123Z\tp003\t" + name + "\t26Q4-zb05-k7m2qx-17\t" +
                           fields + "after=91d03be6a7cc4f02\t8c1f0a5be2d94471";
  const auto raw = split_line(line);
  Names people;
  SmallStep step;
  return read_step(*raw, tail_fields(*raw), 0, people, step) ? std::optional(step) : std::nullopt;
}

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("every step is known by the name that the ledger gives it, and no other") {
    for (int i = 0; i < 12; ++i) {
      const auto name = static_cast<StepName>(i);
      const auto step = step_in("problem." + std::string(to_string(name)), "");
      REQUIRE(step);
      CHECK(step->name() == name);
    }
    for (const char* name :
         {"problem.notes", "problem.x", "problem.open", "problem.reseal", "problem."})
      CHECK_FALSE(step_in(name, ""));
  }

  TEST_CASE("a fault has one number, whoever finds it, and others have others") {
    const auto number = [](const std::string& subject, const std::string& fields) {
      const std::string line = "2026-10-12T01:30:00.123Z\tp003\tproblem.open\t" + subject + "\t" +
                               fields + "\t8c1f0a5be2d94471";
      return fault_of(*split_line(line));
    };
    const auto one = number("26Q4-zb05-k7m2qx-17", "item=DF-02\tchecklist=dues\tdue=2026-10-27");
    CHECK(one == number("26Q4-zb05-b5b5b5-3", "item=DF-02\tchecklist=dues\tdue=2026-11-27"));
    CHECK(one == fault_number("26Q4-zb05", "dues", "DF-02"));
    CHECK(one != number("26Q4-zb05-k7m2qx-17", "item=DF-03\tchecklist=dues"));
    CHECK(one != number("26Q4-zb05-k7m2qx-17", "item=DF-02\tchecklist=base"));
    CHECK(one != number("26Q3-zb05-k7m2qx-17", "item=DF-02\tchecklist=dues"));
    CHECK(number("26Q4-zb05-k7m2qx-17", "checklist=dues\tdue=2026-10-27") == 0);
    CHECK(number("17", "item=DF-02\tchecklist=dues") == 0);
  }

  TEST_CASE("a date that is none makes a step unreadable") {
    CHECK(step_in("problem.extend", "due=2026-11-05\t")->day == small_day("2026-11-05"));
    CHECK_FALSE(step_in("problem.extend", "due=2026-11-31\t"));
    CHECK_FALSE(step_in("problem.reopen", "due=9999-01-01\t"));
    CHECK(step_in("problem.grant", "")->day == no_day);
  }

  TEST_CASE("an opening gives what a record needs") {
    const std::string line =
        "2026-10-12T01:30:00.123Z\tp003\tproblem.open\t26Q4-zb05-k7m2qx-17\titem=DF-02\t"
        "severity=serious\tdue=2026-10-27\tbranch=zb05\towner=p005\ttext=due=2020-01-01\t"
        "on=2026-10-10\t8c1f0a5be2d94471";
    const auto raw = split_line(line);
    Names people;
    const auto opening = read_opening(*raw, tail_fields(*raw), *small_day("2026-10-12"), people);
    REQUIRE(opening);
    CHECK(opening->branch == "zb05");
    CHECK(date_of(opening->opened) == Date(2026, 10, 10));
    CHECK(date_of(opening->due) == Date(2026, 10, 27));
    CHECK(people.name(opening->owner) == "p005");
    const auto terms = opening_terms(*raw, opening->opened);
    REQUIRE(terms);
    CHECK(terms->severity == Severity::serious);
    CHECK(date_of(terms->due) == Date(2026, 10, 27));
  }
}
