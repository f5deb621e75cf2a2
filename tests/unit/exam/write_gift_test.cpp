#include "exam/gift.hpp"
#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Texts that GIFT would take for something else.
const std::vector<std::string> awkward{"%50%x", "[html]", "a=b~c", "{#:}", "\\n",
                                       "x\ny",  "T",      "a*b",   "//x"};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what GIFT can hold comes back from it the same") {
    Bank bank;
    for (std::size_t i = 0; i < awkward.size(); ++i) {
      const std::string number = std::to_string(i);
      BankQuestion single = bank_question("S" + number, QuestionKind::single, awkward[i]);
      single.choices = {{"A", same(awkward[i]), false},
                        {"B", same(awkward[(i + 1) % awkward.size()]), false}};
      single.key = i % 2 == 0 ? "A" : "B";
      single.topic = i < 3 ? "" : "t" + number;
      single.explanation = same(awkward[i]);
      BankQuestion multiple = single;
      multiple.id = "M" + number;
      multiple.kind = QuestionKind::multiple;
      multiple.choices.push_back({"C", same("c"), false});
      multiple.key = i % 2 == 0 ? "ABC" : "B";
      BankQuestion blank = bank_question("B" + number, QuestionKind::blank, "x____y");
      blank.topic = single.topic;
      blank.blanks = {{awkward[i], "1"}};
      bank.questions.insert(bank.questions.end(), {single, multiple, blank});
    }
    bank.questions.push_back(bank_question("J", QuestionKind::judge, "j"));
    bank.questions.back().key = "F";
    bank.questions.push_back(bank_question("E", QuestionKind::short_answer, "e"));
    const ExportedBank out = write_gift(bank, Lang::en);
    CHECK(out.losses.empty());
    QuestionIds ids("own", {});
    const auto back = read_gift(out.text, "q.gift", ids);
    REQUIRE_MESSAGE(back, fault_names(back));
    CHECK(back->losses.empty());
    CHECK(questions_text(back->bank.questions) == write_bank(bank));
  }

  TEST_CASE("what GIFT can't hold is said, question by question") {
    Bank bank;
    bank.questions.push_back(bank_question("Q1", QuestionKind::judge, "a"));
    bank.questions.back().key = "T";
    bank.questions.back().difficulty = 3;
    bank.questions.back().author = "zb01";
    bank.questions.push_back(bank_question("Q2", QuestionKind::short_answer, "b"));
    bank.questions.back().model = same("m");
    bank.questions.back().draft = true;
    bank.questions.push_back(bank_question("Q3", QuestionKind::blank, "____ ____"));
    bank.questions.back().blanks = {{"1"}, {"2"}};
    bank.questions.push_back(bank_question("Q4", QuestionKind::blank, "____"));
    bank.questions.back().blanks = {{"a->b"}};
    bank.questions.push_back(bank_question("Q5", QuestionKind::blank, "____"));
    bank.questions.back().blanks = {{"a\\*b"}};
    bank.version = "1";
    BankQuestion spaced = bank_question("Q6", QuestionKind::judge, " one\r\ntwo", "T");
    const ExportedBank with_blanks = [&] {
      Bank other;
      other.questions = {spaced};
      return write_gift(other, Lang::zh);
    }();
    CHECK(losses_text(with_blanks.losses) == "Q6: blanks around a text");
    CHECK(with_blanks.text.find("one\\ntwo") != std::string::npos);
    const ExportedBank out = write_gift(bank, Lang::zh);
    CHECK(
        losses_text(out.losses) ==
        ": its version; Q2: the model answer; Q3! 2 gaps, where GIFT has one; Q4! -> in an answer "
        "is matching in GIFT; Q5! \\* in an answer is * in GIFT");
    CHECK(out.written == 2);
    CHECK(out.text ==
          "// [id:Q1] [tag:difficulty:3] [tag:author:zb01]\n::Q1::a {T}\n\n"
          "// [id:Q2] [tag:draft]\n::Q2::b {}\n\n");
  }
}
