#include "report/html_page.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("nothing that people wrote becomes markup") {
    CHECK(html_text("<b>\"A\" & B</b>\nc") == "&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;<br>c");
    CHECK(html_text("\x1b[31m").find('\x1b') == std::string::npos);
  }

  TEST_CASE("a page says its language, fits a phone, and may load nothing") {
    const std::string page = html_page({"<题>", "p { }\n", "<p>x</p>\n", ""}, Lang::zh);
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
    CHECK(page.find("<title>&lt;题&gt;</title>") != std::string::npos);
    CHECK(page.find("width=device-width") != std::string::npos);
    CHECK(page.find("default-src 'none'; style-src 'unsafe-inline'\">") != std::string::npos);
    CHECK(page.find("<script>") == std::string::npos);
    const std::string scripted = html_page({"t", "", "", "x();\n"}, Lang::en);
    CHECK(scripted.find("script-src 'unsafe-inline'") != std::string::npos);
    CHECK(scripted.ends_with("<script>\nx();\n</script>\n</body>\n</html>\n"));
  }
}
