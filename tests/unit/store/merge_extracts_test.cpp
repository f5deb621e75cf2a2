#include "store/merge_extracts.hpp"

#include "ledger/omission.hpp"
#include "support/merges.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace fs = std::filesystem;

namespace {

const std::string own = "ledger/2026Q4/zb03.k7m2qx.tsv";

// The file of these words, without the line that has this one.
std::string without(const std::vector<std::string>& words, const std::string& word) {
  const std::string text = words_file(words);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string line = text.substr(at, text.find('\n', at) - at);
    at += line.size() + 1;
    out += (line.find("note=" + word) == std::string::npos ? line : omission_of(line)) + '\n';
  }
  return out;
}

std::vector<std::string> notes_of(const Result<MergeSummary>& merged) {
  std::vector<std::string> names;
  REQUIRE(merged);
  for (const Fault& note : merged->notes) names.push_back(note.name);
  return names;
}

}  // namespace

TEST_SUITE("store") {
  TEST_CASE("an extract of what is here brings nothing, also when the file has grown") {
    for (const bool grown : {false, true}) {
      const MergeDesk desk;
      const std::string here = words_file(grown ? std::vector<std::string>{"a", "b", "c"}
                                                : std::vector<std::string>{"a", "b"});
      put_file(desk.here / own, here);
      put_file(desk.stick / own, without({"a", "b"}, "a"));
      const auto merged = desk.merge();
      CHECK(notes_of(merged).empty());
      CHECK(merged->count(FileChange::equal) == 1);
      CHECK(file_bytes(desk.here / own) == here);
    }
  }

  TEST_CASE("where the whole file is not here, or shorter, the extract is not taken and noted") {
    const MergeDesk desk;
    put_file(desk.stick / own, without({"a", "b"}, "a"));
    CHECK(notes_of(desk.merge()) == std::vector<std::string>{"extract-not-taken"});
    CHECK(desk.ledger().empty());
    put_file(desk.here / own, words_file({"a"}));
    CHECK(notes_of(desk.merge()) == std::vector<std::string>{"extract-not-taken"});
    CHECK(file_bytes(desk.here / own) == words_file({"a"}));
  }

  TEST_CASE("the whole file that arrives beside the extract is taken") {
    const MergeDesk desk;
    put_file(desk.stick / own, without({"a", "b"}, "b"));
    put_file(desk.folder.path() / "other" / own, words_file({"a", "b"}));
    CHECK(notes_of(desk.merge({"U 盘", "other"})).empty());
    CHECK(file_bytes(desk.here / own) == words_file({"a", "b"}));
  }

  TEST_CASE("an extract with another line is refused, and nothing is merged") {
    const MergeDesk desk;
    put_file(desk.here / own, words_file({"a", "b"}));
    put_file(desk.stick / own, without({"a", "x"}, "a"));
    put_file(desk.stick / "ledger/2026Q4/zb03.m3m3m3.tsv", words_file({"c"}, "m3m3m3"));
    CHECK(merge_faults(desk.merge()) == std::vector<std::string>{"extract-differs"});
    CHECK(desk.ledger().size() == 1);
  }

  TEST_CASE("nothing is merged into an extract") {
    const MergeDesk desk;
    put_file(desk.stick / own, words_file({"a"}));
    const Workspace extract = make_workspace(desk.here, "extract: zb03\n");
    MergeRequest request;
    request.sources.push_back({desk.stick, "U 盘"});
    const auto merged = merge_into(extract, request);
    CHECK(merge_faults(merged) == std::vector<std::string>{"only-an-extract"});
    CHECK(merged.error().kind == Kind::refused);
  }

  TEST_CASE("a register cut to a branch's rows is held against these rows alone") {
    const MergeDesk desk;
    const std::string head = "支部,日期\n";
    put_file(desk.here / "records/visits.csv", head + "zb05,2026-11-02\nzb03,2026-11-03\n");
    put_file(desk.stick / own, words_file({"a"}));
    put_file(desk.stick / "sihu.yaml", "extract: zb03\n");
    put_file(desk.stick / "records/visits.csv", "\xEF\xBB\xBF" + head + "zb03,2026-11-03\n");
    const auto equal = desk.merge({"U 盘"}, true);
    REQUIRE(equal);
    CHECK(equal->documents.empty());
    put_file(desk.stick / "records/visits.csv", "\xEF\xBB\xBF" + head + "zb03,2026-11-04\n");
    const auto changed = desk.merge({"U 盘"}, true);
    REQUIRE(changed);
    REQUIRE(changed->documents.size() == 1);
    CHECK(changed->documents[0].name == "records/visits.csv");
    // Of a whole workspace the rows of all count.
    put_file(desk.stick / "sihu.yaml", "sihu: 1\n");
    put_file(desk.stick / "records/visits.csv", "\xEF\xBB\xBF" + head + "zb03,2026-11-03\n");
    const auto whole = desk.merge({"U 盘"}, true);
    REQUIRE(whole);
    CHECK(whole->documents.size() == 2);
  }
}
