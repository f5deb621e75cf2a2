#include "learn/state.hpp"

#include "support/learning.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const SessionKey dues{Date(2026, 10, 12), "dues", "a"};
const Date new_year(2026, 1, 1);

Event cancel_event(const SessionKey& key) {
  return {{}, "x", "learn.cancel", subject_of(key), {{"reason", "not held"}}, {}};
}

}  // namespace

TEST_SUITE("learn") {
  TEST_CASE("hours are those of the sessions somebody attended in that time") {
    const SessionKey later{Date(2026, 11, 1), "dues", "b"};
    const auto state = fold_learning(
        learning_ledger({session_event(dues, "pa;qa=1.5"), session_event(later, "qa;qb", "3")}));
    CHECK(hours_attained(state, "qa", new_year, learn_day) == Rational(3, 2));
    CHECK(hours_attained(state, "qa", new_year, later.on) == Rational(9, 2));
    CHECK(hours_attained(state, "x", new_year, later.on).is_zero());
    CHECK(state.find(dues)->attended.size() == 2);
  }

  TEST_CASE("a correction takes the place of what was recorded, and a cancelled session is none") {
    const auto corrected = fold_learning(learning_ledger(
        {session_event(dues, "pa;qa"), session_event(dues, "pa", "1", "qa was ill")}));
    CHECK(hours_attained(corrected, "pa", new_year, learn_day) == 1);
    CHECK(hours_attained(corrected, "qa", new_year, learn_day).is_zero());
    CHECK(corrected.doubled.empty());
    const auto cancelled =
        fold_learning(learning_ledger({session_event(dues, "pa"), cancel_event(dues)}));
    CHECK(cancelled.sessions.empty());
  }

  TEST_CASE("the same session from two devices counts once, and the second is named") {
    const auto state = fold_learning(
        learning_ledger({session_event(dues, "pa;qa"), session_event(dues, "pa", "8")}));
    CHECK(hours_attained(state, "pa", new_year, learn_day) == 2);
    REQUIRE(state.doubled.size() == 1);
    CHECK(state.doubled.front().entry == 1);
    CHECK_FALSE(state.doubled.front().otherwise);
    CHECK(state.doubled.front().hours == std::vector<DifferentHours>{{"pa", 2, 8}});
  }

  TEST_CASE("of different hours of one person the fewer count, whichever comes first") {
    const auto state = fold_learning(
        learning_ledger({session_event(dues, "pa;qa"), session_event(dues, "pa=1.5;qa;qb=0.5")}));
    CHECK(hours_attained(state, "pa", new_year, learn_day) == Rational(3, 2));
    CHECK(hours_attained(state, "qa", new_year, learn_day) == 2);
    CHECK(hours_attained(state, "qb", new_year, learn_day) == Rational(1, 2));
    REQUIRE(state.doubled.size() == 1);
    CHECK_FALSE(state.doubled.front().otherwise);
    CHECK(state.doubled.front().hours == std::vector<DifferentHours>{{"pa", 2, Rational(3, 2)}});
  }

  TEST_CASE("two records of one session bring their people together, which contradicts nothing") {
    const auto state = fold_learning(
        learning_ledger({session_event(dues, "pa;qa"), session_event(dues, "pa;qb")}));
    CHECK(hours_attained(state, "pa", new_year, learn_day) == 2);
    CHECK(hours_attained(state, "qb", new_year, learn_day) == 2);
    CHECK(state.doubled.empty());
  }

  TEST_CASE(
      "one hour that two branches record counts once for each person, by the shorter of them") {
    const SessionKey other{dues.on, "dues", "b"};
    const SessionKey course{dues.on, "fire", "b"};
    const auto state = fold_learning(
        learning_ledger({session_event(dues, "pa=1;qa"), session_event(other, "pa;qb"),
                         session_event(course, "pa")}));
    CHECK(hours_attained(state, "pa", new_year, learn_day) == 3);
    CHECK(hours_attained(state, "qa", new_year, learn_day) == 2);
    CHECK(counted_once(state) == std::vector<CountedOnce>{{"pa", dues, other, 1, 2}});
    const auto turned = fold_learning(
        learning_ledger({session_event(dues, "pa;qa"), session_event(other, "pa=1;qb")}));
    CHECK(hours_attained(turned, "pa", new_year, learn_day) == 1);
  }

  TEST_CASE("a line that is no session of ours is left alone") {
    auto unknown = session_event(dues, "pa", "2", "", "seminar");
    auto nobody = session_event(dues, "");
    CHECK(fold_learning(learning_ledger({unknown, nobody})).sessions.empty());
  }
}
