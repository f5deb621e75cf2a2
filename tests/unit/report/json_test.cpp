#include "support/sample_table.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("report") {
  TEST_CASE("JSON has keys, codes, numbers, lists and nulls") {
    CHECK(render(sample_table(), Format::jsonl, {}) ==
          R"({"id":"17","title":"按月足额收缴党费","days_overdue":28,"status":"open",)"
          R"("due":"2026-10-27","evidence":["a.jpg","b.pdf"]})"
          "\n"
          R"({"id":"5","title":"a|b","days_overdue":0,"status":"closed","due":null,"evidence":[]})"
          "\n");
    CHECK(render(sample_table(), Format::json, {}).starts_with("[\n{\"id\":\"17\""));
    CHECK(render(sample_table(), Format::json, {}).ends_with("\n]\n"));
    CHECK(json_value(true, Lang::en) == "true");
    CHECK(json_value(Phrase{"是", "yes"}, Lang::en) == "\"yes\"");
  }

  TEST_CASE("bytes that are not UTF-8 do not break JSON") {
    CHECK(json_string("a\xff"
                      "b") ==
          "\"a\xef\xbf\xbd"
          "b\"");
    CHECK(json_string("\x01\"\\\n") == "\"\\u0001\\\"\\\\\\n\"");
  }
}
