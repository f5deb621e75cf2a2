#include "store/record.hpp"

#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <set>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

const std::string own_file = "ledger/2026Q4/zb03.k7m2qx.tsv";

Result<Receipt> note(const Workspace& workspace, Instant clock, const std::string& subject = "a",
                     int count = 1) {
  return workspace.record(an_author(clock),
                          [&](const Ledger&) { return some_notes(subject, count); });
}

std::string name_of(const Result<Receipt>& receipt) {
  return receipt ? "none" : receipt.error().faults.front().name;
}

// Records `count` notes one by one, saying each that was acknowledged on `out`.
[[noreturn]] void record_many(const fs::path& root, int writer, int count, int out) {
  const auto workspace = Workspace::open(root);
  for (int i = 0; workspace && i < count; ++i) {
    const std::string subject = "s" + std::to_string(writer) + "-" + std::to_string(i);
    // However long the others take: a busy machine, with sanitizers, is no loss.
    const auto decide = [&](const Ledger&) { return some_notes(subject); };
    if (!record_within(*workspace, an_author(noon()), decide, std::chrono::minutes{4})) ::_exit(1);
    const std::string line = subject + "\n";
    if (::write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
  }
  ::_exit(workspace ? 0 : 1);
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("what was recorded is in the ledger, with sihu.yaml kept beside it") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const auto receipt = note(workspace, noon(), "a", 2);
    REQUIRE(receipt);
    CHECK(receipt->events.size() == 2);
    const auto ledger = workspace.read_ledger(true);
    REQUIRE(ledger);
    REQUIRE(ledger->entries.size() == 2);
    CHECK(ledger->entries[1].event == receipt->events[1]);
    CHECK(ledger->entries[1].event.get("after") == ledger->entries[0].event.check);
    CHECK(fs::exists(folder.path() / "evidence" / (workspace.organisation_digest() + ".yaml")));
    REQUIRE(note(workspace, noon(5)));
    CHECK(workspace.read_ledger(true)->entries.size() == 3);
  }

  TEST_CASE("a decision that fails or wants nothing writes nothing") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(note(workspace, noon()));
    const auto before = snapshot(folder.path());
    const auto refused = workspace.record(
        an_author(noon(9)),
        [](const Ledger&) -> Result<Decision> { return fail(Kind::refused, "no", same("no")); });
    CHECK(name_of(refused) == "no");
    CHECK(workspace.record(an_author(noon(9)), [](const Ledger&) { return Decision{}; })
              ->events.empty());
    Decision too_long = some_notes("b");
    too_long.drafts[0].fields[0].value = std::string(70000, 'x');
    CHECK(name_of(workspace.record(an_author(noon(9)), [&](const Ledger&) { return too_long; })) ==
          "line-too-long");
    CHECK(snapshot(folder.path()) == before);
  }

  TEST_CASE("a pretended time counts only where people practise") {
    const TemporaryFolder folder;
    const Workspace real = make_workspace(folder.path() / "real");
    Author author = an_author(noon());
    author.pretended = noon(-86400000);
    const auto decide = [](const Ledger&) { return some_notes("a"); };
    const auto refused = real.record(author, decide);
    CHECK(name_of(refused) == "now-while-recording");
    CHECK(refused.error().kind == Kind::usage);
    CHECK_FALSE(fs::exists(folder.path() / "real" / "ledger"));

    const Workspace practice = make_workspace(folder.path() / "practice", "practice: true\n");
    const auto receipt = practice.record(author, decide);
    REQUIRE(receipt);
    CHECK(receipt->events[0].at == noon(-86400000));
    CHECK_FALSE(receipt->events[0].has("clock"));
  }

  TEST_CASE(
      "a tail torn at any byte is moved away and the next line goes on from the last whole one") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(note(workspace, noon()));
    const std::string one = file_bytes(folder.path() / own_file);
    REQUIRE(note(workspace, noon(10), "b", 2));
    const std::string both = file_bytes(folder.path() / own_file);
    for (std::size_t cut = 0; cut < both.size(); cut += 7) {
      fs::remove_all(folder.path() / "ledger");
      put_file(folder.path() / own_file, both.substr(0, cut));
      const auto before = workspace.read_ledger(true);
      REQUIRE(before);
      CHECK(before->entries.size() == (cut < one.size() ? 0 : 1));
      REQUIRE(note(workspace, noon(20), "c"));
      const auto after = workspace.read_ledger(true);
      REQUIRE(after);
      CHECK(after->notes.empty());
      CHECK(after->entries.size() == before->entries.size() + 1);
    }
  }

  TEST_CASE("what is moved away is said and kept, NUL bytes too") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(note(workspace, noon()));
    const std::string whole = file_bytes(folder.path() / own_file);
    put_file(folder.path() / own_file, whole + std::string(4096, '\0'));
    CHECK(workspace.read_ledger()->notes.size() == 1);
    const auto receipt = note(workspace, noon(5));
    REQUIRE(receipt);
    CHECK(receipt->notes.front().name == "tail-moved");
    CHECK(file_bytes(folder.path() / (own_file + "." + std::to_string(whole.size()) + ".torn")) ==
          std::string(4096, '\0'));
  }

  TEST_CASE("nobody writes behind a damaged line") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(note(workspace, noon()));
    std::string text = file_bytes(folder.path() / own_file);
    text[text.find("note=") + 9] ^= 1;
    put_file(folder.path() / own_file, text);
    const auto receipt = note(workspace, noon(5));
    REQUIRE_FALSE(receipt);
    CHECK(receipt.error().kind == Kind::integrity);
    CHECK(file_bytes(folder.path() / own_file) == text);
  }

  TEST_CASE("a device whose file has another's header or a fork does not write") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    std::vector<Event> events{an_event(noon(), "a")};
    put_file(folder.path() / own_file, file_text(a_header("aaaaaa"), events));
    CHECK(name_of(note(workspace, noon(5))) == "misnamed-file");
    put_file(folder.path() / own_file, file_text(a_header(), events));
    put_file(folder.path() / "ledger/2026Q4/zb03.k7m2qx~91d03be6a7cc4f02.tsv",
             file_text(a_header(), events));
    CHECK(name_of(note(workspace, noon(5))) == "device-forked");
  }

  TEST_CASE("a lock that another holds is waited for and its holder named") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    const auto lock = Lock::take(folder.path() / ".sihu" / "lock.k7m2qx");
    REQUIRE(lock);
    const auto receipt = record_within(
        workspace, an_author(noon()), [](const Ledger&) { return some_notes("a"); },
        std::chrono::milliseconds{20});
    CHECK(name_of(receipt) == "locked");
    CHECK(receipt.error().faults[0].what.en.find(std::to_string(::getpid())) != std::string::npos);
  }

  TEST_CASE("eight processes that record at once lose nothing") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    int said[2];
    REQUIRE(::pipe(said) == 0);
    std::vector<pid_t> children;
    for (int writer = 0; writer < 8; ++writer) {
      const pid_t child = ::fork();
      if (child == 0) record_many(folder.path(), writer, 50, said[1]);
      children.push_back(child);
    }
    ::close(said[1]);
    std::string acknowledged;
    char piece[4096];
    for (ssize_t count = 0; (count = ::read(said[0], piece, sizeof piece)) > 0;)
      acknowledged.append(piece, static_cast<std::size_t>(count));
    ::close(said[0]);
    for (const pid_t child : children) {
      int status = 1;
      ::waitpid(child, &status, 0);
      CHECK(status == 0);
    }
    const auto ledger = workspace.read_ledger(true);
    REQUIRE(ledger);
    CHECK(ledger->entries.size() == 400);
    std::set<std::string> subjects;
    for (const Entry& entry : ledger->entries) {
      subjects.insert(entry.event.subject);
      CHECK(acknowledged.find(entry.event.subject + "\n") != std::string::npos);
    }
    CHECK(subjects.size() == 400);
  }

  TEST_CASE("reading changes nothing, not even a torn tail") {
    const TemporaryFolder folder;
    const Workspace workspace = make_workspace(folder.path());
    REQUIRE(note(workspace, noon()));
    put_file(folder.path() / own_file, file_bytes(folder.path() / own_file) + "torn");
    const auto before = snapshot(folder.path());
    REQUIRE(workspace.read_ledger());
    CHECK(snapshot(folder.path()) == before);
  }
}
