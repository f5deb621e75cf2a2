#include "audit/tests.hpp"
#include "support/audits.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

AuditText text(std::string branch, std::string words, std::size_t entry = 0) {
  std::string about = "26Q4/" + branch + "/dues/DF-04";
  return {std::move(branch), std::move(about), std::move(words), entry};
}

Ledger with_submission(const std::string& note) {
  Event event;
  event.at = *Instant::parse("2026-10-20T02:00:00.000Z");
  event.name = "problem.submit";
  event.subject = "26Q4-zb05-k7m2qx-1";
  event.person = "p005";
  event.fields = {{"note", note}};
  Ledger ledger;
  ledger.entries.push_back({event, 0, 2});
  return ledger;
}

}  // namespace

TEST_SUITE("audit") {
  TEST_CASE("the same words about two branches are asked about once") {
    const TestResult result = ask_copied_texts({text("zb01", "八月、九月党费没有按时收", 3),
                                                text("zb05", "八月 九月党费没有按时收。", 1),
                                                text("zb09", "公示栏是空的", 2)});
    REQUIRE(result.questions.size() == 1);
    const Question& question = result.questions[0];
    CHECK(question.about == About::branches);
    CHECK(question.ids == std::vector<std::string>{"zb01", "zb05"});
    CHECK(question.words.en.starts_with("Look at these words"));
    CHECK(question.words.en.find("2 places (zb01 and zb05)") != std::string::npos);
    CHECK(question.words.zh.find("（zb01、zb05）") != std::string::npos);
    CHECK(question.statistic == "1.00");
    CHECK(question.n == 2);
    CHECK(question.entries == std::vector<std::size_t>{1, 3});
    CHECK_FALSE(question.p.has_value());
  }

  TEST_CASE("nearly the same is said as that, by way of others too") {
    const TestResult result =
        ask_copied_texts({text("zb01", "会议记录缺少表决结果，也没有参会人员的签名"),
                          text("zb05", "会议记录缺少表决结果，也没有到会人员的签名"),
                          text("zb09", "会议记录缺少表决结果，也没有到会党员的签名")});
    REQUIRE(result.questions.size() == 1);
    CHECK(result.questions[0].n == 3);
    CHECK(std::stod(result.questions[0].statistic) < 1);
    CHECK(result.questions[0].words.en.find("nearly") != std::string::npos);
  }

  TEST_CASE("plain words and one's own branch are not asked about") {
    const TestResult result = ask_copied_texts({text("zb01", "未公示"), text("zb05", "未公示"),
                                                text("zb01", "八月九月党费没有按时收"),
                                                text("zb01", "八月九月党费没有按时收")});
    CHECK(result.questions.empty());
    CHECK(result.remark.en.find("1 text of fewer than 8 letters") != std::string::npos);
    CHECK_FALSE(ask_copied_texts({}).too_little.empty());
  }

  TEST_CASE("texts are notes of findings, and long ones about rectifying") {
    AuditVisit visit = a_visit("2026Q4", "zb05", "p1", "10");
    visit.items[0].note = "八月未收";
    const auto texts = texts_of({visit}, with_submission("已召开支委会，逐人核对并补收八月党费"),
                                Zone(), last_quarter);
    REQUIRE(texts.size() == 2);
    CHECK(texts[0].about == "26Q4/zb05/basics/A-0");
    CHECK(texts[1].branch == "zb05");
    CHECK(texts_of({}, with_submission("已整改"), Zone(), last_quarter).empty());
    CHECK(texts_of({}, with_submission("〔已隐去 redacted〕〔已隐去 redacted〕"), Zone(),
                   last_quarter)
              .empty());
  }

  TEST_CASE("words about what was on the list already count") {
    std::vector<AuditVisit> visits{a_visit("2026Q4", "zb05", "p1", "11"),
                                   a_visit("2026Q4", "zb09", "p2", "11")};
    for (AuditVisit& visit : visits) {
      visit.known.push_back(visit.items.back());
      visit.items.pop_back();
      visit.known[0].note = "八月九月党费没有按时收";
    }
    CHECK(ask_copied_texts(texts_of(visits, {}, Zone(), last_quarter)).questions.size() == 1);
  }
}
