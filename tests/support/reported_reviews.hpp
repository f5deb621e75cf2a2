#pragma once

#include "report/review_list.hpp"
#include "support/reviews.hpp"

#include <string>
#include <utility>
#include <vector>

namespace sihu::test {

/// The reviews of a quarter, as `review_list` takes them.
struct Reported {
  Organisation organisation = reviewing();
  ReviewState state;

  explicit Reported(std::vector<Event> events = {})
      : state(fold_review(one_file_ledger(std::move(events)), reviewed_quarter)) {}

  ReviewList list(ReviewMethod method, const std::vector<OpenedSheet>& sheets) const {
    ReviewList made{state, organisation, method};
    made.results = review_results({"a", "b", "c"}, sheets, {method, 3, {}, "2026Q4"});
    return made;
  }
};

/// Three sheets about a, one about b.
inline const std::vector<OpenedSheet> three_sheets{opened("pb", "a", 60, "", "one"),
                                                   opened("pc", "a", 70, "", "two"),
                                                   opened("x", "a", 80), opened("pa", "b", 90)};

}  // namespace sihu::test
