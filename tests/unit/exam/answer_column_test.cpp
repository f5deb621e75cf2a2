#include "exam/answer_column.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("options go by their letters, a judgment by T and F") {
    CHECK(option_letters(choice_question("q", QuestionKind::multiple, "AB", 'E')) == "ABCDE");
    CHECK(option_letters(choice_question("q", QuestionKind::judge, "T")) == "TF");
    CHECK(option_letters(choice_question("q", QuestionKind::blank, "")).empty());
  }

  TEST_CASE("the same answer is kept once, however it was written") {
    AnswerColumn column(choice_question("q", QuestionKind::multiple, "AC"), {}, 2);
    for (const char* written : {"AC", "ca", "A C", "B", "B", ""}) CHECK(column.add(written));
    CHECK_FALSE(column.add("Z"));
    CHECK_FALSE(column.add("Z"));
    const ItemAnswers item = column.take();
    CHECK(item.answers == std::vector<std::uint16_t>{0, 0, 0, 1, 1, 2, 2, 2});
    REQUIRE(item.kinds.size() == 3);
    CHECK(item.kinds[0].mark == 2);
    CHECK(item.kinds[0].letters == 0b101);
    CHECK(item.kinds[1].mark == 0);
    CHECK(item.options == 4);
  }

  TEST_CASE("an answer that has been marked keeps its mark") {
    AnswerColumn column(choice_question("q", QuestionKind::multiple, "AC"), {}, 2);
    column.add("A", Rational(1, 2));
    column.add("A", Rational(1));
    column.add("A", Rational(1, 2));
    const ItemAnswers item = column.take();
    CHECK(item.answers == std::vector<std::uint16_t>{0, 1, 0});
    CHECK(item.kinds[1].mark == 1);
  }
}
