#include "review/apart.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Event with(Event event, const std::string& check, const std::string& after = "") {
  event.check = check;
  if (!after.empty()) event.fields.push_back({"after", after});
  return event;
}

std::string said(std::vector<Event> events) {
  const Ledger ledger = one_file_ledger(std::move(events));
  std::string text;
  for (const ReviewApart& apart : reviews_apart(ledger))
    text += std::to_string(apart.entry) + " for " + std::to_string(apart.counts) + ", ";
  return text;
}

const SheetKey key = sheet_key("b", "pa");

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("a sheet that replaces one it knows is no news, two that did not know each other are") {
    CHECK(said({with(sheet_event(key, "C1=1"), "c1"), with(sheet_event(key, "C1=2"), "c2", "c1")})
              .empty());
    CHECK(said({with(sheet_event(key, "C1=1"), "c1"), with(sheet_event(key, "C1=2"), "c2")}) ==
          "0 for 1, ");
    CHECK(said({with(sheet_event(key, "C1=1"), "c1"), with(sheet_event(key, "C1=2"), "c2", "c1"),
                with(sheet_event(key, "C1=3"), "c3", "c1")}) == "1 for 2, ");
  }

  TEST_CASE("one's own sheet counts before the committee's, whichever came first") {
    CHECK(said({with(sheet_event(key, "C1=1"), "c1"), with(sheet_event(key, "C1=2", "x"), "c2")}) ==
          "1 for 0, ");
  }

  TEST_CASE("of two recorded results the first counts, and each subject is one of its own") {
    const auto two = {with(result_event("b", "80", 3), "c1"),
                      with(result_event("b", "70", 4), "c2"),
                      with(result_event("c", "70", 4), "c3")};
    CHECK(said(two) == "1 for 0, ");
    const Ledger ledger = one_file_ledger(two);
    CHECK(reviews_apart(ledger).at(0).why(ledger).en ==
          "written without knowing ledger/2026Q4/hq.k7m2qx.tsv:2, which counts instead");
  }

  TEST_CASE("only subjects with two lines that rest on the same one need to be looked at") {
    const auto trace = [](std::uint64_t subject, std::uint64_t after) {
      return ReviewTrace{subject, after};
    };
    CHECK(forked_reviews({trace(1, 0), trace(2, 0), trace(1, 5), trace(2, 6)}).empty());
    const auto forked = forked_reviews({trace(1, 0), trace(2, 7), trace(3, 7), trace(2, 7)});
    CHECK(forked.size() == 1);
    CHECK(forked.contains(2));
  }
}
