#include "exam/moodle_xml.hpp"
#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("what Moodle XML can hold comes back from it the same") {
    Bank bank;
    for (const std::string text : {"<b>&amp;</b>", "x\ny", "100%", "]]>", "a*b", "党费", "\"q\""}) {
      const std::string number = std::to_string(bank.questions.size());
      BankQuestion single = choice_question("S" + number, text, {text, "other"}, "B");
      single.topic = "t/" + number;
      single.explanation = same(text);
      single.points = Rational(5, 2);
      single.shuffle = false;
      BankQuestion multiple = choice_question("M" + number, text, {text, "b", "c"}, "ABC");
      multiple.choices[2].last = true;
      BankQuestion blank = bank_question("B" + number, QuestionKind::blank, text);
      blank.blanks = {{text, "1"}};
      BankQuestion essay = bank_question("E" + number, QuestionKind::short_answer, text);
      essay.model = same(text);
      bank.questions.insert(bank.questions.end(), {single, multiple, blank, essay});
    }
    bank.questions.push_back(bank_question("J", QuestionKind::judge, "j", "F"));
    const ExportedBank out = write_moodle_xml(bank, Lang::en);
    CHECK(out.losses.empty());
    CHECK(out.written == bank.questions.size());
    QuestionIds ids("own", {});
    const auto back = read_moodle_xml(out.text, "q.xml", ids);
    REQUIRE_MESSAGE(back, fault_names(back));
    CHECK(losses_text(back->losses).empty());
    CHECK(questions_text(back->bank.questions) == write_bank(bank));
  }

  TEST_CASE("what Moodle XML can't hold is said, question by question") {
    Bank bank;
    bank.title = same("t");
    bank.questions = {bank_question("Q1", QuestionKind::blank, "____ ____"),
                      bank_question("Q2", QuestionKind::blank, "____"),
                      bank_question("Q3", QuestionKind::judge, "a", "T")};
    bank.questions[0].blanks = {{"1"}, {"2"}};
    bank.questions[1].blanks = {{"a\\*b"}};
    bank.questions[2].readings = {same("r")};
    const ExportedBank out = write_moodle_xml(bank, Lang::en);
    CHECK(losses_text(out.losses) ==
          ": the title of the bank; Q1! 2 gaps, where a short answer of Moodle has one; Q2! \\* in "
          "an answer is * in Moodle; Q3: readings");
    CHECK(out.written == 1);
  }
}
