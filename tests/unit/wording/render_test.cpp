#include "wording/render.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("wording") {
  TEST_CASE("the caret stands under the Chinese word it means") {
    Fault fault{
        {"checklists/dues.yaml", 14, 13},
        "points-not-a-number",
        phrase(Text{"分值必须是数字，实际为 \"五\"", "points must be a number, found \"五\""}),
        phrase(Text{"0 到 100，最多两位小数", "0 to 100, at most two decimals"})};
    fault.excerpt = "    points: 五";
    CHECK(render(fault, Lang::zh) ==
          "checklists/dues.yaml:14:13: 分值必须是数字，实际为 \"五\" [points-not-a-number]\n"
          "   14 |     points: 五\n"
          "      |             ^^\n"
          "提示：0 到 100，最多两位小数\n");
    CHECK(render(fault, Lang::en).starts_with("checklists/dues.yaml:14:13: points must be"));
  }

  TEST_CASE("a terminal escape in the user's line is shown, not sent") {
    Fault fault{{"a.yaml", 1, 6}, "x", same("bad"), {}};
    fault.excerpt = "名: \x1b[2J";
    CHECK(render(fault, Lang::en).find('\x1b') == std::string::npos);
  }

  TEST_CASE("of thousands of the same warning three are shown, and the rest counted") {
    std::vector<Fault> warnings;
    for (int line = 1; line <= 5000; ++line)
      warnings.push_back({{"sihu.yaml", line, 3}, "no-secretary", same("none"), {}});
    warnings.push_back({{"sihu.yaml", 9999, 1}, "too-old", same("old"), {}});
    const std::string text = render_some(warnings, Lang::en);
    CHECK(text.find("sihu.yaml:3:3") != std::string::npos);
    CHECK(text.find("sihu.yaml:4:3") == std::string::npos);
    CHECK(text.find("4997 more like this [no-secretary]") != std::string::npos);
    CHECK(text.find("sihu.yaml:9999:1: old") != std::string::npos);
    CHECK(text.find("more like this [too-old]") == std::string::npos);
    CHECK(render_some(warnings, Lang::zh).find("还有 4997 处") != std::string::npos);
    CHECK(render_some({}, Lang::zh).empty());
  }
}
