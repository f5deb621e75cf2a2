#include "document/in_force.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("document") {
  TEST_CASE("a question holds by its own dates, both days with it") {
    BankQuestion question;
    question.valid_from = Date(2026, 10, 1);
    question.valid_until = Date(2026, 12, 31);
    const Bank bank;
    CHECK_FALSE(is_in_force(bank, question, Date(2026, 9, 30)));
    CHECK(is_in_force(bank, question, Date(2026, 10, 1)));
    CHECK(is_in_force(bank, question, Date(2026, 12, 31)));
    CHECK_FALSE(is_in_force(bank, question, Date(2027, 1, 1)));
  }

  TEST_CASE("where it says nothing, it holds from when the laws do that it rests on") {
    Bank bank;
    bank.laws = {{"L1", {}, {}, Date(2020, 1, 1), {}}, {"L9", {}, {}, Date(2027, 6, 1), {}}};
    BankQuestion question;
    question.basis = {{"L1", {}, {}}};
    CHECK(is_in_force(bank, question, Date(2026, 10, 20)));
    question.basis.push_back({"L9", {}, {}});
    CHECK_FALSE(is_in_force(bank, question, Date(2026, 10, 20)));
    REQUIRE(law_to_come(bank, question, Date(2026, 10, 20)));
    CHECK(law_to_come(bank, question, Date(2026, 10, 20))->code == "L9");
    CHECK(is_in_force(bank, question, Date(2027, 6, 1)));
    question.valid_from = Date(2026, 1, 1);
    CHECK(is_in_force(bank, question, Date(2026, 10, 20)));
  }
}
