#include "plan/partners.hpp"

#include "base/chance.hpp"
#include "plan/assign.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace sihu;

namespace {

using Pairs = std::vector<std::pair<int, int>>;

std::vector<PricedVisit> both_ways(const Pairs& pairs) {
  std::vector<PricedVisit> priced;
  for (const auto& [a, b] : pairs) {
    priced.push_back({{a, b}, 0});
    priced.push_back({{b, a}, 0});
  }
  return priced;
}

bool is_even(const std::vector<int>& each, const std::vector<Visit>& visits) {
  std::vector<int> made(each.size());
  std::vector<int> got(each.size());
  for (const Visit& visit : visits) {
    ++made[slot(visit.from)];
    ++got[slot(visit.to)];
  }
  return made == each && got == each && !first_mutual(visits);
}

}  // namespace

TEST_SUITE("plan") {
  TEST_CASE("pairs are chosen so that each branch is in as many as it wants") {
    const Pairs ring{{0, 1}, {1, 2}, {2, 3}, {0, 3}, {0, 2}};
    CHECK(choose_pairs({2, 2, 2, 2}, ring) == Pairs{{0, 1}, {1, 2}, {2, 3}, {0, 3}});
    CHECK(choose_pairs({3, 2, 3, 2}, ring)->size() == 5);
    CHECK_FALSE(choose_pairs({2, 2, 2, 3}, ring));
    CHECK_FALSE(choose_pairs({3, 3, 2, 2}, ring));
  }

  TEST_CASE("visits by pairs go the cheaper way") {
    auto priced = both_ways({{0, 1}, {1, 2}, {0, 2}});
    priced[0].cost = 5;  // 0 inspects 1
    CHECK(visits_by_pairs({1, 1, 1}, priced) == std::vector<Visit>{{0, 2}, {1, 0}, {2, 1}});
    priced[1].cost = 9;  // 1 inspects 0
    CHECK(visits_by_pairs({1, 1, 1}, priced) == std::vector<Visit>{{0, 1}, {1, 2}, {2, 0}});
    CHECK_FALSE(visits_by_pairs({1, 1, 1, 1}, both_ways({{0, 1}, {1, 2}, {0, 2}})));
  }

  TEST_CASE("they are found wherever a search finds some, and never else") {
    Chance chance(3);
    int none = 0;
    for (int i = 0; i < 200; ++i) {
      const int n = 4 + static_cast<int>(chance.below(4));
      const int k = 1 + static_cast<int>(chance.below(static_cast<std::uint64_t>((n - 1) / 2)));
      Pairs pairs;
      for (int a = 0; a < n; ++a)
        for (int b = a + 1; b < n; ++b)
          if (chance.below(4) != 0) pairs.emplace_back(a, b);
      const std::vector<int> each(slot(n), k);
      const auto visits = visits_by_pairs(each, both_ways(pairs));
      AssignTask task{std::vector<Load>(slot(n), {k, k}), each, both_ways(pairs)};
      const Assignment found = assign(task);
      if (found.visits) CHECK(visits.has_value());
      if (found.proved && !found.visits) CHECK_FALSE(visits.has_value());
      if (visits)
        CHECK(is_even(each, *visits));
      else
        ++none;
    }
    CHECK(none > 20);
  }
}
