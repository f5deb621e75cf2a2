#include "store/libxlsxwriter.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("libxlsxwriter is found, and the same each time") {
    const Libxlsxwriter* const library = libxlsxwriter();
    REQUIRE(library);
    CHECK((library->new_workbook && library->set_footer));
    CHECK(libxlsxwriter() == library);
  }
}
