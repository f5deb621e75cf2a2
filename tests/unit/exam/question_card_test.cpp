#include "exam/question_card.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a card has the stem and the options in the order they are shown") {
    const auto question = choice_question("S", QuestionKind::single, "B");
    CHECK(question_card(question, "CA").en == "S?\n  A. option C\n  B. option A\n");
    CHECK(choice_text(question, "CA", 'B').en == "option A");
    CHECK(choice_text(question, "CA", 'C').empty());
    CHECK(question_card(choice_question("J", QuestionKind::judge, "T", '@'), "").zh ==
          "J?\n  对 / 错\n");
  }

  TEST_CASE("a text of several lines is shown so, and nothing in it reaches the terminal") {
    auto question = choice_question("S", QuestionKind::single, "B");
    question.stem = same("if:\n\tx\x1b[2J\n");
    question.choices[0].text = same("one\ntwo");
    CHECK(question_card(question, "AB").en ==
          "if:\n    x\\x1b[2J\n  A. one\n     two\n  B. option B\n");
  }

  TEST_CASE("an answer that begins with / has another one before it") {
    CHECK(answer_typed(typed_line(" //etc ")) == "/etc");
    CHECK(answer_typed(typed_line("／／etc")) == "／etc");
    CHECK(answer_typed("/etc") == "/etc");
    CHECK(answer_typed("a//b") == "a//b");
  }

  TEST_CASE("commands come from a Chinese input method too, and answers stay as they are") {
    CHECK(typed_line(" ／h ") == "/h");
    CHECK(typed_line("、2\r") == "/2");
    CHECK(typed_line("？") == "?");
    CHECK(typed_line("会费、党费") == "会费、党费");
    CHECK(typed_line(" \t").empty());
  }

  TEST_CASE("several gaps say what is put between their answers") {
    BankQuestion question;
    question.kind = QuestionKind::blank;
    question.stem = same("____ and ____");
    question.blanks = {{"1"}, {"2"}};
    CHECK(question_card(question, "").en ==
          "____ and ____\n  2 gaps: put a semicolon (;) between\n");
    question.blanks.pop_back();
    CHECK(gaps_words(question).empty());
  }
}
