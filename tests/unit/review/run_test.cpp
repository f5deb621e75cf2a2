#include "review/run.hpp"

#include "support/reviews.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Somebody of branch a reviews b and c.
struct Conversation {
  Organisation organisation = reviewing();
  Rubric rubric = a_rubric();
  ReviewRun run{
      {reviewed_quarter, rubric, "pa", {&organisation.branches[1], &organisation.branches[2]}}};

  ReviewReply type(const std::vector<std::string>& lines) {
    ReviewReply reply;
    for (const std::string& line : lines) reply = run.answer(line);
    return reply;
  }
};

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("a sheet goes out when all of it is given, and the next branch is asked") {
    Conversation talk;
    CHECK(talk.run.card().en.find("b B (1/2), from 1 to 5") != std::string::npos);
    CHECK(talk.run.card().en.find("1 late; 5 prompt") != std::string::npos);
    CHECK(talk.run.prompt().en == "b C1> ");
    CHECK(talk.type({"4", "３．5"}).kind == ReviewReply::Kind::moved);
    CHECK(talk.run.prompt().en == "b comment> ");
    const ReviewReply reply = talk.type({"  好  "});
    REQUIRE(reply.kind == ReviewReply::Kind::hand_in);
    CHECK(reply.sheet.key == sheet_key("b", "pa"));
    CHECK(write_scores(reply.sheet.sheet) == "C1=4;C2=3.5");
    CHECK(reply.sheet.sheet.comment == "好");
    talk.run.handed_in();
    CHECK(talk.run.prompt().en == "c C1> ");
    CHECK(talk.type({"1", "1", ""}).sheet.sheet.comment == "");
    talk.run.handed_in();
    CHECK(talk.run.over());
    CHECK(talk.run.handed_in_count() == 2);
  }

  TEST_CASE("what is no score of the scale is asked again, with a reason") {
    Conversation talk;
    for (const char* line : {"6", "0", "x", "", "1.555"}) {
      const ReviewReply reply = talk.type({line});
      CHECK(reply.wrong);
      CHECK_FALSE(reply.message.empty());
      CHECK(talk.run.prompt().en == "b C1> ");
      CHECK(talk.run.card().empty());
    }
  }

  TEST_CASE("back, skip, help and quit record nothing") {
    Conversation talk;
    CHECK(talk.type({"b"}).wrong);
    talk.type({"4", "b"});
    CHECK(talk.run.prompt().en == "b C1> ");
    CHECK_FALSE(talk.type({"？"}).wrong);
    talk.type({"4", "4", "b"});
    CHECK(talk.run.prompt().en == "b C2> ");
    talk.type({"s"});
    CHECK(talk.run.prompt().en == "c C1> ");
    CHECK(talk.type({"ｑ"}).kind == ReviewReply::Kind::quit);
    CHECK(talk.run.handed_in_count() == 0);
  }

  TEST_CASE("a page of a comment is too long, and a refused sheet is asked anew") {
    Conversation talk;
    CHECK(talk.type({"4", "4", std::string(3000, 'x')}).wrong);
    CHECK(talk.type({"short"}).kind == ReviewReply::Kind::hand_in);
    talk.run.refused();
    CHECK(talk.run.prompt().en == "b C1> ");
  }

  TEST_CASE("what was begun and is left lying is said, with how to hand it in") {
    Conversation talk;
    CHECK(talk.run.half_sheet().empty());
    talk.type({"4"});
    CHECK(talk.run.half_sheet().en ==
          "the sheet about b is not handed in (1 of 2 given), and not kept; to hand it in, begin "
          "it anew with sihu review run 2026Q4 b");
    CHECK(talk.type({"4", "s"}).message.zh.find("评 b 的表没有交（2 项打了 2 项）") == 0);
    CHECK(talk.type({"s"}).message.empty());
    CHECK(talk.run.half_sheet().empty());
  }

  TEST_CASE("how many there are, and whose sheet will be replaced, stands at the top") {
    const Conversation talk;
    ReviewRun run({reviewed_quarter,
                   talk.rubric,
                   "pa",
                   {&talk.organisation.branches[1], &talk.organisation.branches[2]},
                   {"c"}});
    CHECK(run.card().en.find("b B (1/2), from 1 to 5") != std::string::npos);
    CHECK(run.card().en.find("replaces it") == std::string::npos);
    run.closed();
    CHECK(run.card().zh.find("c 丙（2/2）") != std::string::npos);
    CHECK(run.card().zh.find("已有你评它的表，这次交了就替换") != std::string::npos);
    CHECK(run.handed_in_count() == 0);
  }
}
