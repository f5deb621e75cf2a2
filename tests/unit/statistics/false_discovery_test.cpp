#include "statistics/false_discovery.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("the example of 1995 has its rates, in any order") {
    const Node reference = detect_reference();
    const Node& example = at(reference, "bh_example_1995");
    auto p = numbers(at(example, "p"));
    auto expected = numbers(at(example, "bh"));
    CHECK(are_near(false_discovery_rates(p), expected, 1e-12));
    std::ranges::reverse(p);
    std::ranges::reverse(expected);
    const auto q = false_discovery_rates(p);
    CHECK(are_near(q, expected, 1e-12));
    CHECK(std::ranges::count_if(q, [](double one) { return one <= accepted_false_discoveries; }) ==
          std::stoi(at(example, "rejected_at_05").text));
    CHECK(false_discovery_rates({}).empty());
  }
}
