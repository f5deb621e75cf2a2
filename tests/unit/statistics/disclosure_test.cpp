#include "statistics/disclosure.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("statistics") {
  TEST_CASE("what fewer than three gave is withheld, and with it what would tell") {
    using Groups = std::vector<bool>;
    CHECK(withheld_groups({5, 4, 3}) == Groups{false, false, false});
    CHECK(withheld_groups({5, 2, 4}) == Groups{false, true, true});
    CHECK(withheld_groups({5, 2, 1}) == Groups{false, true, true});
    CHECK(withheld_groups({5, 1, 1, 6}) == Groups{true, true, true, false});
    CHECK(withheld_groups({0, 4}) == Groups{false, false});
    CHECK(withheld_groups({2}) == Groups{true});
    CHECK(withheld_groups({4, 5}, 5) == Groups{true, true});
  }
}
