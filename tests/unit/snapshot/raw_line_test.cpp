#include "snapshot/raw_line.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

const std::string line =
    "2026-10-12T01:30:00.123Z\tp003\tproblem.note\t26Q4-zb05-k7m2qx-17\tnote=八月\\t党费\t"
    "on=2026-10-09\tafter=91d03be6a7cc4f02\trole=inspector\torg=4dacb34881aa7f6f\tclock=2026-10-12T"
    "01:20:00.000Z\tzz=new\t8c1f0a5be2d94471";

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a line is cut into its columns") {
    const auto raw = split_line(line);
    REQUIRE(raw);
    CHECK(raw->at == "2026-10-12T01:30:00.123Z");
    CHECK(raw->person == "p003");
    CHECK(raw->name == "problem.note");
    CHECK(raw->subject == "26Q4-zb05-k7m2qx-17");
    CHECK(raw->check == "8c1f0a5be2d94471");
    CHECK(raw->field("note") == "八月\\t党费");
    CHECK(raw->field("not").empty());
    CHECK(unescaped_field(*raw, "note") == "八月\t党费");
  }

  TEST_CASE("the fields at its end are found from there, those of a newer sihu passed over") {
    const auto tail = tail_fields(*split_line(line));
    CHECK(tail.after == "91d03be6a7cc4f02");
    CHECK(tail.on == "2026-10-09");
    CHECK(tail.clock == "2026-10-12T01:20:00.000Z");
    CHECK(tail.part.empty());
  }

  TEST_CASE("a short line and one without fields are lines too") {
    const auto raw = split_line("2026-10-12T01:30:00.123Z\t-\ta\tb\t8c1f0a5be2d94471");
    REQUIRE(raw);
    CHECK(raw->subject == "b");
    CHECK(raw->fields.empty());
    CHECK(tail_fields(*raw).after.empty());
  }

  TEST_CASE("what cannot be a line is none") {
    for (const char* text : {"", "2026-10-12T01:30:00.123Z\tp003",
                             "#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2qx\t8c1f0a5be2d94471",
                             "2026-10-12T01:30:00.123Z\tp003\ta\t8c1f0a5be2d94471"})
      CHECK_FALSE(split_line(text));
  }

  TEST_CASE("a check is sixteen hex digits, each of them") {
    CHECK(check_number("8c1f0a5be2d94471") == 0x8c1f0a5be2d94471u);
    CHECK(check_number("8c1f0a5be2d9447") == 0);
    for (std::size_t place = 0; place < 16; ++place)
      for (int code = 0; code < 256; ++code) {
        std::string digits = "0000000000000001";
        digits[place] = static_cast<char>(code);
        const bool good = (code >= '0' && code <= '9') || (code >= 'a' && code <= 'f');
        const bool zero = place == 15 && code == '0';
        CHECK_MESSAGE((check_number(digits) != 0) == (good && !zero), place, " ", code);
      }
  }
}
