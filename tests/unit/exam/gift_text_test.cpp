#include "exam/gift_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("GIFT: backslashes before signs of the format are no part of the text") {
    CHECK(plain_of_gift("a\\=b \\{c\\} \\\\ d\\ne") == "a=b {c} \\ d\ne");
    CHECK(plain_of_gift("C:\\x \\") == "C:\\x \\");
  }

  TEST_CASE("GIFT: signs behind a backslash are not found") {
    CHECK(find_bare("a\\=b=c", "=~") == 4);
    CHECK(find_bare("a=b=c", "=", 2) == 3);
    CHECK(find_bare("a\\=", "=") == std::string_view::npos);
  }

  TEST_CASE("GIFT: tokens of a comment, each") {
    CHECK(gift_tokens("// [tag: a ] x [id:Q1] [tag:b]", "tag") ==
          std::vector<std::string>{"a", "b"});
    CHECK(gift_tokens("// [tag:a", "tag").empty());
  }
}
