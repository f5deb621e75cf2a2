#include "store/libarchive.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("store") {
  TEST_CASE("libarchive is loaded with every function that is used, once") {
    const Libarchive* const library = libarchive();
    REQUIRE(library);
    CHECK(library == libarchive());
    archive* const reader = library->read_new();
    REQUIRE(reader);
    CHECK(library->read_support_format_zip(reader) == ARCHIVE_OK);
    CHECK(library->read_free(reader) == ARCHIVE_OK);
  }
}
