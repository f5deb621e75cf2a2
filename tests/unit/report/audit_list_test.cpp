#include "report/audit_list.hpp"

#include "support/check_fixture.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Audit some_audit() {
  Question question;
  question.test = AuditTest::leniency;
  question.ids = {"p003"};
  question.words = phrase(Text{"请问 p003", "Ask p003"});
  question.statistic = "6.2";
  question.p = 0.000012;
  question.q = 0.0123;
  question.n = 8;
  question.items = {"a", "b", "c", "d"};
  question.entries = {0};
  TestResult leniency{AuditTest::leniency, {question}, 6, same("2026Q4"), {}, {}};
  TestResult pace;
  pace.test = AuditTest::pace;
  pace.too_little = phrase(Text{"太少", "too few"});
  return {{2026, 4}, {leniency, pace}, {}};
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a question has its figures for programs, and a name for people") {
    CheckFixture check;
    check.ledger.files.push_back(
        {"2026Q4/zb01.k7m2qx.tsv", {"demo", {2026, 4}, "zb01", "k7m2qx"}, 1});
    check.add("p003", "check.begin", "26Q4/zb05/dues", {});
    const auto problems = check.problems();
    const OverviewScene scene{check.ledger, check.organisation,
                              check.zone,   problems,
                              check.today,  [](const CheckState&) { return nullptr; }};
    const Table table = question_table(some_audit(), scene);
    const std::string json = render(table, Format::jsonl, {Lang::en, 0, false});
    CHECK(json.find(R"("test":"leniency","about":"person","ids":["p003"],"names":"张三")") !=
          std::string::npos);
    CHECK(json.find(R"("p":"1.2e-05","q":"0.0123","n":8,"items":["a","b","c","d"])") !=
          std::string::npos);
    CHECK(json.find(R"("lines":["2026Q4/zb01.k7m2qx.tsv:2"])") != std::string::npos);
    CHECK(json.find(R"("question":"Ask 张三")") != std::string::npos);
    const std::string shown = render(table, Format::table, {Lang::en, 0, false});
    CHECK(shown.find("< 0.0001") != std::string::npos);
    CHECK(shown.find("a b c … (4)") != std::string::npos);
  }

  TEST_CASE("a question names whom it asks, and leaves alone what only looks like an id") {
    const CheckFixture check;
    Question question;
    question.ids = {"p003"};
    question.words =
        phrase(Text{"请问 p003：26Q4/p003/x、p0031、-p003", "Ask p003, not 1p003 or p003/x"});
    const Phrase words = question_words(question, check.organisation);
    CHECK(words.zh == "请问 张三：26Q4/p003/x、p0031、-p003");
    CHECK(words.en == "Ask 张三, not 1p003 or p003/x");
  }

  TEST_CASE("a test that could not be made says why") {
    const std::string csv =
        render(audit_test_table(some_audit()), Format::csv, {Lang::en, 0, false});
    CHECK(csv.find("\nleniency,6,2026Q4,1,q<=0.05 |points|>=3,,") != std::string::npos);
    CHECK(csv.find(",too few,") != std::string::npos);
  }

  TEST_CASE("it ends by saying that these are questions") {
    const auto words = audit_words(some_audit());
    REQUIRE(words.size() == 2);
    CHECK(words[0].en == "to ask: 1 question");
    CHECK(words[1].en.starts_with("these are questions, not verdicts"));
    CHECK(audit_words({{2026, 4}, {}, {}}).at(0).en == "there is nothing to ask of 2026Q4");
  }

  TEST_CASE("one test is explained without repeating its name, all with it") {
    CHECK(render(audit_explanation({AuditTest::pace}), Format::table, {Lang::en, 0, false})
              .starts_with("part"));
    CHECK(render(audit_explanation({AuditTest::pace, AuditTest::clock}), Format::table,
                 {Lang::en, 0, false})
              .starts_with("test"));
    CHECK(audit_explanation({AuditTest::pace, AuditTest::clock}).rows.size() == 14);
  }
}
