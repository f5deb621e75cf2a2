#include "report/rectification_list.hpp"

#include "support/returned.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("the rectification ledger has the headings of offices and what the lines say") {
    ReturnedOffice office;
    office.tell("p005", "problem.note", {{"note", "专人核对"}, {"kind", "measures"}});
    office.tell("p005", "problem.submit", {{"note", "已补收"}, {"evidence", "a.jpg"}});
    office.tell("p001", "problem.reject", {{"note", "缺收据"}});
    const auto list = office.offices.fold();
    ListContext context{office.organisation, office.workdays, office.today};
    context.area = [](std::string_view, std::string_view) { return Phrase{"党费", "Dues"}; };
    const Table table = rectification_table({&list.problems.front()}, office.offices.ledger(),
                                            office.offices.zone(), context);
    std::string headings;
    for (const Column& column : table.columns) headings += column.heading.zh + "、";
    CHECK(
        headings ==
        "序号、问题编号、来源、检查方面、检查项、问题、依据、严重程度、整改类型、责任单位、责任人、"
        "牵头领导、督办人、整改目标、整改措施、发现日期、整改时限、延期至、整改进展、完成情况、"
        "完成日期、佐证材料、申请销号日期、复核人、复核结论、销号日期、回头看日期、回头看结果、"
        "状态、备注、");
    const std::string row = render(table, Format::tsv, {.lang = Lang::zh});
    CHECK(row.find("党费") != std::string::npos);
    CHECK(row.find("专人核对") != std::string::npos);
    CHECK(row.find("已补收\t\ta.jpg\t\t赵一\t退回\t") != std::string::npos);
    CHECK(row.ends_with("open\t缺收据\n"));
  }

  TEST_CASE("the problem list of offices") {
    const ReturnedOffice office;
    const auto list = office.offices.fold();
    const Table table =
        office_list({&list.problems.front()}, {office.organisation, office.workdays, office.today});
    std::string headings;
    for (const Column& column : table.columns) headings += column.heading.zh + "、";
    CHECK(
        headings ==
        "序号、问题编号、受检支部、检查项、问题描述、依据条款、严重程度、发现日期、检查人、佐证、");
    REQUIRE(table.rows.size() == 1);
    CHECK(render(table, Format::tsv, {}).find("\t2026-10-12\t赵一\t") != std::string::npos);
  }

  TEST_CASE("headings are known in both languages and as keys") {
    CHECK(rectification_key("整改措施") == "measures");
    CHECK(rectification_key("measures") == "measures");
    CHECK(rectification_key("what was done") == "completion");
    CHECK(rectification_key("序号") == "no");
    CHECK(rectification_key("别的").empty());
  }

  TEST_CASE("people of one name have their ids beside it") {
    Organisation organisation = an_organisation();
    CHECK(ledger_person(organisation, "p006").zh == "吴六");
    organisation.people.push_back(a_person("p910", {"吴六", "Wu B"}, "zb07"));
    CHECK(ledger_person(organisation, "p006").zh == "吴六（p006）");
    CHECK(ledger_person(organisation, "p001").zh == "赵一");
  }
}
