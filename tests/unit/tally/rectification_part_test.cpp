#include "tally/rectification_part.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

const Quarter fourth{2026, 4};
const Date due(2026, 10, 27);
const std::string id = "26Q4-zb05-k7m2qx-1";

// How the one problem counts in a quarter, on a day.
std::optional<Rectified> how(const Offices& offices, Date today, Quarter quarter = fourth) {
  const Ledger ledger = offices.ledger();
  const ProblemList list = fold_problems(ledger, an_organisation(), offices.zone());
  REQUIRE(list.problems.size() == 1);
  return rectified_in(list.problems.front(), quarter, today, ledger, offices.zone());
}

std::string submit(Offices& offices, const std::string& after, Date day) {
  return offices.tell("b5b5b5", "p005", "problem.submit", id, {{"note", "改了"}, {"after", after}},
                      day);
}

std::string verify(Offices& offices, const std::string& after, Date day) {
  return offices.tell("k7m2qx", "p001", "problem.verify", id, {{"note", "看了"}, {"after", after}},
                      day);
}

RectificationPart part_of(std::vector<Rectified> all) {
  std::vector<RectifiedProblem> problems;
  for (const Rectified one : all) problems.push_back({nullptr, one});
  return rectification_part(std::move(problems));
}

}  // namespace

TEST_SUITE("tally") {
  using enum Rectified;

  TEST_CASE("what was handed in by the due date counts for the branch once it is closed") {
    Offices offices;
    const auto submitted = submit(offices, offices.open(id), due);
    CHECK(how(offices, due + 30) == waiting);
    verify(offices, submitted, due + 40);
    CHECK(how(offices, due + 40) == in_time);
  }

  TEST_CASE("what was handed in later is late, closed or not") {
    Offices offices;
    const auto submitted = submit(offices, offices.open(id), due + 1);
    CHECK(how(offices, due + 1) == still_open);
    verify(offices, submitted, due + 2);
    CHECK(how(offices, due + 2) == late);
  }

  TEST_CASE("what is open counts from the day after its due date") {
    Offices offices;
    offices.open(id);
    CHECK(how(offices, due) == not_due);
    CHECK(how(offices, due + 1) == still_open);
    CHECK_FALSE(how(offices, due + 1, {2026, 3}));
  }

  TEST_CASE("a disputed problem is open, a withdrawn one is none") {
    Offices offices;
    const auto disputed = offices.tell("b5b5b5", "p005", "problem.dispute", id,
                                       {{"note", "不是"}, {"after", offices.open(id)}}, due - 5);
    CHECK(how(offices, due + 1) == still_open);
    offices.tell("hqhqhq", "p900", "problem.withdraw", id, {{"note", "对"}, {"after", disputed}},
                 due + 2);
    CHECK_FALSE(how(offices, due + 2));
  }

  TEST_CASE("a look-back that reopens counts against the quarter it lies in") {
    Offices offices;
    const auto closed = verify(offices, submit(offices, offices.open(id), due - 2), due - 1);
    CHECK(how(offices, due) == in_time);
    offices.tell("k7m2qx", "p001", "problem.reopen", id,
                 {{"note", "又犯"}, {"due", "2027-01-10"}, {"after", closed}}, due + 20);
    CHECK(how(offices, due + 20) == reopened);
    CHECK(how(offices, Date(2027, 1, 11), {2027, 1}) == still_open);
  }

  TEST_CASE("the score is the share closed in time of what counts") {
    const auto part = part_of({in_time, in_time, late, still_open, reopened, waiting, not_due});
    CHECK(part.counted() == 5);
    CHECK(part.score == Rational(40));
    CHECK(part.rate() == doctest::Approx(3.0 / 7));
    CHECK(part.error == doctest::Approx(22.1313));  // 100 √(3/7 × 4/7 / 5)
    CHECK(part_of({in_time}).score == Rational(100));
    CHECK(part_of({late}).score == Rational(0));
  }

  TEST_CASE("nothing due is no score, neither 100 nor 0") {
    CHECK_FALSE(part_of({}).score);
    CHECK_FALSE(part_of({waiting, not_due}).score);
  }

  TEST_CASE("every way has a stable word and words for people") {
    CHECK(to_string(in_time) == "in-time");
    CHECK(to_string(not_due) == "not-due");
    CHECK(phrase(wording(reopened)).zh == "回头看被重开");
  }
}
