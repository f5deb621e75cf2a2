#include "exam/html_text.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("exam") {
  TEST_CASE("a page becomes words, and says what it was besides") {
    const PlainOfHtml page = plain_of_html(
        "<p dir=\"ltr\">党费 <b>按月</b>交。</p>\n<p>&quot;3&nbsp;&lt; "
        "5&quot;&#65;<br>下一行</p><!-- x -->");
    CHECK(page.text == "党费 按月交。\n\"3 < 5\"A\n下一行");
    CHECK(page.formatting);
    CHECK_FALSE(page.picture);
    const PlainOfHtml picture = plain_of_html("<span>看图</span><IMG src=\"a.png\" />");
    CHECK(picture.text == "看图");
    CHECK(picture.picture);
    CHECK_FALSE(picture.formatting);
  }

  TEST_CASE("what only looks like a page stays") {
    for (const std::string text : {"3 < 5 & 7 > 2", "a<", "&unknown; &#0; &#xd800;", "<5>", "<b"})
      CHECK(plain_of_html(text).text == text);
    CHECK(plain_of_html("").text.empty());
  }
}
