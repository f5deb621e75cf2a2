#include "store/export_events.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string exported(const Workspace& workspace, Format format) {
  std::string text;
  const auto stream = EventStream::open(workspace);
  REQUIRE(stream);
  REQUIRE(export_events(*stream, format, [&](std::string_view block) {
    text += block;
    return true;
  }));
  return text;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("as TSV the events are the lines as they are") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(exported(workspace, Format::tsv).empty());
    std::vector<Event> events{an_event(noon(), "a", {{"note", "甲\t乙"}, {"zone", "ZZ"}}),
                              an_event(noon(1), "a")};
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv", file_text(a_header(), events));
    CHECK(exported(workspace, Format::tsv) ==
          whole_line(events[0]) + '\n' + whole_line(events[1]) + '\n');
  }

  TEST_CASE("as JSON every event is an object with its place") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    CHECK(exported(workspace, Format::json) == "[]\n");
    CHECK(exported(workspace, Format::jsonl).empty());
    std::vector<Event> events{an_event(noon(), "a", {{"note", "“一”\n"}}), an_event(noon(1), "a")};
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv", file_text(a_header(), events));
    const std::string object =
        R"({"at":"2026-10-12T04:00:00.000Z","person":"p003","event":"problem.note",)"
        R"("subject":"a","fields":{"note":"“一”\n"},"check":")" +
        events[0].check + R"(","file":"ledger/2026Q4/zb03.k7m2qx.tsv","line":2})";
    const std::string jsonl = exported(workspace, Format::jsonl);
    CHECK(jsonl.starts_with(object + "\n{"));
    CHECK(exported(workspace, Format::json).starts_with("[\n" + object + ",\n{"));
    CHECK(exported(workspace, Format::json).ends_with("}\n]\n"));
  }

  TEST_CASE("what is in a sheet that is not sealed goes out as TSV alone, and is counted") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    Event open = an_event(noon(), "2026Q4/zb05/p003", {{"note", "好"}, {"sheet", "C1=4"}});
    Event sealed = an_event(noon(1), "2026Q4/zb09/p003", {{"key", "0123"}, {"sheet", "box"}});
    open.name = sealed.name = "review.sheet";
    Event after =
        an_event(noon(2), "26Q4-zb05-k7m2qx-1", {{"note", "x"}, {"after", "0123456789abcdef"}});
    std::vector<Event> events{open, sealed, after};
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv", file_text(a_header(), events));
    CHECK(exported(workspace, Format::tsv).find("note=好\tsheet=C1=4") != std::string::npos);
    for (const Format format : {Format::json, Format::jsonl}) {
      const std::string text = exported(workspace, format);
      CHECK(text.find("C1=4") == std::string::npos);
      CHECK(text.find("好") == std::string::npos);
      CHECK(text.find("2026Q4/zb05/p003") != std::string::npos);
      CHECK(text.find(R"("sheet":"box")") != std::string::npos);
      // By a check that follows from the line somebody could try which scores give it.
      for (const Event& event : events) CHECK(text.find(event.check) == std::string::npos);
      CHECK(text.find("0123456789abcdef") == std::string::npos);
      CHECK(text.find(R"("check":null)") != std::string::npos);
      const auto stream = EventStream::open(workspace);
      REQUIRE(stream);
      const auto done = export_events(*stream, format, [](std::string_view) { return true; });
      CHECK(done->readable == 1);
    }
  }
}
