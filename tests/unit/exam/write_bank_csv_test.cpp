#include "exam/bank_csv.hpp"
#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Every field that a bank has.
Bank whole_bank() {
  Bank bank;
  bank.id = "own";
  bank.version = "2026.1";
  bank.title = {"题库", "Bank"};
  bank.author = "zb01";
  bank.laws = {{"L1", {"条例", "Rules"}, "2018-10", Date(2018, 11, 1), {"未核", "not read"}},
               {"L2", same("x"), "", std::nullopt, {}}};
  BankQuestion question = choice_question("Q1", "=1+1?", {"'a'", "-b", "c,\"d\"\ne"}, "AC");
  question.stem.en = "@what";
  question.choices[0].text.en = "'=a";
  question.choices[2].last = true;
  question.shuffle = false;
  question.topic = "dues";
  question.difficulty = 5;
  question.expected = Rational(1, 2);
  question.points = Rational(3, 2);
  question.basis = {{"L1", {"条例", "Rules"}, {"第一条|二", "1"}, SourceStatus::quoted},
                    {"L2", same("x"), {}, SourceStatus::none}};
  question.valid_from = Date(2026, 1, 1);
  question.valid_until = Date(2026, 12, 31);
  question.status = "disputed";
  question.readings = {{"甲\n", "a"}, same("乙")};
  question.explanation = {"因为", "because"};
  question.author = "zb02";
  question.draft = true;
  BankQuestion blank = bank_question("Q2", QuestionKind::blank, "____ and ____");
  blank.blanks = {{"a|b", "\\c"}, {" d "}};
  BankQuestion essay = bank_question("Q3", QuestionKind::short_answer, "why");
  essay.model = {"甲", "a"};
  bank.questions = {question, blank, essay, bank_question("Q4", QuestionKind::judge, "j", "F")};
  return bank;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a CSV of a bank loses nothing, in either language") {
    const Bank bank = whole_bank();
    for (const Lang lang : {Lang::zh, Lang::en}) {
      const ExportedBank out = write_bank_csv(bank, lang);
      CHECK(out.losses.empty());
      CHECK(out.written == 4);
      QuestionIds ids("x", {});
      const auto back = read_bank_csv(out.text, "q.csv", ids);
      REQUIRE_MESSAGE(back, fault_names(back));
      CHECK(write_bank(back->bank) == write_bank(bank));
    }
  }

  TEST_CASE("what begins with the end of a line, a blank or the guard comes back from CSV") {
    for (const char* stem : {"\r\n=1", "\n=1", "'\n=1", "\t=1", " =1 ", "'=1", "''"}) {
      Bank bank;
      bank.questions = {bank_question("Q1", QuestionKind::judge, stem, "T")};
      bank.id = bank.version = "b";
      bank.title = same("B");
      QuestionIds ids("x", {});
      const auto back = read_bank_csv(write_bank_csv(bank, Lang::en).text, "q.csv", ids);
      REQUIRE_MESSAGE(back, fault_names(back));
      std::string expected = stem;
      std::erase(expected, '\r');
      CHECK(back->bank.questions.front().stem.zh == expected);
    }
  }

  TEST_CASE("no cell of it is a formula, and no column is empty") {
    const std::string text = write_bank_csv(whole_bank(), Lang::en).text;
    CHECK(text.find(",=1") == std::string::npos);
    CHECK(text.find(",'=1+1?,") != std::string::npos);
    Bank small;
    small.questions = {bank_question("Q4", QuestionKind::judge, "j", "F")};
    CHECK(write_bank_csv(small, Lang::zh).text == "题型,编号,题干,答案\n题库,,,\n判断题,Q4,j,F\n");
  }
}
