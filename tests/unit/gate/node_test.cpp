#include "gate/node.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("a value is found under its key, and only there") {
    Node map;
    map.type = Node::Type::map;
    Node key;
    key.text = "title";
    Node value;
    value.text = "收缴";
    map.entries.emplace_back(key, value);
    REQUIRE(map.find("title"));
    CHECK(map.find("title")->text == "收缴");
    CHECK(map.find("收缴") == nullptr);
  }
}
