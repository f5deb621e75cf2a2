#include "document/id_order.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace sihu;

namespace {

struct Thing {
  std::string id;
};

}  // namespace

TEST_SUITE("document") {
  TEST_CASE("what has an id is found, wherever it stands") {
    const std::vector<Thing> things{{"c"}, {"a"}, {"b10"}, {"b"}, {"a"}};
    const IdOrder order(things);
    for (const std::size_t i : {0u, 1u, 2u, 3u})
      CHECK(order.find(things, things[i].id) == &things[i]);
    for (const char* id : {"", "0", "b1", "z"}) CHECK_FALSE(order.find(things, id));
    CHECK_FALSE(IdOrder(std::vector<Thing>{}).find(std::vector<Thing>{}, "a"));
  }

  TEST_CASE("an order that is older than what it orders misses nothing") {
    std::vector<Thing> things{{"c"}, {"a"}, {"b"}};
    const IdOrder order(things);
    things[1].id = "z";
    CHECK(order.find(things, "z") == &things[1]);
    CHECK_FALSE(order.find(things, "a"));
    things.push_back({"d"});
    CHECK(order.find(things, "d") == &things[3]);
    things.resize(1);
    CHECK(order.find(things, "c") == &things[0]);
    CHECK(IdOrder().find(things, "c") == &things[0]);
  }
}
