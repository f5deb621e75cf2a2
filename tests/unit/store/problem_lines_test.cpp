#include "store/problem_lines.hpp"

#include "store/current.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

struct Office {
  TemporaryFolder folder;
  Workspace workspace = make_workspace(folder.path());
  int minute = 0;

  void record(const std::string& device, const std::string& name, int serial,
              std::vector<Field> fields = {}) {
    Author author = an_author(noon(++minute));
    author.device.id = device;
    fields.push_back({"note", "x"});
    const std::string subject = "26Q4-zb05-k7m2qx-" + std::to_string(serial);
    REQUIRE(workspace.record(author, [&](const Ledger&) -> Result<Decision> {
      return Decision{{Draft{name, subject, fields}}, RoleName::inspector, {}};
    }));
  }
  void open(int serial) { record("k7m2qx", "problem.open", serial, {{"due", "2026-10-27"}}); }
  void make_snapshot() { REQUIRE(Current::read(workspace, {Date(2026, 12, 31), true}, true)); }

  // What is known of a problem from all lines, and from those alone that are about it.
  std::string told(const Ledger& ledger, const std::string& part) const {
    const auto list = fold_problems(ledger, workspace.organisation(), workspace.zone());
    const auto found = list.find(part);
    if (!found) return found.error().faults.front().what.en;
    std::string text =
        (*found)->id + std::string(to_string((*found)->status)) + (*found)->last_check;
    for (const HistoryStep& step : (*found)->history)
      text += whole_line(ledger.entries[step.entry].event) + (step.applied ? "+" : "-");
    return text;
  }
  void check_same(const std::string& part) const {
    const auto lines = read_problem_lines(workspace, part);
    REQUIRE(lines);
    CHECK(told(*lines, part) == told(*workspace.read_ledger(), part));
  }
};

const std::vector<std::string> parts{"26Q4-zb05-k7m2qx-1",
                                     "26Q4-zb05-k7m2qx-2",
                                     "26Q4-zb05-k7m2qx-11",
                                     "1",
                                     "11",
                                     "k7m2qx-2",
                                     "26Q4-zb05-k7m2qx-99",
                                     "zb05",
                                     "x",
                                     "26Q4-zb05-k7m2qx-1~91d0"};

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("of the problems that may be meant nothing is missing, with a snapshot and without") {
    Office office;
    for (const int serial : {1, 2, 11}) office.open(serial);
    office.record("m3m3m3", "problem.submit", 2);
    for (const std::string& part : parts) office.check_same(part);
    office.make_snapshot();
    for (const std::string& part : parts) office.check_same(part);
    office.record("h4h4h4", "problem.verify", 2);
    office.record("m3m3m3", "problem.submit", 1);
    office.open(12);
    office.record("m3m3m3", "problem.note", 12);
    for (const std::string& part : parts) office.check_same(part);
    office.check_same("26Q4-zb05-k7m2qx-12");
    office.make_snapshot();
    for (const std::string& part : parts) office.check_same(part);
  }

  TEST_CASE("a line that is not where the snapshot saw it is looked for") {
    Office office;
    office.open(1);
    office.open(2);
    office.make_snapshot();
    const auto file = office.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    const std::string text = file_bytes(file);
    std::vector<Event> events{an_event(noon(7), "26Q4-zb05-k7m2qx-1", {{"note", "y"}})};
    events.front().name = "problem.open";
    put_file(file, file_text(a_header(), events));
    office.check_same("26Q4-zb05-k7m2qx-1");
  }

  TEST_CASE("a damaged ledger is said to be, with its place") {
    Office office;
    office.open(1);
    const auto file = office.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    put_file(file, file_bytes(file) + "no line\n");
    const auto lines = read_problem_lines(office.workspace, "26Q4-zb05-k7m2qx-1");
    REQUIRE_FALSE(lines);
    CHECK(lines.error().faults.front().place.line == 3);
  }

  TEST_CASE("lines that are asked for stand where they stand, and all files are known") {
    Office office;
    office.open(1);
    office.open(2);
    office.record("m3m3m3", "problem.note", 2);
    office.record("b5b5b5", "problem.note", 1);
    const auto some = read_lines(office.workspace, [](std::string_view, std::string_view subject) {
      return subject.ends_with("-2");
    });
    REQUIRE(some);
    const Ledger all = *office.workspace.read_ledger();
    std::string places;
    for (const Entry& entry : some->entries) places += to_string(some->place(entry)) + "\n";
    std::string expected;
    for (const Entry& entry : all.entries)
      if (entry.event.subject.ends_with("-2")) expected += to_string(all.place(entry)) + "\n";
    CHECK(places == expected);
    CHECK(some->files.size() == all.files.size());
  }

  TEST_CASE("a torn tail is noted there too") {
    Office office;
    office.open(1);
    const std::string file = "ledger/2026Q4/zb03.k7m2qx.tsv";
    put_file(office.folder.path() / file, file_bytes(office.folder.path() / file) + "torn");
    const auto some =
        read_lines(office.workspace, [](std::string_view, std::string_view) { return false; });
    REQUIRE(some);
    CHECK(some->entries.empty());
    REQUIRE(some->notes.size() == 1);
    CHECK(some->notes[0].name == "torn-tail");
  }
}
