#include "statistics/leitner.hpp"

#include "calendar/date.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

void follow(const Node& history, LeitnerMiss miss) {
  int box = 1;
  REQUIRE_FALSE(history.items.empty());
  for (const Node& answer : history.items) {
    box = next_box(box, at(answer, "ok").text == "1", miss);
    CHECK(box == std::stoi(at(answer, "box").text));
    const auto day = Date::parse(at(answer, "date").text);
    REQUIRE(day.has_value());
    CHECK(to_string(*day + days_in_box(box)) == at(answer, "next_due").text);
  }
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("boxes and days are those of the reference") {
    const Node reference = read_reference("statistics/reference/learn/expected_learn.json");
    const Node& leitner = at(reference, "leitner");
    CHECK(numbers(at(leitner, "intervals")) ==
          std::vector<double>(leitner_days.begin(), leitner_days.end()));
    follow(at(leitner, "drop_first"), LeitnerMiss::to_first);
    follow(at(leitner, "drop_one"), LeitnerMiss::one_back);
  }

  TEST_CASE("no answer leads out of the boxes") {
    CHECK(next_box(5, true) == 5);
    CHECK(next_box(1, false) == 1);
    CHECK(next_box(1, false, LeitnerMiss::one_back) == 1);
  }
}
