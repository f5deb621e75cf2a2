#include "snapshot/overlay.hpp"

#include "snapshot/small_line.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// The problem of `a_problem`, open in a snapshot, and lines that came since.
struct Desk {
  Problem problem = a_problem();
  std::string bytes;
  Overlay overlay{Zone{},
                  [this](std::string_view id) -> std::optional<OpenRow> {
                    return id == problem.id ? std::optional(read_open_row(bytes.data()))
                                            : std::nullopt;
                  },
                  {{"k7m2qx", 17}},
                  {},
                  [](const auto& faults) {
                    return faults.contains(fault_number("26Q4-zb05", "dues", "DF-03"));
                  }};

  Desk() {
    OpenRow row = open_row_of(problem, "2026Q4");
    row.odd = false;
    write_row(row, bytes);
  }

  void say(const std::string& name, const std::string& subject, const std::string& fields,
           const std::string& check) {
    const std::string line = "2026-10-20T01:30:00.123Z\tp005\tproblem." + name + "\t" + subject +
                             "\t" + fields + "\t" + check;
    const auto raw = split_line(line);
    REQUIRE(raw);
    overlay.take(*raw, tail_fields(*raw));
  }
};

const std::string id = "26Q4-zb05-k7m2qx-17";

}  // namespace

TEST_SUITE("snapshot") {
  TEST_CASE("a step moves the row, whichever of two lines comes first") {
    Desk desk;
    desk.say("verify", id, "note=x\tafter=00000000000000b1", "00000000000000c1");
    desk.say("submit", id, "note=x\tafter=91d03be6a7cc4f02", "00000000000000b1");
    REQUIRE(desk.overlay.finish());
    CHECK(desk.overlay.is_changed(id));
    CHECK(desk.overlay.rows().starts.empty());
    CHECK(desk.overlay.counts().at("zb05") == std::array<std::int64_t, 5>{-1, 0, 0, 1, 0});
  }

  TEST_CASE("a new problem is a new row") {
    Desk desk;
    desk.say("open", "26Q4-zb07-k7m2qx-18", "item=DF-01\tdue=2026-11-01\towner=p003",
             "00000000000000d1");
    REQUIRE(desk.overlay.finish());
    REQUIRE(desk.overlay.rows().starts.size() == 1);
    CHECK(read_open_row(desk.overlay.rows().bytes.data()).item == "DF-01");
    CHECK(desk.overlay.counts().at("zb07")[0] == 1);
  }

  TEST_CASE("what the snapshot knows a finding of, or came twice, takes the whole fold") {
    const auto open_both = [](const std::string& one, const std::string& other) {
      Desk desk;
      desk.say("open", "26Q4-zb05-b5b5b5-1", one + "\tdue=2026-12-01", "00000000000000f1");
      desk.say("open", "26Q4-zb05-h4h4h4-1", other + "\tdue=2026-12-01", "00000000000000f2");
      return desk.overlay.finish();
    };
    CHECK(open_both("item=DF-01\tchecklist=dues", "item=DF-02\tchecklist=dues"));
    CHECK_FALSE(open_both("item=DF-01\tchecklist=dues", "item=DF-03\tchecklist=dues"));
    CHECK_FALSE(open_both("item=DF-01\tchecklist=dues", "item=DF-01\tchecklist=dues"));
    CHECK(open_both("item=DF-01\tchecklist=dues", "item=DF-01\tchecklist=basics"));
    CHECK(open_both("checklist=dues", "checklist=dues"));
  }

  TEST_CASE("a note to what is not open changes nothing") {
    Desk desk;
    desk.say("note", "26Q4-zb05-k7m2qx-3", "note=x\tafter=00000000000000a1", "00000000000000e1");
    CHECK(desk.overlay.finish());
    CHECK(desk.overlay.rows().starts.empty());
  }

  TEST_CASE("where it takes the whole fold it says so") {
    const auto beyond = [](const char* name, const std::string& subject,
                           const std::string& fields) {
      Desk desk;
      desk.say(name, subject, fields, "00000000000000f1");
      return !desk.overlay.finish();
    };
    CHECK(beyond("reopen", "26Q4-zb05-k7m2qx-3", "due=2026-12-01\tafter=00000000000000a1"));
    CHECK(beyond("open", "26Q4-zb05-k7m2qx-3", "due=2026-12-01"));
    CHECK(beyond("verify", id, "after=91d03be6a7cc4f02"));
    CHECK(beyond("submit", id, "after=00000000000000a1"));
    CHECK(beyond("submit", id, "note=x"));
  }
}
