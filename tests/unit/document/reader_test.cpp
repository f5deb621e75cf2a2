#include "document/reader.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("an unknown key gets the nearest known one as its hint, or all of them") {
    const Source source("titel: x\nzzz: y\n", "a");
    Reader reader(source);
    const auto root = reader.document();
    const Keys keys(reader, *root, "item", {"title", "points"});
    CHECK(keys.require("points") == nullptr);
    const std::vector<Fault> faults = reader.take_faults();
    CHECK(fault_names(faults) == "1:1 unknown-key, 1:1 missing-key, 2:1 unknown-key");
    CHECK(faults[0].hint.en == "did you mean title?");
    CHECK(faults[2].hint.en == "what may stand here: title points");
  }

  TEST_CASE("a key that others would call so gets ours as its hint, where there is one") {
    const Source source("to: 2026-12-31\nstart: 2026-01-01\noptions: [a]\n", "a");
    Reader reader(source);
    const auto root = reader.document();
    const Keys keys(reader, *root, "valid", {"from", "until"});
    const std::vector<Fault> faults = reader.take_faults();
    REQUIRE(faults.size() == 3);
    CHECK(faults[0].hint.en == "did you mean until?");
    CHECK(faults[1].hint.zh == "是不是 from？");
    CHECK(faults[2].hint.zh == "可以写的有：from until");
  }

  TEST_CASE("what is not there is no fault while only a part is read") {
    const Source source("a: 1\n", "a");
    Reader reader(source);
    const auto root = reader.document();
    reader.read_partially();
    const Keys keys(reader, *root, "item", {"a", "b"});
    CHECK(keys.require("b") == nullptr);
    CHECK(reader.clean());
  }

  TEST_CASE("a text where a list belongs shows how to write one") {
    const Source source("a: x\n", "a");
    Reader reader(source);
    const auto root = reader.document();
    CHECK(reader.list(*root->find("a"), "a").empty());
    CHECK(reader.take_faults().at(0).hint.en == "write [x]");
  }

  TEST_CASE("an id that is there twice in a list is a fault") {
    const Source source("a: [x, z, x]\n", "a");
    Reader reader(source);
    const auto root = reader.document();
    CHECK(reader.ids(*root->find("a"), "a")->size() == 2);
    CHECK(fault_names(reader.take_faults()) == "1:11 duplicate-value");
  }

  TEST_CASE("faults of other files stand behind those of this one") {
    const Source source("a: 1\n", "b.yaml");
    Reader reader(source);
    reader.add(
        {Fault{{"a.yaml", 1, 1}, "other", same("w")}, Fault{{"b.yaml", 9, 1}, "own", same("w")}});
    CHECK(fault_names(reader.take_faults()) == "9:1 own, 1:1 other");
  }
}
