#include "appraise/run.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Step = AppraiseReply::Step;

// A conversation about the three items.
struct Talk {
  Checklist checklist = appraised_checklist();
  AppraiseRun run{"pa", appraised_items(checklist, nullptr, appraised_half)};
};

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("points, then why, then the next item, digits of a Chinese input method too") {
    Talk talk;
    CHECK(talk.run.prompt().en == "pa A-01> ");
    CHECK(talk.run.answer("１２．５").step == Step::moved);
    CHECK(talk.run.prompt().en == "pa A-01 why> ");
    const auto reply = talk.run.answer("the books agree");
    REQUIRE(reply.step == Step::record);
    CHECK(reply.mark.mark.points == Rational(25, 2));
    CHECK(reply.mark.reason == "the books agree");
    talk.run.recorded();
    CHECK(talk.run.prompt().en == "pa A-02> ");
    CHECK(talk.run.recorded_count() == 1);
  }

  TEST_CASE("too many points and no reason are asked again") {
    Talk talk;
    CHECK(talk.run.answer("31").wrong);
    CHECK(talk.run.answer("much").wrong);
    talk.run.answer("na");
    CHECK(talk.run.answer(" ").wrong);
    CHECK(talk.run.answer("new in office").step == Step::record);
    talk.run.refused();
    CHECK(talk.run.prompt().en == "pa A-01> ");
  }

  TEST_CASE("back, skip, help and quit") {
    Talk talk;
    CHECK(talk.run.answer("b").wrong);
    CHECK_FALSE(talk.run.answer("?").message.empty());
    CHECK(talk.run.answer("s").step == Step::moved);
    CHECK(talk.run.prompt().en == "pa A-02> ");
    talk.run.answer("b");
    CHECK(talk.run.prompt().en == "pa A-01> ");
    CHECK(talk.run.answer("ｑ").step == Step::quit);
    for (int i = 0; i < 3; ++i) talk.run.answer("s");
    CHECK(talk.run.over());
  }
}
