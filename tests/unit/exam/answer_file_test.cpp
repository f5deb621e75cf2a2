#include "exam/answer_file.hpp"

#include "statistics/items.hpp"
#include "support/fault_names.hpp"
#include "support/marked_tests.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// A question of each kind: single, multiple, a judgment, two gaps, a short answer.
Bank mixed_bank() {
  Bank bank;
  bank.id = "mixed";
  bank.questions = {choice_question("S", QuestionKind::single, "B"),
                    choice_question("M", QuestionKind::multiple, "ACD")};
  BankQuestion judgment = choice_question("J", QuestionKind::judge, "F");
  BankQuestion gaps = choice_question("G", QuestionKind::blank, "");
  BankQuestion essay = choice_question("E", QuestionKind::short_answer, "");
  for (BankQuestion* each : {&judgment, &gaps, &essay}) each->choices.clear();
  gaps.blanks = {{"12"}, {"半年", "6个月"}};
  gaps.points = 2;
  essay.points = 10;
  bank.questions.insert(bank.questions.end(), {judgment, gaps, essay});
  return bank;
}

std::vector<double> totals_in(const std::string& text, const Marking& marking = {}) {
  const auto test = load_answer_file(text, "a.csv", mixed_bank(), marking);
  REQUIRE(test);
  return totals_of(test->answers, all_items(test->answers));
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a table of answers is the test that was sat") {
    const auto test = load_answer_file(reference_table(), "a.csv", reference_bank());
    REQUIRE(test);
    const TestStatistics found = analyse_items(test->answers);
    const TestStatistics expected = analyse_items(reference_test());
    CHECK(found.alpha == expected.alpha);
    CHECK(found.items[12].r_rest == expected.items[12].r_rest);
    CHECK(found.items[12].options[2].chosen == 41);
    CHECK(found.items[12].unanswered.chosen == 1);
    CHECK(test->branches == std::vector<std::string>{"zb02", "zb03", "zb01"});
    CHECK(test->branch_of[3] == 0);
  }

  TEST_CASE("every kind of question is marked, however it was written") {
    CHECK(totals_in("candidate,S,M,J,G,E\n"
                    "a,B,ACD,F,12;半年,7.5\n"
                    "b,ｂ,\"d, c、a\",错,１２；6 个月,10\n"
                    "c,A,AC,T,12;一年,0\n"
                    "d,,,,,\n") == std::vector<double>{12.5, 15, 1, 0});
  }

  TEST_CASE("several right options are marked by the rule that is given") {
    const std::string text = "candidate,M\na,AC\nb,AB\n";
    CHECK(totals_in(text) == std::vector<double>{0, 0});
    CHECK(totals_in(text, {MarkingRule::half, {}}) == std::vector<double>{0.5, 0});
  }

  TEST_CASE("a column may name its bank, and branches may be left out") {
    const auto test = load_answer_file("mixed/S,candidate\nB,a\n", "a.csv", mixed_bank());
    REQUIRE(test);
    CHECK(test->questions.at(0).id == "S");
    CHECK(test->branches.empty());
    CHECK(test->branch_of.empty());
  }

  TEST_CASE("all faults of a table come out in one run") {
    CHECK(fault_names(load_answer_file("candidate,branch,S,SS,S,M,J,G,E\n", "a", mixed_bank())) ==
          "1:20 unknown-question, 1:23 question-twice, 1:23 duplicate-heading");
    const auto bad = load_answer_file(
        "candidate,branch,S,M,J,G,E\n"
        "a,zb01,E,AA,?,1;2;3,11\n"
        "a,,AB,,,,-1\n"
        ",zb01,,,,,x\n"
        "b,zb01,A\n",
        "a", mixed_bank());
    CHECK(fault_names(bad) ==
          "2:8 not-an-answer, 2:10 not-an-answer, 2:13 not-an-answer, 2:15 not-an-answer, "
          "2:21 not-an-answer, 3:1 candidate-twice, 3:3 branch-missing, 3:4 not-an-answer, "
          "3:10 not-an-answer, 4:1 candidate-missing, 4:11 not-an-answer, 5:8 row-length");
    CHECK(bad.error().faults[5].what.en == "a is in line 2 already");
  }

  TEST_CASE("a table without candidates or questions is said to be one") {
    CHECK(fault_names(load_answer_file("candidate,S\n", "a", mixed_bank())) == "1:1 no-candidates");
    CHECK(fault_names(load_answer_file("branch\nzb01\n", "a", mixed_bank())) ==
          "1:1 candidate-missing, 1:1 no-questions");
  }

  TEST_CASE("whoever has no branch is said each time") {
    CHECK(fault_names(load_answer_file("candidate,branch,S\na,,B\nb,,B\n", "a", mixed_bank())) ==
          "2:3 branch-missing, 3:3 branch-missing");
  }
}
