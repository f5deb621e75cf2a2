#include "ledger/union.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string plain = "2026Q4/zb03.k7m2qx.tsv";

// A file whose lines are notes with these words.
std::string file(const std::vector<std::string>& words) {
  std::vector<Event> events;
  for (const std::string& word : words)
    events.push_back(
        an_event(noon(static_cast<std::int64_t>(events.size())), "x", {{"note", word}}));
  return file_text(a_header(), events);
}

// The check of a file's nth line, the header being line 0.
std::string check_in(const std::string& text, int line) {
  std::size_t start = 0;
  for (; line > 0; --line) start = text.find('\n', start) + 1;
  return text.substr(text.find('\n', start) - 16, 16);
}

// What stands under which name after uniting.
std::map<std::string, std::string> united(const std::vector<LedgerCopy>& copies) {
  std::map<std::string, std::string> files;
  const Union result = unite(plain, copies).value();
  for (const Union::Kept& kept : result.files) files[kept.name] = copies[kept.copy].bytes;
  return files;
}

std::vector<std::string> names(const std::vector<Union::Kept>& list) {
  std::vector<std::string> names;
  for (const Union::Kept& kept : list) names.push_back(kept.name);
  return names;
}

}  // namespace

TEST_SUITE("ledger") {
  TEST_CASE("equal copies are one, and a prefix of several is none") {
    const std::string a = file({"a"});
    const std::string ab = file({"a", "b"});
    CHECK(united({{ab, plain, ""}, {ab, "", ""}, {a, "", ""}}) ==
          std::map<std::string, std::string>{{plain, ab}});
    const std::string ac = file({"a", "c"});
    CHECK(united({{a, plain, ""}, {ab, "", ""}, {ac, "", ""}}).size() == 2);
    CHECK(united({}).empty());
    CHECK(united({{"", plain, ""}}).empty());
  }

  TEST_CASE("nothing is done where nothing differs") {
    const std::string a = file({"a"});
    const std::string ab = file({"a", "b"});
    const Union same = unite(plain, {{ab, plain, ""}, {ab, "", ""}, {a, "", ""}}).value();
    CHECK(same.place.empty());
    CHECK(same.remove.empty());
    const Union torn = unite(plain, {{"", plain, ""}}).value();
    CHECK(torn.place.empty());
    CHECK(torn.remove.empty());
  }

  TEST_CASE("a longer copy takes the name of its beginning") {
    const std::string a = file({"a"});
    const std::string ab = file({"a", "b"});
    const Union result = unite(plain, {{a, plain, ""}, {ab, "", ""}}).value();
    REQUIRE(result.place.size() == 1);
    CHECK(result.place[0].name == plain);
    CHECK(result.place[0].copy == 1);
    CHECK(result.remove.empty());
  }

  TEST_CASE("forks are named after the first line that no other copy has") {
    const std::string base = file({"a", "b", "c"});
    const std::string late = file({"a", "b", "d"});
    const std::string early = file({"e"});
    const std::map<std::string, std::string> keys{
        {check_in(base, 3), base}, {check_in(late, 3), late}, {check_in(early, 1), early}};
    const auto files = united({{base, plain, ""}, {late, "", ""}, {early, "", ""}});
    REQUIRE(files.size() == 3);
    CHECK(files.at(plain) == keys.begin()->second);
    for (auto other = std::next(keys.begin()); other != keys.end(); ++other)
      CHECK(files.at(fork_name(plain, other->first)) == other->second);
  }

  TEST_CASE("when the stored file has the greater key, its fork's name comes first") {
    std::string first = file({"a", "b"});
    std::string second = file({"a", "c"});
    if (check_in(first, 2) < check_in(second, 2)) std::swap(first, second);
    const Union swapped = unite(plain, {{first, plain, ""}, {second, "", ""}}).value();
    CHECK(names(swapped.place) ==
          std::vector<std::string>{fork_name(plain, check_in(first, 2)), plain});
    CHECK(swapped.remove.empty());
    const Union again =
        unite(plain, {{second, plain, ""}, {first, swapped.files[1].name, ""}}).value();
    CHECK(again.place.empty());
  }

  TEST_CASE("a fork that others now share more of takes a new name") {
    std::string left = file({"a", "b", "c"});
    std::string right = file({"x"});
    if (check_in(left, 1) < check_in(right, 1)) std::swap(left, right);  // left is the fork
    const bool long_one = left.size() > right.size();
    const std::string near = long_one ? file({"a", "b", "d"}) : file({"a", "b", "d"});
    const std::string old_name = fork_name(plain, check_in(left, 1));
    const Union before = unite(plain, {{right, plain, ""}, {left, old_name, ""}}).value();
    CHECK(before.place.empty());
    const std::vector<LedgerCopy> copies{{right, plain, ""}, {left, old_name, ""}, {near, "", ""}};
    const Union after = unite(plain, copies).value();
    CHECK(after.files.size() == 3);
    if (long_one) CHECK(after.remove == std::vector{old_name});
  }

  TEST_CASE("a copy that was edited is damaged, not forked") {
    const std::string good = file({"a", "b"});
    std::string edited = good;
    edited.replace(edited.find("note=b"), 6, "note=X");
    const auto result = unite(plain, {{good, plain, "mine"}, {edited, "", "stick"}});
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == Kind::integrity);
    REQUIRE(result.error().faults.size() == 1);
    CHECK(result.error().faults[0].name == "chain-broken");
    CHECK(to_string(result.error().faults[0].place) == "stick:3");
  }

  TEST_CASE("names with and without a key") {
    CHECK(fork_name(plain, "0123456789abcdef") == "2026Q4/zb03.k7m2qx~0123456789abcdef.tsv");
    CHECK(plain_ledger_name("a~b/2026Q4/zb03.k7m2qx~0123456789abcdef.tsv") ==
          "a~b/2026Q4/zb03.k7m2qx.tsv");
    CHECK(plain_ledger_name(plain) == plain);
  }

  TEST_CASE("common bytes are counted across blocks") {
    const std::string a(200'000, 'a');
    for (const std::size_t at : {0u, 1u, 65535u, 65536u, 131072u, 199999u}) {
      std::string b = a;
      b[at] = 'b';
      CHECK(common_bytes(a, b) == at);
      CHECK(common_bytes(b, a.substr(0, at)) == at);
    }
    CHECK(common_bytes(a, a) == a.size());
  }
}
