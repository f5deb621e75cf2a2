#include "store/merge_check.hpp"

#include "support/merges.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string own = "ledger/2026Q4/zb03.k7m2qx.tsv";
const std::string theirs = "U 盘/" + own;

using List = std::vector<std::string>;

// The file of these words, in which one was exchanged afterwards.
std::string edited(const List& words, const std::string& word) {
  std::string text = words_file(words);
  return text.replace(text.find("note=" + word), 6, "note=X");
}

// `chain-broken ledger/2026Q4/zb03.k7m2qx.tsv:3`, …
List places_of(const Result<MergeSummary>& result) {
  List places;
  if (!result)
    for (const Fault& fault : result.error().faults)
      places.push_back(fault.name + ' ' + to_string(fault.place));
  return places;
}

bool blames_itself(const Result<MergeSummary>& result) {
  return !result && result.error().kind == Kind::integrity &&
         result.error().faults.back().hint.en.starts_with("this file is the workspace's own");
}

// What a merge says that folds nothing, as one of much does; nothing may have changed.
Result<MergeSummary> refused(const MergeDesk& desk) {
  const auto before = snapshot(desk.here);
  auto merged = desk.merge({"U 盘"}, false, 1);
  CHECK(snapshot(desk.here) == before);
  return merged;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("a damaged line in the middle is found before a file is placed, however much arrives") {
    SUBCASE("in a new file") {
      const MergeDesk desk;
      put_file(desk.stick / own, edited({"a", "b", "c"}, "b"));
      CHECK(places_of(refused(desk)) == List{"chain-broken " + theirs + ":3"});
    }
    SUBCASE("in a longer one") {
      const MergeDesk desk;
      put_file(desk.here / own, words_file({"a"}));
      put_file(desk.stick / own, edited({"a", "b", "c", "d"}, "c"));
      CHECK(places_of(refused(desk)) == List{"chain-broken " + theirs + ":4"});
    }
    SUBCASE("in one that went another way before") {
      const MergeDesk desk;
      put_file(desk.here / own, words_file({"a", "b"}));
      put_file(desk.stick / own, edited({"a", "c", "d", "e"}, "d"));
      CHECK(places_of(refused(desk)) == List{"chain-broken " + theirs + ":4"});
    }
    SUBCASE("in several, all of which are said") {
      const MergeDesk desk;
      put_file(desk.stick / own, edited({"a", "b", "c"}, "b"));
      put_file(desk.stick / "ledger/2026Q4/zb03.b5b5b5.tsv", words_file({"a"}, "b5b5b5"));
      put_file(desk.stick / "ledger/2026Q4/zb03.c6c6c6.tsv",
               words_file({"a", "b", "b"}, "c6c6c6").replace(70, 1, "1"));
      CHECK(merge_faults(refused(desk)).size() > 1);
    }
  }

  TEST_CASE("a copy with the size and the last check of one that is here is not read") {
    const MergeDesk desk;
    put_file(desk.here / own, words_file({"a", "b", "c"}));
    put_file(desk.stick / own, edited({"a", "b", "c"}, "b"));
    const auto merged = desk.merge();
    REQUIRE(merged);
    CHECK(merged->count(FileChange::equal) == 1);
  }

  TEST_CASE(
      "when the damaged file is the one that is here, the merge says so and changes nothing") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a", "b", "c", "d", "e"}));
    SUBCASE("in its middle") {
      put_file(desk.here / own, edited({"a", "b", "c"}, "b"));
      const auto merged = refused(desk);
      CHECK(places_of(merged) == List{"chain-broken " + own + ":3"});
      CHECK(blames_itself(merged));
    }
    SUBCASE("in its last line") {
      put_file(desk.here / own, edited({"a", "b", "c"}, "c"));
      const auto merged = refused(desk);
      CHECK(places_of(merged) == List{"chain-broken " + own + ":4"});
      CHECK(blames_itself(merged));
    }
    SUBCASE("behind the line where the copies part") {
      put_file(desk.here / own, edited({"a", "x", "c", "d"}, "c"));
      const auto merged = refused(desk);
      CHECK(places_of(merged) == List{"chain-broken " + own + ":4"});
      CHECK(blames_itself(merged));
    }
    SUBCASE("and its damage has reached the copy that arrives") {
      const std::string longer = edited({"a", "b", "c", "d"}, "b");
      const std::string shorter = edited({"a", "b", "c"}, "b");
      REQUIRE(longer.starts_with(shorter));
      put_file(desk.here / own, shorter);
      put_file(desk.stick / own, longer);
      CHECK(places_of(refused(desk)) ==
            List{"chain-broken " + own + ":3", "chain-broken " + theirs + ":3"});
    }
    SUBCASE("a file of another device under its name") {
      put_file(desk.here / own, words_file({"a"}, "b5b5b5"));
      const auto merged = refused(desk);
      CHECK(places_of(merged) == List{"misnamed-file " + own + ":1"});
      CHECK(blames_itself(merged));
    }
    SUBCASE("no ledger at all") {
      put_file(desk.here / own, "hello\n");
      const auto merged = refused(desk);
      CHECK(places_of(merged) == List{"not-a-ledger " + own + ":1"});
      CHECK(blames_itself(merged));
    }
  }

  TEST_CASE("damage in the last line of what arrives has its line number") {
    const MergeDesk desk;
    put_file(desk.stick / own, edited({"a", "b", "c"}, "c"));
    CHECK(places_of(refused(desk)) == List{"chain-broken " + theirs + ":4"});
    std::string cut = words_file({"a", "b"});
    put_file(desk.stick / own, cut.replace(cut.rfind("\tx\t"), 3, "\tx y\t"));
    CHECK(places_of(refused(desk)) == List{"bad-subject " + theirs + ":3"});
  }

  TEST_CASE("a file that a mail program rewrote is called that") {
    const MergeDesk desk;
    put_file(desk.stick / own, "\xef\xbb\xbf" + words_file({"a"}));
    CHECK(places_of(refused(desk)) == List{"bom " + theirs + ":1:1"});
    std::string text = words_file({"a", "\xb0\xcb\xd4\xc2", "b"});
    put_file(desk.stick / own, text);
    CHECK(places_of(refused(desk)) == List{"not-utf8 " + theirs + ":3:51"});
  }

  TEST_CASE("a file without a byte is named, and the others are merged") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    put_file(desk.stick / "ledger/2026Q4/zb05.b5b5b5.tsv", "");
    const auto merged = desk.merge();
    REQUIRE(merged);
    REQUIRE(merged->notes.size() == 1);
    CHECK(merged->notes[0].name == "empty-file");
    CHECK(to_string(merged->notes[0].place) == "U 盘/ledger/2026Q4/zb05.b5b5b5.tsv");
    CHECK(desk.ledger().size() == 1);
  }
}
