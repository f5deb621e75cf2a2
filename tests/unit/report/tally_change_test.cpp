#include "report/tally_change.hpp"

#include "support/said.hpp"
#include "support/tallies.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

Tally compared(std::vector<TallyEntry> now, std::vector<TallyEntry> then) {
  Tally tally = make_tally(fourth, some_rules(), std::move(now));
  add_earlier(tally, make_tally({2026, 3}, some_rules(), std::move(then)));
  return tally;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("totals of the same parts need no word") {
    CHECK(change_words(compared({an_entry("a", 80, 90)}, {an_entry("a", 70, 90)})).empty());
    // b is new
    CHECK(change_words(
              compared({an_entry("a", 80, {}), an_entry("b", 80, {})}, {an_entry("a", 70, {})}))
              .empty());
  }

  TEST_CASE("a part that only one of the two quarters has is said, with whose totals it is in") {
    const std::string text = said(change_words(
        compared({an_entry("a", 80, 90), an_entry("b", 80, 90), an_entry("c", 80, {})},
                 {an_entry("a", 70, {}), an_entry("b", 70, {}), an_entry("c", 70, 60)})));
    CHECK(text.find("change: the totals of a and b have rectification now and had not then") !=
          std::string::npos);
    CHECK(text.find("change: the totals of c had rectification then and have not now") !=
          std::string::npos);
  }

  TEST_CASE("where nobody knows what the earlier total was made of nothing is said") {
    Tally tally = compared({an_entry("a", 80, 90)}, {an_entry("a", 70, {})});
    tally.rows[0].earlier->parts.reset();
    CHECK(change_words(tally).empty());
  }
}
