#include "gate/source.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("a place counts characters, not bytes, and a line ends before its CR") {
    const Source source("党费\r\nab：c\n", "a.yaml");
    CHECK(to_string(source.place(0)) == "a.yaml:1:1");
    CHECK(to_string(source.place(3)) == "a.yaml:1:2");
    CHECK(to_string(source.place(10)) == "a.yaml:2:3");
    CHECK(source.line(1) == "党费");
    CHECK(source.line(2) == "ab：c");
    CHECK(source.line(3).empty());
    CHECK(source.line(0).empty());
  }

  TEST_CASE("places that go forward are the same places") {
    const std::string text = "一二三,四\n五六,七";
    const Source source(text, "a");
    ForwardPlaces places(source);
    for (std::size_t at = 0; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) continue;
      CHECK(places.at(at) == source.place(at));
    }
    CHECK(places.at(0) == source.place(0));
  }

  TEST_CASE("a fault quotes the line, but not a page of it") {
    const std::string text = std::string(10'000, 'x') + "\nshort";
    const Source source(text, "a");
    CHECK(source.fault({"a", 2, 1}, 2, "n", same("w")).excerpt == "short");
    CHECK(source.fault({"a", 1, 3}, 1, "n", same("w")).excerpt.size() < 200);
    CHECK(source.fault({"a", 1, 9000}, 1, "n", same("w")).excerpt.empty());
    const std::string wide = "一" + std::string(700, 'x');
    CHECK(Source(wide, "a").fault({"a", 1, 2}, 1, "n", same("w")).excerpt.starts_with("一xx"));
    CHECK(source.fault({"b", 2, 1}, 1, "n", same("w")).excerpt.empty());
  }

  TEST_CASE("beyond two hundred faults only their number is said") {
    const std::vector<Fault> many(230, Fault{{"a", 1, 1}, "n", same("w")});
    const std::vector<Fault> few = capped(many);
    REQUIRE(few.size() == 201);
    CHECK(few.back().what.en == "and 30 more");
    CHECK(few.back().stands_for == 30);
    CHECK(capped(std::vector<Fault>(200, many[0])).size() == 200);
  }
}
