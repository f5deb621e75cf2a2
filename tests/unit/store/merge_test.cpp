#include "store/merge.hpp"

#include "base/sha256.hpp"
#include "ledger/union.hpp"
#include "store/append.hpp"
#include "store/ledger_files.hpp"
#include "store/lock.hpp"
#include "support/merges.hpp"

#include <doctest/doctest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <set>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

const std::string own = "ledger/2026Q4/zb03.k7m2qx.tsv";

// A file with one line that decides to forget something.
std::string decided(const std::string& event, const std::string& subject,
                    const std::string& person = "p900", Instant at = noon(),
                    Quarter quarter = {2026, 4}) {
  std::vector<Event> events{an_event(at, subject, {{"reason", "x"}, {"role", "committee"}})};
  events[0].name = event;
  events[0].person = person;
  Header header = a_header("b5b5b5");
  header.quarter = quarter;
  return file_text(header, events);
}

std::string change_of(const Result<MergeSummary>& result) {
  REQUIRE(result);
  REQUIRE(result->files.size() == 1);
  return std::string(to_string(result->files[0].change));
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("files come new, grow, and then are equal, and an older copy changes nothing") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    CHECK(change_of(desk.merge()) == "new");
    CHECK(desk.ledger() == std::map<std::string, std::string>{{own, words_file({"a"})}});
    put_file(desk.stick / own, words_file({"a", "b"}));
    CHECK(change_of(desk.merge()) == "longer");
    CHECK(change_of(desk.merge()) == "equal");
    put_file(desk.stick / own, words_file({"a"}));
    CHECK(change_of(desk.merge()) == "older");
    CHECK(desk.ledger() == std::map<std::string, std::string>{{own, words_file({"a", "b"})}});
    CHECK_FALSE(fs::exists(desk.here / ".sihu/merge"));
  }

  TEST_CASE("a dry run says the same and changes nothing") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    const auto before = snapshot(desk.here);
    const auto tried = desk.merge({"U 盘"}, true);
    CHECK(change_of(tried) == "new");
    CHECK(tried->dry_run);
    CHECK(snapshot(desk.here) == before);
  }

  TEST_CASE("forks are kept under their names, whichever was stored") {
    for (const bool swapped : {false, true}) {
      const MergeDesk desk;
      put_file(desk.here / own, words_file({"a", swapped ? "b" : "c"}));
      put_file(desk.stick / own, words_file({"a", swapped ? "c" : "b"}));
      const auto merged = desk.merge();
      CHECK(change_of(merged) == "forked");
      CHECK(merged->needs_a_person());
      REQUIRE(merged->files[0].forks.size() == 1);
      const auto files = desk.ledger();
      REQUIRE(files.size() == 2);
      CHECK(std::set<std::string>{files.at(own), files.at(merged->files[0].forks[0])} ==
            std::set<std::string>{words_file({"a", "b"}), words_file({"a", "c"})});
      CHECK(desk.workspace.read_ledger(true)->entries.size() == 3);
      CHECK(change_of(desk.merge()) == "equal");
      CHECK(desk.ledger() == files);
    }
  }

  TEST_CASE("one source twice, and one file in two sources, are one") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    put_file(desk.folder.path() / "zb03 (2).tsv", words_file({"a"}));
    CHECK(change_of(desk.merge({"U 盘", "U 盘", "zb03 (2).tsv"})) == "new");
    CHECK(desk.ledger() == std::map<std::string, std::string>{{own, words_file({"a"})}});
  }

  TEST_CASE("nothing is merged when one source is foreign, damaged or newer, and all is said") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    std::vector<Event> events{an_event(noon(), "x", {{"note", "a"}})};
    put_file(desk.folder.path() / "foreign.tsv",
             file_text({"other", {2026, 4}, "zb03", "k7m2qx"}, events));
    put_file(desk.folder.path() / "newer.tsv", "#sihu\t2\tnrpb\n");
    put_file(desk.folder.path() / "none.tsv", "name\tvalue\n");
    put_file(desk.folder.path() / "latin.tsv", "#sihu\t1\tnr\xffpb\n");
    std::string head = words_file({"a"});
    put_file(desk.folder.path() / "head.tsv", head.replace(head.find("zb03"), 4, "zb04"));
    const auto before = snapshot(desk.here);
    const auto merged =
        desk.merge({"U 盘", "foreign.tsv", "newer.tsv", "none.tsv", "latin.tsv", "head.tsv"});
    CHECK(merge_faults(merged) == std::vector<std::string>{"foreign-organisation", "newer-format",
                                                           "not-a-ledger", "bad-header",
                                                           "chain-broken"});
    CHECK(merged.error().kind == Kind::integrity);
    CHECK(snapshot(desk.here) == before);
  }

  TEST_CASE("of a torn source the whole lines are brought") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}) + "2026-10-12T");
    const auto merged = desk.merge();
    CHECK(change_of(merged) == "new");
    REQUIRE(merged->notes.size() == 1);
    CHECK(merged->notes[0].name == "torn-tail");
    CHECK(desk.ledger() == std::map<std::string, std::string>{{own, words_file({"a"})}});
    put_file(desk.stick / own, "#sihu\t1\tnr");
    const auto cut = desk.merge();
    CHECK(cut->files.empty());
    CHECK(cut->notes.size() == 1);
  }

  TEST_CASE("a torn tail here is moved aside before its file is replaced, unless it is continued") {
    const MergeDesk desk;
    put_file(desk.here / own, words_file({"a"}) + "torn");
    put_file(desk.stick / own, words_file({"a", "b"}));
    CHECK(change_of(desk.merge()) == "longer");
    const std::string torn = own + "." + std::to_string(words_file({"a"}).size()) + ".torn";
    CHECK(desk.ledger() ==
          std::map<std::string, std::string>{{own, words_file({"a", "b"})}, {torn, "torn"}});
    const MergeDesk other;
    put_file(other.here / own, words_file({"a", "b"}).substr(0, words_file({"a"}).size() + 9));
    put_file(other.stick / own, words_file({"a", "b"}));
    CHECK(change_of(other.merge()) == "longer");
    CHECK(other.ledger() == std::map<std::string, std::string>{{own, words_file({"a", "b"})}});
  }

  TEST_CASE("evidence is brought when its bytes are what its name says") {
    const MergeDesk desk;
    const std::string name = "evidence/" + sha256_hex("photo") + ".jpg";
    put_file(desk.stick / name, "photo");
    put_file(desk.stick / own,
             words_file({sha256_hex("photo") + ".jpg", sha256_hex("gone") + ".jpg"}, "k7m2qx",
                        "problem.note", "x", "evidence"));
    const auto merged = desk.merge();
    REQUIRE(merged);
    CHECK(merged->evidence_brought == std::vector{sha256_hex("photo") + ".jpg"});
    CHECK(merged->evidence_missing == std::vector{"evidence/" + sha256_hex("gone") + ".jpg"});
    CHECK(file_bytes(desk.here / name) == "photo");
    CHECK(desk.merge()->evidence_equal == 1);
    put_file(desk.stick / "evidence" / (sha256_hex("other") + ".jpg"), "altered");
    CHECK(merge_faults(desk.merge()) == std::vector<std::string>{"evidence-changed"});
  }

  TEST_CASE("removed evidence is not restored, whichever side says that it was removed") {
    for (const bool here : {false, true}) {
      const MergeDesk desk;
      const std::string name = sha256_hex("photo") + ".jpg";
      put_file(desk.stick / "evidence" / name, "photo");
      put_file((here ? desk.here : desk.stick) / "ledger/2026Q4/zb03.b5b5b5.tsv",
               decided("evidence.remove", name));
      put_file(desk.stick / own, words_file({name}, "k7m2qx", "problem.note", "x", "evidence"));
      const auto merged = desk.merge();
      REQUIRE(merged);
      CHECK(merged->evidence_removed == std::vector{name});
      CHECK(merged->evidence_missing.empty());
      CHECK_FALSE(fs::exists(desk.here / "evidence" / name));
    }
  }

  TEST_CASE("a quarter is left out only where the committee archived it") {
    for (const char* person : {"p900", "p003"}) {
      const MergeDesk desk;
      put_file(desk.stick / "ledger/2027Q1/hq.b5b5b5.tsv",
               decided("quarter.archive", "2026Q4", person, noon(100LL * 86'400'000), {2027, 1}));
      put_file(desk.stick / own, words_file({"a"}));
      const auto merged = desk.merge();
      REQUIRE(merged);
      const bool entitled = std::string(person) == "p900";
      CHECK(merged->archived.size() == (entitled ? 1 : 0));
      CHECK(desk.ledger().contains(own) != entitled);
    }
  }

  TEST_CASE("what arriving lines of the committee removed is deleted here, and nothing else is") {
    for (const bool entitled : {true, false}) {
      const MergeDesk desk;
      const std::string name = sha256_hex("photo") + ".jpg";
      put_file(desk.here / "evidence" / name, "photo");
      put_file(desk.stick / "ledger/2026Q4/zb03.b5b5b5.tsv",
               decided("evidence.remove", name, entitled ? "p900" : "p003"));
      REQUIRE(desk.merge({"U 盘"}, true));
      CHECK(fs::exists(desk.here / "evidence" / name));
      const auto merged = desk.merge();
      REQUIRE(merged);
      CHECK(merged->evidence_deleted.size() == (entitled ? 1 : 0));
      CHECK(merged->notes.size() == (entitled ? 0 : 1));
      CHECK(fs::exists(desk.here / "evidence" / name) != entitled);
      CHECK(desk.merge()->evidence_deleted.empty());
    }
  }

  TEST_CASE("a document is not deleted by a merge") {
    const MergeDesk desk;
    const std::string name = sha256_hex("rules") + ".yaml";
    put_file(desk.here / "evidence" / name, "rules");
    std::vector<Event> events{an_event(noon(), name, {{"role", "committee"}})};
    events[0].name = "evidence.remove";
    events[0].person = "p900";
    put_file(desk.stick / own, file_text(a_header(), events));
    const auto merged = desk.merge();
    REQUIRE(merged);
    CHECK(merged->evidence_deleted.empty());
    REQUIRE(merged->notes.size() == 1);
    CHECK(merged->notes[0].name == "not-deleted");
    CHECK(fs::exists(desk.here / "evidence" / name));
  }

  TEST_CASE("documents are compared and left alone") {
    const MergeDesk desk;
    put_file(desk.stick / "sihu.yaml", "sihu: 1\n");
    put_file(desk.stick / "checklists/dues.yaml", "checklist: dues\n");
    const std::string before = file_bytes(desk.here / "sihu.yaml");
    const auto merged = desk.merge();
    REQUIRE(merged);
    REQUIRE(merged->documents.size() == 2);
    CHECK(merged->documents[0].name == "checklists/dues.yaml");
    CHECK(merged->documents[0].absent_here);
    CHECK(merged->documents[1].name == "sihu.yaml");
    CHECK(file_bytes(desk.here / "sihu.yaml") == before);
    CHECK_FALSE(fs::exists(desk.here / "checklists/dues.yaml"));
  }

  TEST_CASE("too large a ledger is merged without folding it") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    CHECK(desk.merge({"U 盘"}, true)->histories_compared);
    CHECK_FALSE(desk.merge({"U 盘"}, true, 1)->histories_compared);
  }

  TEST_CASE("a damaged file here that is not touched does not keep others from arriving") {
    const MergeDesk desk;
    put_file(desk.here / "ledger/2026Q4/zb03.b5b5b5.tsv", "nonsense\n");
    put_file(desk.stick / own, words_file({"a"}));
    const auto merged = desk.merge();
    REQUIRE(merged);
    CHECK_FALSE(merged->histories_compared);
    CHECK(merged->notes.size() == 1);
    CHECK(desk.ledger().contains(own));
  }

  TEST_CASE("two merges, or a merge and a recording of the same device, do not run at once") {
    const MergeDesk desk;
    put_file(desk.here / own, words_file({"a"}));
    put_file(desk.stick / own, words_file({"a", "b"}));
    {
      const auto lock = Lock::take(desk.here / ".sihu/lock.k7m2qx");
      const pid_t child = ::fork();
      if (child == 0) ::_exit(desk.merge() ? 0 : 1);
      ::usleep(50'000);
      CHECK(desk.ledger().at(own) == words_file({"a"}));
      CHECK(::waitpid(child, nullptr, WNOHANG) == 0);
      CHECK(merge_faults([&] {
              MergeRequest request{.sources = {{desk.stick, "U 盘"}}};
              return Lock::take(desk.here / ".sihu/lock.merge", std::chrono::milliseconds(20))
                  .transform([](const Lock&) { return MergeSummary{}; });
            }()) == std::vector<std::string>{"locked"});
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
    }
    CHECK(change_of(desk.merge()) == "longer");
  }

  TEST_CASE("a file that grew after it was compared is left alone") {
    const TemporaryFolder folder;
    put_file(folder.path() / "a.tsv", "one\ntwo\n");
    CHECK(hold_unchanged(folder.path() / "a.tsv", "a.tsv", {4, 8}));
    CHECK(hold_unchanged(folder.path() / "a.tsv", "a.tsv", {4}).error().faults[0].name ==
          "changed-meanwhile");
    const auto held = hold_unchanged(folder.path() / "a.tsv", "a.tsv", {8});
    CHECK_FALSE(append_to_file(folder.path() / "a.tsv", "a.tsv", 8, "three\n"));
  }

  TEST_CASE("killed at any moment, every file is as it was or as it becomes") {
    std::set<std::string> lines;
    for (int pause = 0; pause < 4000; pause += 100) {
      const MergeDesk desk;
      const std::string other = "ledger/2026Q4/zb03.b5b5b5.tsv";
      put_file(desk.here / own, words_file({"a", "c"}));
      put_file(desk.here / other, words_file({"a"}, "b5b5b5"));
      put_file(desk.stick / own, words_file({"a", "b"}));
      put_file(desk.stick / other, words_file({"a", "b"}, "b5b5b5"));
      const pid_t child = ::fork();
      if (child == 0) {
        const auto ignored = desk.merge();
        ::_exit(ignored ? 0 : 1);
      }
      ::usleep(static_cast<useconds_t>(pause));
      ::kill(child, SIGKILL);
      ::waitpid(child, nullptr, 0);
      for (const auto& [name, text] : desk.ledger()) {
        CHECK(read_ledger_file(text, name).has_value());
        if (name == other)
          CHECK((text == words_file({"a"}, "b5b5b5") || text == words_file({"a", "b"}, "b5b5b5")));
      }
      const auto files = desk.ledger();
      CHECK(std::ranges::any_of(files, [](const auto& entry) {
        return entry.second == words_file({"a", "c"});
      }));
      REQUIRE(desk.merge());
      CHECK(desk.ledger().size() == 3);
      CHECK(desk.workspace.read_ledger(true)->entries.size() == 5);
    }
  }
}
