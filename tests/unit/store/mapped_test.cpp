#include "store/mapped.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("a mapped file has the file's bytes, also none") {
    const TemporaryFolder folder;
    put_file(folder.path() / "a", "台账\n");
    put_file(folder.path() / "empty", "");
    auto mapped = MappedFile::open(folder.path() / "a", "a").value();
    const MappedFile moved = std::move(mapped);
    CHECK(moved.bytes() == "台账\n");
    CHECK(MappedFile::open(folder.path() / "empty", "empty").value().bytes().empty());
    CHECK(MappedFile::open(folder.path() / "none", "none").error().kind == Kind::environment);
    CHECK(MappedFile::open(folder.path(), "folder").error().kind == Kind::environment);
  }
}
