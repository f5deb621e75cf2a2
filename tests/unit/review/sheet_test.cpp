#include "review/sheet.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("review") {
  TEST_CASE("a subject says which sheet it is, and is read back") {
    const SheetKey key = sheet_key("zb-05", "p-3");
    CHECK(subject_of(key) == "2026Q4/zb-05/p-3");
    CHECK(parse_sheet_subject("2026Q4/zb-05/p-3") == key);
    for (const char* other :
         {"26Q4/zb05/dues", "2026Q4/zb05", "2026Q4/zb05/", "2026Q4//p", "2026Q4/zb05/p/x", ""})
      CHECK_FALSE(parse_sheet_subject(other));
  }

  TEST_CASE("scores are written as they were given, and read back") {
    ReviewSheet sheet = a_sheet(4, 3);
    sheet.scores[1].score = Rational(7, 2);
    CHECK(write_scores(sheet) == "C1=4;C2=3.5");
    CHECK(parse_scores("C1=4;C2=3.5") == sheet.scores);
    for (const char* other : {"", "C1", "C1=", "=4", "C1=4;", "C1=x"})
      CHECK_FALSE(parse_scores(other));
  }

  TEST_CASE("what is sealed names its subject, so that a copied box gives itself away") {
    const ReviewSheet sheet = a_sheet(4, 3, "good\nwork");
    const std::string text = boxed_text(sheet_key("b", "pa"), sheet);
    CHECK(read_boxed(text, sheet_key("b", "pa")) == sheet);
    CHECK_FALSE(read_boxed(text, sheet_key("b", "pc")));
    CHECK_FALSE(read_boxed("2026Q4/b/pa\nC1", sheet_key("b", "pa")));
  }

  TEST_CASE("five hundred Chinese characters fit, a page does not") {
    std::string comment;
    for (int i = 0; i < 500; ++i) comment += "好";
    CHECK(fits_box(sheet_key("b", "pa"), a_sheet(4, 3, comment)));
    CHECK_FALSE(fits_box(sheet_key("b", "pa"), a_sheet(4, 3, comment + comment)));
  }

  TEST_CASE("a sheet comes to its weighted shares of the highest score") {
    const Rubric rubric = a_rubric();
    CHECK(sheet_total(rubric, a_sheet(5, 5)) == Rational(100));
    CHECK(sheet_total(rubric, a_sheet(4, 3)) == Rational(72));
    CHECK(sheet_total(rubric, a_sheet(1, 1)) == Rational(20));
  }

  TEST_CASE("a sheet that is not the rubric's comes to nothing") {
    const Rubric rubric = a_rubric();
    CHECK_FALSE(sheet_total(rubric, a_sheet(6, 3)));
    CHECK_FALSE(sheet_total(rubric, a_sheet(0, 3)));
    CHECK_FALSE(sheet_total(rubric, {{{"C1", Rational(4)}}, ""}));
    CHECK_FALSE(sheet_total(rubric, {{{"C1", Rational(4)}, {"C1", Rational(4)}}, ""}));
  }
}
