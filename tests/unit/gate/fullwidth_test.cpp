#include "gate/fullwidth.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("gate") {
  TEST_CASE("a full-width colon behind a key is found where it stands") {
    CHECK(find_fullwidth_colon("名称：张三") == 3);
    CHECK(find_fullwidth_colon("  - id：A") == 7);
    CHECK(find_fullwidth_colon("{id：A}") == 4);
  }

  TEST_CASE("one inside a text is none of ours") {
    CHECK(find_fullwidth_colon("title: 标准：按月") == 0);
    CHECK(find_fullwidth_colon("# 说明：无") == 0);
    CHECK(find_fullwidth_colon("a sentence with：colon") == 0);
    CHECK(find_fullwidth_colon("：") == 0);
    CHECK(find_fullwidth_colon("") == 0);
  }
}
