#include "store/organisation_cache.hpp"

#include "support/workspaces.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("what was kept holds for the same texts alone, in the same order") {
    const TemporaryFolder folder;
    KnownOrganisation known;
    known.organisation.id = "nrpb";
    CHECK_FALSE(OrganisationCache::open(folder.path(), "text"));
    save_organisation(folder.path(), "text", {"one", "two"}, known);
    auto cache = OrganisationCache::open(folder.path(), "text");
    REQUIRE(cache);
    CHECK(cache->known().organisation.id == "nrpb");
    CHECK(cache->holds_for({"one", "two"}));
    CHECK_FALSE(cache->holds_for({"two", "one"}));
    CHECK_FALSE(cache->holds_for({"onetwo"}));
    CHECK_FALSE(cache->holds_for({"one"}));
    CHECK_FALSE(OrganisationCache::open(folder.path(), "texd"));
  }
}
