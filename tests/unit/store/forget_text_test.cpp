#include "store/forget_text.hpp"

#include "store/verify.hpp"
#include "support/ledgers.hpp"
#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string own = "ledger/2026Q4/zb03.k7m2qx.tsv";

Author of_committee(Instant clock) {
  Author author = an_author(clock);
  author.person = "p900";
  author.device = {"c9c9c9", "hq"};
  return author;
}

// Three notes; the last repeats what the first says.
struct Told {
  TemporaryFolder folder;
  Workspace workspace = make_workspace(folder.path());

  Told() {
    const auto receipt = workspace.record(an_author(noon()), [](const Ledger&) {
      Decision decision;
      for (const char* note : {"住院治疗", "电话催办", "他说住院治疗，下周补交"})
        decision.drafts.push_back({"x.y", "a", {{"note", note}}});
      return decision;
    });
    REQUIRE(receipt);
  }

  std::string find(std::string_view typed) const {
    const auto check = find_line(workspace, *workspace.read_ledger(), typed);
    return check ? *check : check.error().faults.front().name;
  }
};

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a line is named by its place or the beginning of its check") {
    const Told told;
    const auto ledger = *told.workspace.read_ledger();
    const std::string check = ledger.entries[1].event.check;
    CHECK(told.find(own + ":3") == check);
    CHECK(told.find("2026Q4/zb03.k7m2qx.tsv:3") == check);
    CHECK(told.find("./" + own + ":3") == check);
    CHECK(told.find(check) == check);
    CHECK(told.find(check.substr(0, 6)) == check);
    CHECK(told.find(check.substr(0, 5)) == "check-too-short");
    CHECK(told.find("0123456789abcdef") == "unknown-line");
    CHECK(told.find(own + ":1") == "unknown-line");
    CHECK(told.find(own + ":5") == "unknown-line");
    CHECK(told.find(own + ":x") == "unknown-line");
    CHECK(told.find("../sihu.yaml:1") == "unknown-line");
  }

  TEST_CASE("its texts are hidden once, and the same words elsewhere are named") {
    const Told told;
    const auto first = forget_text(told.workspace, of_committee(noon(100)), own + ":2", "病情");
    REQUIRE(first);
    CHECK(first->recorded);
    CHECK(to_string(first->line) == own + ":2");
    REQUIRE(first->same_words.size() == 1);
    CHECK(to_string(first->same_words[0]) == own + ":4");
    CHECK(told.workspace.read_ledger()->entries[0].event.get("note") == hidden_text);
    const auto again = forget_text(told.workspace, of_committee(noon(200)), own + ":2", "又一次");
    REQUIRE(again);
    CHECK_FALSE(again->recorded);
    CHECK(again->redaction.reason == "病情");
    CHECK(told.workspace.read_ledger()->entries.size() == 4);
    const auto found = verify_workspace(told.workspace, noon(1000));
    REQUIRE(found);
    CHECK(found->intact());
    REQUIRE(found->notes.size() == 1);
    CHECK(found->notes[0].name == "redacted");
    CHECK(to_string(found->notes[0].place) == own + ":2");
  }

  TEST_CASE("a redaction can be redacted, and counts all the same") {
    const Told told;
    const auto first = forget_text(told.workspace, of_committee(noon(100)), own + ":2", "住院了");
    REQUIRE(first);
    REQUIRE(forget_text(told.workspace, of_committee(noon(200)), "2026Q4/hq.c9c9c9.tsv:2", "同上"));
    const auto ledger = *told.workspace.read_ledger();
    CHECK(ledger.entries[0].event.get("note") == hidden_text);
    CHECK(ledger.entries[3].event.get("reason") == hidden_text);
  }

  TEST_CASE("only the committee hides, and only where there are words") {
    const Told told;
    const auto refused = forget_text(told.workspace, an_author(noon(100)), own + ":2", "病情");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults.front().name == "not-entitled");
    REQUIRE(told.workspace.record(an_author(noon(100)), [](const Ledger&) {
      Decision decision;
      decision.drafts.push_back({"x.y", "a", {{"due", "2026-10-20"}}});
      return decision;
    }));
    const auto wordless = forget_text(told.workspace, of_committee(noon(200)), own + ":5", "病情");
    REQUIRE_FALSE(wordless);
    CHECK(wordless.error().kind == Kind::refused);
    CHECK(wordless.error().faults.front().name == "no-text");
    CHECK_FALSE(forget_text(told.workspace, of_committee(noon(200)), own + ":2", " "));
  }
}
