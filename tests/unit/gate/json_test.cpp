#include "gate/json.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("values keep their place, numbers their digits") {
    const auto root =
        read_json("{\n  \"名\": \"甲\", \"n\": 1.50,\n  \"l\": [true, null]}", "a.json");
    REQUIRE(root);
    CHECK(root->find("名")->quoted);
    CHECK(root->find("名")->place == Place{"a.json", 2, 8});
    CHECK(root->find("n")->text == "1.50");
    CHECK(root->find("n")->place == Place{"a.json", 2, 18});
    CHECK_FALSE(root->find("n")->quoted);
    CHECK(root->find("l")->items[0].text == "true");
    CHECK(root->find("l")->items[1].is_null());
    CHECK(root->find("l")->items[1].place == Place{"a.json", 3, 15});
  }

  TEST_CASE("what RFC 8259 does not allow is refused") {
    for (const char* text : {"", "[1,]", "{'a': 1}", "[NaN]", "[Infinity]", "[01]", "[1] 2", "[1",
                             "// c\n1", "[\"a\nb\"]", "{\"a\" 1}", "[.5]", "[+1]"}) {
      INFO(text);
      CHECK_FALSE(read_json(text, "a"));
    }
  }

  TEST_CASE("a duplicate key is said at its second place") {
    CHECK(fault_names(read_json("{\"a\": 1, \"a\": 2}", "a")) == "1:10 duplicate-key");
  }

  TEST_CASE("a long line costs no more than a long file") {
    std::string text = "[";
    for (int i = 0; i < 200'000; ++i) text += "1,";
    text += "1]";
    const auto root = read_json(text, "a");
    REQUIRE(root);
    CHECK(root->items.size() == 200'001);
    CHECK(root->items.back().place.column == 400'002);
  }
}
