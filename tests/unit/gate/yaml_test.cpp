#include "gate/yaml.hpp"

#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("scalars stay the text that was written, with their place") {
    const auto root = read_yaml("version: 1.10\nid: no\nname: '甲'\nnone: ~\n", "a.yaml");
    REQUIRE(root);
    CHECK(root->find("version")->text == "1.10");
    CHECK_FALSE(root->find("version")->quoted);
    CHECK(root->find("id")->text == "no");
    CHECK(root->find("name")->quoted);
    CHECK(root->find("name")->place == Place{"a.yaml", 3, 7});
    CHECK(root->find("name")->width == 3);
    CHECK(root->find("none")->is_null());
    CHECK(root->find("nothing") == nullptr);
  }

  TEST_CASE("nothing, or only comments, is a null") {
    CHECK(read_yaml("", "a").value().is_null());
    CHECK(read_yaml("# nothing\n", "a").value().is_null());
  }

  TEST_CASE("columns count characters behind Chinese too") {
    const auto root = read_yaml("{标题: 党费, 分值: 五}", "a");
    REQUIRE(root);
    CHECK(root->find("分值")->place.column == 14);
  }

  TEST_CASE("what hides nothing else is complained about together") {
    const Source source("a: &x 1\na: 2\nb: !t 3\n", "a");
    std::vector<Fault> faults;
    CHECK(read_yaml(source, faults).has_value());
    CHECK(fault_names(faults) == "1:4 anchor, 2:1 duplicate-key, 3:4 tag");
    CHECK_FALSE(read_yaml(source.text(), "a"));
  }

  TEST_CASE("seventeen megabytes are refused before they are looked at") {
    CHECK(fault_names(read_yaml(std::string(17u << 20, 'a'), "a")) == "0:0 too-large");
  }
}
