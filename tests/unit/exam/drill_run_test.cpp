#include "exam/drill_run.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct DrillTalk {
  Bank bank = small_bank();

  DrillTalk() {
    bank.questions[0].explanation = same("because of B");
    Basis basis;
    basis.law = "L";
    basis.title = same("The law");
    basis.article = same("Art. 3");
    basis.status = SourceStatus::unverified;
    bank.questions[0].basis = {basis};
  }
  DrillRun run(const std::string& id, const std::string& letters = "") const {
    return DrillRun({{"base/" + id, bank.find(id), 1, letters}});
  }
};

bool has(const Phrase& words, const std::string& part) {
  return words.en.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("after an answer it is said what is right, why, and by which rule") {
    const DrillTalk talk;
    DrillRun run = talk.run("s1", "DCBA");
    CHECK(has(run.card(125), "1/1  single choice  box 1  2:05 left"));
    CHECK(has(run.card(125), "  C. option B\n"));
    const auto wrong = run.answer("a");
    CHECK(wrong.kind == DrillReply::Kind::answered);
    CHECK_FALSE(wrong.right);
    CHECK(
        has(wrong.message, "wrong\nanswer: C. option B\nwhy: because of B\nbasis: The law Art. 3"));
    CHECK(has(wrong.message, "source: "));
    CHECK(run.answer("C").right);
    CHECK_FALSE(run.is_over());
    run.next();
    CHECK(run.is_over());
  }

  TEST_CASE("an answer may begin with / when one more is typed") {
    DrillTalk talk;
    talk.bank.questions.back().blanks = {{"/etc"}};
    const DrillRun run = talk.run(talk.bank.questions.back().id);
    CHECK(run.answer("/etc").wrong_line);
    CHECK(run.answer("//etc").right);
  }

  TEST_CASE(
      "of several right options all are wanted; judgments and blanks are judged as in tests") {
    const DrillTalk talk;
    CHECK(talk.run("m1", "ABCD").answer("ca").right);
    CHECK_FALSE(talk.run("m1", "ABCD").answer("a").right);
    CHECK(talk.run("j1").answer("对").right);
    CHECK(talk.run("j1").answer("F").message.zh.find("答案：对") != std::string::npos);
    CHECK(talk.run("b1").answer("１５").right);
    CHECK(has(talk.run("b1").answer("16").message, "answer: 15\n"));
  }

  TEST_CASE("who does not know says so, and what can be no answer is asked again") {
    const DrillTalk talk;
    const DrillRun run = talk.run("s1", "ABCD");
    const auto unknown = run.answer("／-");
    CHECK(unknown.kind == DrillReply::Kind::answered);
    CHECK_FALSE(unknown.right);
    CHECK(run.answer("E").kind == DrillReply::Kind::stay);
    CHECK(run.answer("E").wrong_line);
    CHECK(run.answer("/z").wrong_line);
    CHECK_FALSE(run.answer("").wrong_line);
    CHECK(run.answer("/q").kind == DrillReply::Kind::quit);
  }
}
