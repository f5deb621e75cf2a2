#include "document/twin_questions.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("document") {
  TEST_CASE("stems are compared by their letters and digits, whatever stands between") {
    BankQuestion one;
    one.stem = same("火警电话是____？（Ａ１）");
    BankQuestion other;
    other.stem = same("火警 电话是（____）a1");
    CHECK(stem_compared(one) == stem_compared(other));
    other.stem = same("火警电话是____？（A2）");
    CHECK(stem_compared(one) != stem_compared(other));
  }

  TEST_CASE("a stem that leaves it to its choices asks the same when one of them is the same") {
    auto one = choice_question("q", QuestionKind::single, "B");
    auto other = choice_question("q", QuestionKind::multiple, "AC");
    one.stem = other.stem = same("下列说法正确的是");
    CHECK(asks_the_same(one, other));
    for (Choice& choice : other.choices) choice.text = same("other " + choice.letter);
    CHECK_FALSE(asks_the_same(one, other));
    one.stem = other.stem = same("支委会每月开几次？");
    CHECK(asks_the_same(one, other));
    const auto judge = choice_question("q", QuestionKind::judge, "T", '@');
    CHECK(asks_the_same(judge, judge));
    CHECK_FALSE(asks_the_same(judge, choice_question("q", QuestionKind::blank, "", '@')));
  }

  TEST_CASE("a bank has as many stems as questions that differ") {
    Bank bank = small_bank();
    CHECK(stems_compared(bank).size() == bank.questions.size());
    bank.questions.push_back(bank.questions.front());
    CHECK(stems_compared(bank).size() == bank.questions.size() - 1);
  }
}
