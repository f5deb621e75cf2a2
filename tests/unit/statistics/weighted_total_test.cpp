#include "statistics/weighted_total.hpp"

#include "support/fractions.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<WeightedPart> parts_of(const Node& list) {
  std::vector<WeightedPart> parts;
  for (const Node& item : list.items) {
    WeightedPart part{decimal(at(item, "weight").text), decimal(at(item, "full").text), {}};
    if (!at(item, "score").is_null()) part.score = decimal(at(item, "score").text);
    parts.push_back(part);
  }
  return parts;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("totals are the fractions of the reference") {
    const Node reference = read_reference("statistics/reference/rank/expected_rank.json");
    for (const Node& expected : at(reference, "totals").items) {
      CAPTURE(at(expected, "name").text);
      const WeightedTotal got = weighted_total(parts_of(at(expected, "items")));
      CHECK(got.coverage.fraction() == at(expected, "coverage").text);
      REQUIRE(got.total.has_value() != at(expected, "total_exact").is_null());
      if (!got.total) continue;
      CHECK(got.total->fraction() == at(expected, "total_exact").text);
      CHECK(got.total->rounded() == at(expected, "total_half_up_2").text);
    }
  }

  TEST_CASE("no parts have no total") {
    CHECK_FALSE(weighted_total({}).total);
    CHECK(weighted_total({}).coverage.is_zero());
  }
}
