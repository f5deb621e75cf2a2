#include "tally/review_part.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Event recorded(const std::string& branch, const std::string& method) {
  Event event = result_event(branch, "80", 3);
  for (Field& field : event.fields)
    if (field.key == "method") field.value = method;
  return event;
}

// a and b share pc, c has pa alone.
std::vector<Event> apart() {
  return {sheet_event(sheet_key("a", "pc"), "C1=1"), sheet_event(sheet_key("b", "pc"), "C1=1"),
          sheet_event(sheet_key("c", "pa"), "C1=1")};
}

ReviewPart part_of(std::vector<Event> events, const std::vector<Event>& more) {
  events.insert(events.end(), more.begin(), more.end());
  return review_part(fold_review(one_file_ledger(std::move(events)), reviewed_quarter));
}

}  // namespace

TEST_SUITE("tally") {
  TEST_CASE("corrected results of branches that share no reviewer are in groups") {
    const auto part = part_of(
        apart(), {recorded("a", "severity"), recorded("b", "severity"), recorded("c", "severity")});
    REQUIRE(part.groups.size() == 2);
    CHECK(part.groups[0] == std::vector<std::string>{"a", "b"});
    CHECK(part.groups[1] == std::vector<std::string>{"c"});
  }

  TEST_CASE("one group, a group without a result and other methods are nothing to say") {
    CHECK(part_of(apart(), {recorded("a", "severity"), recorded("b", "severity")}).groups.empty());
    CHECK(part_of(apart(), {recorded("a", "mean"), recorded("b", "mean"), recorded("c", "mean")})
              .groups.empty());
    CHECK(part_of({}, {}).groups.empty());
  }

  TEST_CASE("the recorded spread of sheets goes along") {
    Event event = recorded("a", "mean");
    event.fields.push_back({"spread", "15"});
    CHECK(part_of({}, {event}).spread == 15.0);
    CHECK_FALSE(part_of({}, {recorded("a", "mean")}).spread);
    event.fields.back().value = "1500";
    CHECK_FALSE(part_of({}, {event}).spread);
  }

  TEST_CASE("sheets wait until a result is recorded") {
    CHECK(part_of(apart(), {}).waiting == 3);
    CHECK(part_of(apart(), {recorded("a", "mean")}).waiting == 0);
  }
}
