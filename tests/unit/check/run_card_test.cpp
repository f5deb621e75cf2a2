#include "check/run.hpp"
#include "support/check_fixture.hpp"
#include "wording/width.hpp"

#include <sstream>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("check") {
  TEST_CASE("a card shows what the item asks, in either language") {
    const auto list = load_test_checklist(checklist_yaml);
    CHECK(item_card(*list.find("A-1"), Lang::en, 80) ==
          "A-1  Paid monthly (5 points)\n"
          "  standard: paid each month\n"
          "  basis: DF2008 第十二条 (source: " +
              std::string(wording(SourceStatus::verified).in(Lang::en)) +
              ")\n"
              "  deduct: 1) late  paid late, 1 off per month, at most 3\n"
              "          2) short  paid short, 2.5 off\n"
              "          3) zero-1  misused, all points off\n");
    const auto zh = item_card(*list.find("A-1"), Lang::zh, 80);
    CHECK(zh.starts_with("A-1  按月收缴（5 分）\n  标准：每月交纳\n"));
    CHECK(item_card(*list.find("V-1"), Lang::zh, 80).find("一票否决") != std::string::npos);
    CHECK(item_card(*list.find("A-2"), Lang::en, 80).find("a file is needed") != std::string::npos);
    CHECK(item_card(*list.find("A-3"), Lang::en, 80).find("at least 3 lectures") !=
          std::string::npos);
  }

  TEST_CASE("long texts are broken within the window") {
    auto list = load_test_checklist(checklist_yaml);
    for (int i = 0; i < 60; ++i) list.items[0].standard.zh += "每名党员每月按规定交纳";
    std::istringstream lines(item_card(list.items[0], Lang::zh, 60));
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= 60);
  }

  TEST_CASE("the bar grows with what is done") {
    CHECK(progress_bar(0, 4, 4) == "[····] 0/4");
    CHECK(progress_bar(3, 4, 4) == "[###·] 3/4");
    CHECK(progress_bar(0, 0, 4) == "[####] 0/0");
  }

  TEST_CASE("the card carries over the last quarter and what others said") {
    CheckFixture check;
    REQUIRE(check.say("p004", "A-1", answer("fail", "", "缺八月")));
    const auto basis = check.basis();
    Run run({check.key,
             basis,
             check.organisation,
             "p003",
             {{"A-1", {{2026, 3}, answer("deduct", "late")}}}},
            check.state(), {});
    run.answer("j A-1", {});
    const auto card = run.card();
    CHECK(card.en.find("last time (2026Q3)") != std::string::npos);
    CHECK(card.zh.find("已有答案：李四 不通过，缺八月") != std::string::npos);
    run.answer("m x", {});
    CHECK(run.card().empty());
  }

  TEST_CASE("the list marks every item with how it stands") {
    CheckFixture check;
    REQUIRE(check.say("p003", "A-1", answer("pass")));
    REQUIRE(check.say("p003", "B-1", answer("pass")));
    REQUIRE(check.say("p004", "B-1", answer("fail")));
    const auto basis = check.basis();
    Run run({check.key, basis, check.organisation, "p003"}, check.state(), {});
    const auto list = run.answer("l", {}).message.zh;
    CHECK(list.find("  [+] A-1") != std::string::npos);
    CHECK(list.find("> [ ] A-2") != std::string::npos);
    CHECK(list.find("  [!] B-1") != std::string::npos);
  }
}
