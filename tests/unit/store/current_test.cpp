#include "store/current.hpp"

#include "support/ledgers.hpp"
#include "support/problems.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

std::string text_of(const Result<Current>& current) {
  if (!current) return current.error().faults.front().name;
  std::string text;
  CHECK(current->each_row([&](const OpenRow& row) {
    text += std::string(row.id) + ' ' + to_string(row.due) + ' ' +
            std::string(to_string(row.status)) + '\n';
  }));
  for (const auto& [branch, counts] : current->counts())
    for (const auto count : counts) text += branch + std::to_string(count) + ' ';
  for (const auto& [branch, count] : current->again())
    text += "again " + branch + ' ' + std::to_string(count) + '\n';
  for (const auto& id : current->duplicates()) text += id;
  for (const auto& note : current->notes()) text += note.name;
  return text + std::to_string(current->lines_later_than(Date(2026, 10, 13)));
}

// An office whose lines go to the files of a real workspace.
struct Office {
  TemporaryFolder folder;
  Workspace workspace = make_workspace(folder.path());
  int minute = 0;

  std::string record(const std::string& device, const std::string& name, const std::string& subject,
                     std::vector<Field> fields) {
    Author author = an_author(noon(++minute));
    author.device.id = device;
    const auto receipt = workspace.record(author, [&](const Ledger&) -> Result<Decision> {
      return Decision{{Draft{name, subject, fields}}, RoleName::inspector, {}};
    });
    REQUIRE(receipt);
    return receipt->events.front().check;
  }

  std::string open(int serial, const std::string& device = "k7m2qx") {
    return record(device, "problem.open", "26Q4-zb05-" + device + "-" + std::to_string(serial),
                  {{"item", "DF-" + device + std::to_string(serial)},
                   {"due", "2026-10-2" + std::to_string(serial % 10)},
                   {"title", "x"}});
  }

  // What two inspections found: of one item, each with an id of its own.
  std::string find(const std::string& device, int day) {
    return record(device, "problem.open", "26Q4-zb05-" + device + "-9",
                  {{"item", "DF-02"},
                   {"checklist", "dues"},
                   {"due", "2026-10-" + std::to_string(day)},
                   {"title", "x"}});
  }

  std::string step(const std::string& name, int serial, const std::string& device = "m3m3m3") {
    return record(device, "problem." + name, "26Q4-zb05-k7m2qx-" + std::to_string(serial),
                  {{"note", "x"}});
  }

  std::string ask(bool use_snapshot) {
    return text_of(Current::read(workspace, {Date(2026, 12, 31), true}, use_snapshot));
  }
  fs::path snapshot() const { return folder.path() / ".sihu" / "snapshot"; }
};

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("with a snapshot and without, before and after it, the answer is the same") {
    Office office;
    CHECK(office.ask(true) == office.ask(false));
    for (int i = 1; i <= 5; ++i) office.open(i);
    const std::string first = office.ask(false);
    CHECK(office.ask(true) == first);
    REQUIRE(fs::exists(office.snapshot()));
    CHECK(office.ask(true) == first);
    const auto written = file_bytes(office.snapshot());
    office.step("submit", 2);
    office.step("submit", 3);
    office.step("verify", 3, "h4h4h4");
    office.open(6);
    office.open(1, "n8n8n8");
    const std::string second = office.ask(false);
    CHECK(second != first);
    CHECK(office.ask(true) == second);
    CHECK(file_bytes(office.snapshot()) == written);  // a few lines are no reason to write it anew
    office.step("reopen", 3);                         // forbidden without a date: folded at length
    CHECK(office.ask(true) == office.ask(false));
  }

  TEST_CASE(
      "what is found again after it was closed is one problem once that is reopened, however "
      "read") {
    Office office;
    office.open(1);
    CHECK(office.ask(true) == office.ask(false));
    office.find("a2a2a2", 28);
    office.record("m3m3m3", "problem.submit", "26Q4-zb05-a2a2a2-9", {{"note", "x"}});
    office.record("h4h4h4", "problem.verify", "26Q4-zb05-a2a2a2-9", {{"note", "x"}});
    CHECK(office.ask(true) == office.ask(false));
    office.find("b3b3b3", 21);  // a new line over a snapshot that has the other closed
    CHECK(office.ask(true) == office.ask(false));
    CHECK(office.ask(true).find("26Q4-zb05-b3b3b3-9 2026-10-21 open\n") != std::string::npos);
    office.record("h4h4h4", "problem.reopen", "26Q4-zb05-a2a2a2-9",
                  {{"note", "x"}, {"due", "2026-11-20"}});
    const std::string laid = office.ask(true);
    CHECK(laid == office.ask(false));
    CHECK(laid.find("26Q4-zb05-a2a2a2-9 2026-11-20 open\n") != std::string::npos);
    CHECK(laid.find("b3b3b3") == std::string::npos);
    CHECK(laid.find("zb052 zb050 zb050 zb050 zb050") != std::string::npos);
    CHECK(laid.find("again zb05 1") != std::string::npos);
    const auto current = Current::read(office.workspace, {Date(2026, 12, 31), true}, true);
    std::vector<std::string> also;
    CHECK(current->each_row([&](const OpenRow& row) {
      if (row.id == "26Q4-zb05-a2a2a2-9")
        also = problem_of(row, office.workspace.organisation()).also();
    }));
    CHECK(also == std::vector<std::string>{"26Q4-zb05-b3b3b3-9"});
    // Due is what the first finding is, also where only the other one would be asked for.
    const auto early = Current::read(office.workspace, {Date(2026, 10, 22), false}, false);
    CHECK(early->each_row([](const OpenRow& row) { CHECK(row.item != "DF-02"); }));
  }

  TEST_CASE("a snapshot that is damaged, old or another's is never believed") {
    Office office;
    for (int i = 1; i <= 3; ++i) office.open(i);
    const std::string answer = office.ask(true);
    const std::string bytes = file_bytes(office.snapshot());
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
      std::string flipped = bytes;
      flipped[at] = static_cast<char>(flipped[at] ^ 4);
      put_file(office.snapshot(), flipped);
      CHECK(office.ask(true) == answer);
      put_file(office.snapshot(), bytes.substr(0, at));
      CHECK(office.ask(true) == answer);
    }
    const auto ledger = office.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    const std::string lines = file_bytes(ledger);
    office.step("submit", 1);
    office.ask(true);
    put_file(ledger, lines.substr(0, lines.rfind('\n', lines.size() - 2) + 1));
    CHECK(office.ask(true) == office.ask(false));
    fs::remove(ledger);
    CHECK(office.ask(true) == office.ask(false));
  }

  TEST_CASE("a torn tail is noted every time, and a snapshot that cannot be written is no fault") {
    Office office;
    office.open(1);
    const auto ledger = office.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    put_file(ledger, file_bytes(ledger) + "2026-10-12T");
    const std::string answer = office.ask(false);
    CHECK(answer.find("torn-tail") != std::string::npos);
    CHECK(office.ask(true) == answer);
    CHECK(office.ask(true) == answer);
    fs::remove_all(office.folder.path() / ".sihu");
    put_file(office.folder.path() / ".sihu", "no folder");
    CHECK(office.ask(true) == answer);
  }

  TEST_CASE("a damaged ledger is an error, with all its faults") {
    Office office;
    office.open(1);
    office.ask(true);
    const auto ledger = office.folder.path() / "ledger/2026Q4/zb03.k7m2qx.tsv";
    put_file(ledger, file_bytes(ledger) + "no line\n");
    CHECK(office.ask(true) == "too-few-columns");
    CHECK(office.ask(false) == "too-few-columns");
  }
}
