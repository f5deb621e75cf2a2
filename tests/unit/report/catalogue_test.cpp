#include "report/catalogue.hpp"

#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("the other language comes from the checklist, the own one from the line") {
    const Organisation organisation = an_organisation();
    const Workdays workdays = a_calendar();
    Item item;
    item.title = {"改过的标题", "Dues are collected monthly"};
    ListContext context{organisation, workdays, Date(2026, 10, 20)};
    CHECK(title_of(a_problem(), context) == same("按月足额收缴"));
    context.catalogue = [&](std::string_view, std::string_view id) {
      return id == "DF-02" ? &item : nullptr;
    };
    CHECK(title_of(a_problem(), context) == Phrase{"按月足额收缴", "Dues are collected monthly"});
    item.basis = {
        {"DF2008", {"党费办法", "Dues Rules"}, {"第十二条", "Art. 12"}, SourceStatus::none}};
    CHECK(basis_of(a_problem(), context) == Phrase{"《党费办法》第十二条", "Dues Rules, Art. 12"});
  }

  TEST_CASE("names stand for ids, and an unknown id for itself") {
    const Organisation organisation = an_organisation();
    CHECK(branch_phrase(organisation, "zb05").en == "Branch Five");
    CHECK(branch_phrase(organisation, "zb99").zh == "zb99");
    CHECK(person_names(organisation, {"p005", "p900", "p404"}) ==
          Phrase{"周五、冯九、p404", "Zhou, Feng, p404"});
  }
}
