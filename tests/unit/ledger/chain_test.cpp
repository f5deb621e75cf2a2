#include "ledger/chain.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("ledger") {
  // printf '#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2qx' | sha256sum | cut -c1-16
  TEST_CASE("a check is what sha256sum says of the previous check and the line") {
    const std::string header = chain_check("", "#sihu\t1\tnrpb\t2026Q4\tzb03\tk7m2qx");
    CHECK(header == "172fb076ddbfd3df");
    CHECK(chain_check(header, "a line") == "d1d4b25f04610eff");
  }

  TEST_CASE("the check of a line is what stands behind its last tab, also where there is none") {
    CHECK(check_of("a\tb\tc") == "c");
    CHECK(check_of("a\t").empty());
    CHECK(check_of("abc") == "abc");
  }
}
