#include "store/basis.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("another time zone is another basis") {
    const TemporaryFolder here;
    const TemporaryFolder there;
    const auto basis = basis_of(make_workspace(here.path()));
    CHECK(basis == basis_of(make_workspace(here.path())));
    CHECK(basis != basis_of(make_workspace(there.path(), "timezone: Europe/Berlin\n")));
  }
}
