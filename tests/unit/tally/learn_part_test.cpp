#include "tally/learn_part.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Quarter third{2026, 3};

SessionKey on_day(Date on) {
  return {on, "dues", "a"};
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("a branch has the share of the hours that its people need by the end of the quarter") {
    const auto state =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 2, 1)), "pa;qa=9", "21"),
                                       session_event(on_day(Date(2026, 10, 1)), "pa;qa", "20")}));
    const auto parts = learn_parts(learning_organisation(), state, third);
    // nine twelfths of 56 and of 32: 42 and 24, of which 21 and 9 are there; October is not yet
    CHECK(parts.at("a").required == 66);
    CHECK(parts.at("a").score == Rational(3000, 66));
    CHECK(parts.at("a").people == 2);
    CHECK(parts.at("a").entries == std::vector<std::size_t>{0});
  }

  TEST_CASE("nobody learns in another's place, and more than all is not to be had") {
    const auto state =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 2, 1)), "pa", "200")}));
    CHECK(learn_parts(learning_organisation(), state, third).at("a").score == Rational(4200, 66));
    const auto both =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 2, 1)), "pa;qa", "200")}));
    CHECK(learn_parts(learning_organisation(), both, third).at("a").score == 100);
  }

  TEST_CASE("who came in August owes two months by September") {
    const auto state =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 2, 1)), "pa", "200")}));
    const auto parts = learn_parts(learning_organisation(), state, third);
    CHECK(parts.at("c").required == Rational(66) + Rational(32, 6));
    CHECK(parts.at("c").score == Rational(0));
  }

  TEST_CASE("where nobody recorded any learning there is no score, and none where none is asked") {
    const auto later =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 10, 1)), "pa", "20")}));
    CHECK(learn_parts(learning_organisation(), later, third).empty());
    const auto state =
        fold_learning(learning_ledger({session_event(on_day(Date(2026, 2, 1)), "pa", "20")}));
    const auto parts = learn_parts(learning_organisation("{hours: {committee: 8}}"), state, third);
    CHECK_FALSE(parts.contains("a"));
  }
}
