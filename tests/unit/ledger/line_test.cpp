#include "ledger/line.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string good =
    "2026-10-12T01:30:00.123Z\tp003\tproblem.open\t26Q4-zb05-k7m2qx-17\titem=DF-02\tseverity="
    "general\t"
    "due=2026-10-27\ttext=八月党费未按月收缴\t91d03be6a7cc4f02";

// The names of all faults of a line, joined by blanks.
std::string faults_of(std::string_view line) {
  const auto event = read_line(line, "ledger/a.tsv", 7);
  if (event) return "";
  CHECK(event.error().kind == Kind::integrity);
  std::string names;
  for (const Fault& fault : event.error().faults) {
    CHECK(to_string({fault.place.file, fault.place.line, 0}) == "ledger/a.tsv:7");
    names += (names.empty() ? "" : " ") + fault.name;
  }
  return names;
}

std::string swapped(std::string line, const std::string& from, const std::string& to) {
  return line.replace(line.find(from), from.size(), to);
}

std::string write_faults(const Event& event) {
  const auto line = write_line(event);
  if (line) return "";
  CHECK(line.error().kind == Kind::input);
  return line.error().faults.front().name;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("a line reads back to the same bytes") {
    const auto event = read_line(good, "ledger/a.tsv", 7);
    REQUIRE(event);
    CHECK(event->person == "p003");
    CHECK(event->get("text") == "八月党费未按月收缴");
    CHECK(event->check == "91d03be6a7cc4f02");
    CHECK(whole_line(*event) == good);
    CHECK(*write_line(*event) + "\t91d03be6a7cc4f02" == good);
  }

  TEST_CASE("events and keys that nobody knows yet are kept") {
    const std::string line =
        swapped(swapped(good, "problem.open", "drone.fly"), "text=", "zone=3\tzz-9=");
    REQUIRE(read_line(line, "x", 1));
    CHECK(whole_line(*read_line(line, "x", 1)) == line);
  }

  TEST_CASE("every other spelling is a fault with a name") {
    CHECK(faults_of("") == "too-few-columns");
    CHECK(faults_of("no tabs") == "too-few-columns");
    CHECK(faults_of("a\tb\tc\td") == "too-few-columns");
    CHECK(faults_of("# a remark\tb\tc\td\t91d03be6a7cc4f02") == "bad-instant");
    CHECK(faults_of(swapped(good, "01:30", "25:30")) == "bad-instant");
    CHECK(faults_of(swapped(good, ".123Z", "Z")) == "bad-instant");
    CHECK(faults_of(swapped(good, "p003", "张三")) == "bad-person");
    CHECK(faults_of(swapped(good, "problem.open", "Problem")) == "bad-event-name");
    CHECK(faults_of(swapped(good, "-17", " 17")) == "bad-subject");
    CHECK(faults_of(swapped(good, "item=", "item:")) == "bad-field");
    CHECK(faults_of(swapped(good, "item=DF-02", "item=")) == "empty-value");
    CHECK(faults_of(swapped(good, "item=", "Item=")) == "bad-key keys-out-of-order");
    CHECK(faults_of(swapped(good, "severity=", "item=")) == "key-twice");
    CHECK(faults_of(swapped(good, "item=DF-02\tseverity=general",
                            "severity=general\titem=DF-02")) == "keys-out-of-order");
    CHECK(faults_of(swapped(good, "八月", "\\x41")) == "bad-escape");
    CHECK(faults_of(swapped(good, "八月", "\x1b[31m")) == "bad-escape");
    CHECK(faults_of(swapped(good, "八月", std::string("\0", 1))) == "bad-escape");
    CHECK(faults_of(swapped(good, "八月", "\xb0\xcb")) == "not-utf8");
    CHECK(faults_of(swapped(good, "91d0", "91D0")) == "bad-check");
    CHECK(faults_of(good + "\r") == "crlf");
    CHECK(faults_of(good + "\t") == "bad-field bad-check");
  }

  TEST_CASE("all faults of a line are said at once") {
    CHECK(faults_of(swapped(swapped(good, "p003", "P"), "91d0", "zzzz")) == "bad-person bad-check");
  }

  TEST_CASE("a line has at most 64 KiB with its line feed") {
    Event event = an_event(noon(), "x", {{"note", ""}});
    const std::size_t rest = max_line_bytes - spell(event).size() - 18;
    event.fields[0].value = std::string(rest, 'x');
    REQUIRE(write_line(event));
    CHECK(write_line(event)->size() + 18 == max_line_bytes);
    CHECK(read_line(*write_line(event) + "\t91d03be6a7cc4f02", "x", 1));
    event.fields[0].value += 'x';
    CHECK(write_faults(event) == "line-too-long");
    CHECK(faults_of(spell(event) + "\t91d03be6a7cc4f02") == "line-too-long");
  }

  TEST_CASE("what could not be read back is not written") {
    CHECK(write_faults(an_event(noon(), "")) == "bad-subject");
    CHECK(write_faults(an_event(noon(), "a", {{"note", ""}})) == "empty-value");
    CHECK(write_faults(an_event(noon(), "a", {{"note", "\xff"}})) == "not-utf8");
    CHECK(write_faults(an_event(noon(), "a", {{"note", "x"}, {"item", "y"}})) ==
          "keys-out-of-order");
    CHECK(write_faults(an_event(Instant{253402300800000}, "a")) == "bad-instant");
  }
}
