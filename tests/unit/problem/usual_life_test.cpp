#include "problem/usual_life.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string id = "26Q4-zb05-k7m2qx-1";
const Date day(2026, 10, 20);

// Steps that each rest on the one before, told after an opening; whether all that is usual.
bool is_usual(const std::vector<std::pair<std::string, std::string>>& steps) {
  Offices offices;
  std::string tip = offices.open(id);
  for (const auto& [step, due] : steps)
    tip =
        offices.tell("b5b5b5", "p005", "problem." + step, id, {{"after", tip}, {"due", due}}, day);
  std::vector<LifeFact> facts;
  for (const Entry& entry : offices.ledger().entries) {
    PlainLine line;
    view_event(entry.event, line);
    facts.insert(facts.begin(), *life_fact(line, offices.zone()));
  }
  return is_usual_life(facts);
}

LifeFact fact_of(const Event& event) {
  PlainLine line;
  view_event(event, line);
  return life_fact(line, Zone{}).value_or(LifeFact{});
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("a life in which every step applies is usual") {
    CHECK(is_usual({}));
    CHECK(is_usual({{"note", ""}, {"submit", ""}, {"verify", ""}, {"note", ""}}));
    CHECK(is_usual({{"extend", "2026-11-10"},
                    {"grant", ""},
                    {"extend", "2026-11-12"},
                    {"refuse", ""},
                    {"submit", ""},
                    {"reject", ""},
                    {"submit", ""},
                    {"verify", ""},
                    {"reopen", "2026-12-01"},
                    {"withdraw", ""}}));
  }

  TEST_CASE("a step that the state or its date forbids is not") {
    CHECK_FALSE(is_usual({{"verify", ""}}));
    CHECK_FALSE(is_usual({{"grant", "2026-11-10"}}));
    CHECK_FALSE(is_usual({{"refuse", ""}}));
    CHECK_FALSE(is_usual({{"extend", "2026-10-27"}}));
    CHECK_FALSE(is_usual({{"extend", ""}}));
    CHECK_FALSE(is_usual({{"extend", "2026-11-10"}, {"extend", "2026-11-11"}}));
    CHECK_FALSE(is_usual({{"extend", "2026-11-10"}, {"withdraw", ""}, {"grant", ""}}));
    CHECK_FALSE(is_usual({{"submit", ""}, {"verify", ""}, {"reopen", "2026-10-11"}}));
    CHECK_FALSE(is_usual({{"newer", ""}}));
  }

  TEST_CASE("what does not hang together in one chain is not") {
    Offices offices;
    const std::string opening = offices.open(id);
    offices.tell("b5b5b5", "p005", "problem.note", id, {{"after", opening}}, day);
    offices.tell("m3m3m3", "p005", "problem.note", id, {{"after", opening}}, day);
    std::vector<LifeFact> facts;
    for (const Entry& entry : offices.ledger().entries) facts.push_back(fact_of(entry.event));
    CHECK_FALSE(is_usual_life(facts));
    CHECK_FALSE(is_usual_life(std::span(facts).subspan(1)));
    std::vector<LifeFact> twice{facts[0], facts[0]};
    CHECK_FALSE(is_usual_life(twice));
  }

  TEST_CASE("a line about something else has no fact") {
    Event event;
    event.name = "check.finish";
    PlainLine line;
    view_event(event, line);
    CHECK_FALSE(life_fact(line, Zone{}));
  }
}
