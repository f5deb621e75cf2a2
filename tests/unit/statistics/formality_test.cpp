#include "statistics/formality.hpp"

#include "support/sheets.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("statistics") {
  TEST_CASE("the two who look away are asked, and nobody else") {
    std::vector<std::size_t> asked;
    for (const FormalitySigns& signs : formality_signs(reference_sheets()))
      if (signs.is_worth_a_question()) asked.push_back(signs.inspector);
    CHECK(asked == std::vector<std::size_t>{3, 8});
  }

  TEST_CASE("one sign alone asks nobody") {
    const auto signs = formality_signs(reference_sheets());
    REQUIRE(signs.size() == 12);
    CHECK(signs[3].count() == 3);
    CHECK(FormalitySigns{0, true, false, false}.count() == 1);
    CHECK_FALSE(FormalitySigns{0, true, false, false}.is_worth_a_question());
    CHECK(formality_signs({}).empty());
  }
}
