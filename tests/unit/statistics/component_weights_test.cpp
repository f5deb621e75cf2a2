#include "statistics/component_weights.hpp"

#include "support/fractions.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Node composite() {
  return read_reference("statistics/reference/rank/expected_composite.json");
}

std::size_t component(const Node& reference, const std::string& name) {
  std::size_t number = 0;
  for (const Node& item : at(reference, "components").items) {
    if (item.text == name) return number;
    ++number;
  }
  return number;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("effective weights are those of the reference, and add up to one") {
    const Node reference = composite();
    std::vector<std::vector<Rational>> scores;
    for (const NodeEntry& row : at(reference, "scores").entries)
      scores.push_back(decimals(row.second));
    const auto weights = component_weights(decimals(at(reference, "nominal")), scores);
    const auto expected = numbers(at(reference, "effective"));
    REQUIRE(weights.size() == expected.size());
    Rational sum;
    for (std::size_t k = 0; k < expected.size(); ++k) {
      CHECK(is_near(weights[k].effective.approximately(), expected[k], 1e-12));
      sum += weights[k].effective;
    }
    CHECK(sum == Rational(1));
    CHECK(weights[0].is_off());
    CHECK(weights[1].is_off());
    CHECK_FALSE(weights[2].is_off());
  }

  TEST_CASE("smallest shifts are those of the reference") {
    const Node reference = composite();
    const auto nominal = decimals(at(reference, "nominal"));
    const Node& scores = at(reference, "scores");
    for (const Node& flip : at(reference, "flips").items) {
      const auto shift = smallest_shift(nominal, decimals(at(scores, at(flip, "above").text)),
                                        decimals(at(scores, at(flip, "below").text)));
      REQUIRE(shift.has_value() != at(flip, "min_shift").is_null());
      if (!shift) continue;
      CHECK(is_near(shift->shift.approximately(), number(at(flip, "min_shift")), 1e-12));
      CHECK(shift->from == component(reference, at(flip, "move").items[0].text));
      CHECK(shift->to == component(reference, at(flip, "move").items[1].text));
      CHECK(shift->is_small() == (number(at(flip, "min_shift")) < 0.05));
    }
  }

  TEST_CASE("where all totals are equal nothing decides and nothing is swapped") {
    const auto halves = decimals({"1", "1"});
    CHECK(component_weights(halves, {decimals({"90", "80"}), decimals({"80", "90"})}).empty());
    CHECK(component_weights(halves, {}).empty());
    CHECK_FALSE(smallest_shift(halves, decimals({"90", "80"}), decimals({"80", "90"})));
  }
}
