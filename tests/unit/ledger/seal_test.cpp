#include "ledger/seal.hpp"

#include "base/sha256.hpp"
#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string one_hash = sha256_hex("one");
const std::string two_hash = sha256_hex("two");
const SealedFile zb03{"2026Q4/zb03.k7m2qx.tsv", 100, one_hash};
const SealedFile zb05{"2026Q4/zb05.b5b5b5.tsv", 200, two_hash};

// The ledger in which each of these groups of drafts was written one after the other.
Ledger written(const std::vector<std::vector<Draft>>& groups) {
  std::vector<Event> events;
  std::string text;
  std::int64_t at = 0;
  std::string after;
  for (const auto& drafts : groups) {
    for (const Draft& draft : drafts) {
      Event event{noon(at++), "p900", draft.name, draft.subject, {}, {}};
      for (const Field& field : draft.fields)
        if (!field.value.empty()) event.fields.push_back(field);
      if (draft.name == "seal.close" && !after.empty()) event.fields.push_back({"after", after});
      events.push_back(std::move(event));
    }
    text = file_text(a_header(), events);
    after = events.back().check;
  }
  LedgerFile file;
  file.name = "ledger/2026Q4/hq.k7m2qx.tsv";
  file.events = events;
  return join_ledger({file});
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("the fingerprint is what sha256sum says of the list") {
    CHECK(seal_fingerprint({zb03, zb05}) ==
          sha256_hex("2026Q4/zb03.k7m2qx.tsv\t100\t" + one_hash +
                     "\n2026Q4/zb05.b5b5b5.tsv\t200\t" + two_hash + "\n"));
    CHECK(short_fingerprint("4f2a91d03be6a7cc4f0288b1ffff") == "4f2a-91d0-3be6-a7cc-4f02-88b1");
  }

  TEST_CASE("a seal writes what changed, and is read back as all there was") {
    const auto first = seal_drafts({zb03}, {}, "seal/2026Q4/k7m2qx", "", "");
    REQUIRE(first.size() == 2);
    const auto second = seal_drafts({zb03, zb05}, {zb03}, "seal/2026Q4/k7m2qx", "", "");
    REQUIRE(second.size() == 2);
    CHECK(second[0].subject == zb05.name);
    const auto third = seal_drafts({zb05}, {zb03, zb05}, "seal/2026Q4/k7m2qx", "", "");
    REQUIRE(third.size() == 2);
    CHECK(third[0].subject == zb03.name);
    const SealList list = read_seals(written({first, second, third}));
    REQUIRE(list.seals.size() == 3);
    CHECK(list.faults.empty());
    CHECK(list.seals[0].files == std::vector{zb03});
    CHECK(list.seals[1].files == std::vector{zb03, zb05});
    CHECK(list.seals[2].files == std::vector{zb05});
    CHECK(list.seals[1].fingerprint == seal_fingerprint({zb03, zb05}));
  }

  TEST_CASE("lines that don't make their fingerprint are no seal") {
    auto drafts = seal_drafts({zb03}, {}, "seal/2026Q4/k7m2qx", "", "");
    drafts[0].subject = zb05.name;
    const SealList list = read_seals(written({drafts}));
    CHECK(list.seals.empty());
    REQUIRE(list.faults.size() == 1);
    CHECK(list.faults[0].name == "seal-broken");
  }

  TEST_CASE("a seal whose predecessor has not arrived waits") {
    Ledger ledger = written({seal_drafts({zb03}, {}, "seal/2026Q4/k7m2qx", "", ""),
                             seal_drafts({zb03, zb05}, {zb03}, "seal/2026Q4/k7m2qx", "", "")});
    ledger.entries.erase(ledger.entries.begin(), ledger.entries.begin() + 2);
    const SealList list = read_seals(ledger);
    CHECK(list.seals.empty());
    CHECK(list.faults.empty());
    REQUIRE(list.notes.size() == 1);
    CHECK(list.notes[0].name == "seal-waiting");
  }

  TEST_CASE("a seal is found by the beginning of its fingerprint, as people write it") {
    const SealList list =
        read_seals(written({seal_drafts({zb03}, {}, "seal/2026Q4/k7m2qx", "", "")}));
    const std::string whole = seal_fingerprint({zb03});
    CHECK((*list.find(whole))->fingerprint == whole);
    CHECK(list.find(short_fingerprint(whole)));
    std::string spoken = whole.substr(0, 8);
    for (char& c : spoken)
      if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
    CHECK(list.find(spoken.substr(0, 4) + " " + spoken.substr(4)));
    CHECK(list.find(whole.substr(0, 7)).error().kind == Kind::usage);
    CHECK(list.find("no fingerprint").error().kind == Kind::usage);
    CHECK(list.find("00000000").error().kind == Kind::input);
    // What was typed, since its beginning may be right.
    const std::string wrong = whole.substr(0, 63) + (whole.back() == '0' ? "1" : "0");
    CHECK(list.find(wrong).error().faults.front().what.en.ends_with(wrong));
  }
}
