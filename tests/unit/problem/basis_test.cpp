#include "problem/basis.hpp"

#include <doctest/doctest.h>

using namespace sihu;

TEST_SUITE("problem") {
  TEST_CASE("a basis names law and article, and how far the source was verified") {
    Item item;
    CHECK(basis_text(item).empty());
    item.basis = {
        {"DF2008", {"党费办法", "Dues Rules"}, {"第十二条", "Art. 12"}, SourceStatus::verified},
        {"XX", {}, {}, SourceStatus::unverified}};
    CHECK(basis_text(item).en.starts_with("Dues Rules, Art. 12 (verified); XX ("));
    CHECK(basis_text(item).zh.starts_with("《党费办法》第十二条（已核对）；《XX》（"));
    item.basis = {{"DF2008", {"《党费办法》", "Dues Rules"}, {}, SourceStatus::none}};
    CHECK(basis_text(item) == Phrase{"《党费办法》", "Dues Rules"});
    item.status = SourceStatus::verified;
    CHECK(basis_text(item) == Phrase{"《党费办法》（已核对）", "Dues Rules (verified)"});
  }
}
