#include "store/libarchive.hpp"

#include <doctest/doctest.h>

#include <cerrno>

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

  TEST_CASE("what the machine fails at is told from what an archive is") {
    CHECK(is_of_system(EIO));
    CHECK(is_of_system(EACCES));
    CHECK_FALSE(is_of_system(EILSEQ));
    CHECK_FALSE(is_of_system(EINVAL));
    CHECK_FALSE(is_of_system(-1));
    CHECK_FALSE(is_of_system(0));
  }
}
