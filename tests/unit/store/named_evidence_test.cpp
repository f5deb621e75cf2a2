#include "store/named_evidence.hpp"

#include "support/ledgers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("store") {
  TEST_CASE("lines refer to evidence by its name and to documents by their first digits") {
    std::vector<Event> events{
        an_event(noon(), "a", {{"evidence", "aa.jpg;bb.pdf"}}),
        an_event(noon(1), "a", {{"org", "0123456789abcdef"}, {"doc", "fedcba9876543210"}})};
    EvidenceNames names;
    names.add(file_text(a_header(), events));
    names.add_name("cc.png");
    CHECK(names.has("aa.jpg"));
    CHECK(names.has("bb.pdf"));
    CHECK(names.has("cc.png"));
    CHECK(names.has("0123456789abcdef" + std::string(48, '0') + ".yaml"));
    CHECK(names.has("fedcba9876543210" + std::string(48, '0') + ".yaml"));
    CHECK_FALSE(names.has("aa.png"));
    CHECK_FALSE(names.has("0123456789abcdee" + std::string(48, '0') + ".yaml"));
  }
}
