#include "store/verify_omissions.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("lines left out are a note in an extract, and a fault in a whole workspace") {
    const std::vector<std::string> files{"ledger/2026Q4/zb03.k7m2qx.tsv"};
    Verification found;
    check_omissions({}, files, "", found);
    CHECK(found.faults.empty());
    FewLines omitted;
    omitted.add("b", 0, 5);
    omitted.add("a", 0, 4);
    check_omissions(omitted, files, "zb05", found);
    CHECK(found.faults.empty());
    REQUIRE(found.notes.size() == 1);
    CHECK(found.notes[0].what.en.find("2 lines") != std::string::npos);
    check_omissions(omitted, files, "", found);
    REQUIRE(found.faults.size() == 1);
    CHECK(to_string(found.faults[0].place) == "ledger/2026Q4/zb03.k7m2qx.tsv:4");
    CHECK(found.faults[0].name == "line-omitted");
  }
}
