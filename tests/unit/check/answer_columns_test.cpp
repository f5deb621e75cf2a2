#include "check/answer_columns.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("check") {
  TEST_CASE("each heading of a sheet of answers leads to its column, in both languages") {
    for (const AnswerSheetColumn& column : answer_sheet_columns()) {
      CHECK(answer_key(column.key) == column.key);
      CHECK(answer_key(column.heading.in(Lang::zh)) == column.key);
      CHECK(answer_key(column.heading.in(Lang::en)) == column.key);
    }
    CHECK(answer_key("别的") == "别的");
  }

  TEST_CASE("each word that a sheet offers is a word that files have") {
    for (const std::string key : {"result", "existed"}) {
      CHECK(answer_choices(key).size() >= 3);
      for (const Phrase& choice : answer_choices(key)) {
        CHECK(answer_code(key, choice.zh) == answer_code(key, choice.en));
        CHECK(answer_code(key, choice.zh) != choice.zh);
      }
    }
    CHECK(answer_choices("note").empty());
    CHECK(answer_code("result", "不适用") == "na");
    CHECK(answer_code("result", "maybe") == "maybe");
    CHECK(answer_code("existed", "没有") == "no");
    CHECK(answer_code("existed", "").empty());
    CHECK(answer_code("note", "通过") == "通过");
  }

  TEST_CASE("signs as Chinese input methods give them are the narrow ones") {
    CHECK(answer_code("rule", "late＊2；short×3\nzero-1") == "late*2;short*3;zero-1");
    CHECK(answer_code("evidence", "甲.pdf；乙.pdf") == "甲.pdf;乙.pdf");
  }
}
