#include "exam/short_answers.hpp"

#include "base/sealed_box.hpp"
#include "exam/mark_answers.hpp"
#include "support/short_papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Event points(const ShortPaper& paper, const std::string& of, const std::string& question,
             const std::string& by, const std::string& value, const std::string& role) {
  return event_of_draft({"test.points",
                         subject_of(paper.key(of, question)),
                         {{"question", question}, {"points", value}}},
                        by, role);
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a paper with an unmarked short answer waits, and an unanswered question is nobody's") {
    ShortPaper paper;
    paper.hand_in("pa", {"T", "words", ""});
    paper.hand_in("qa", {"T", "", ""});
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    REQUIRE(marked.waiting.size() == 1);
    CHECK(marked.waiting[0]->person == "pa");
    REQUIRE(marked.papers.size() == 1);
    CHECK(marked.papers[0].sitting.mark() == Rational(1));
    REQUIRE(marked.short_answers.size() == 1);
    CHECK(marked.short_answers[0].response == "words");
    CHECK(marked.short_answers[0].settled.awaits == AwaitedMarker::first);
    const auto branches = branch_tests(state, the_paper, paper.paper, paper.organisation, marked);
    CHECK(branches[0].sat == 2);
    CHECK(branches[0].waiting == 1);
    const auto refused = record_marks(state, the_paper, paper.paper, marked, branches,
                                      *paper.organisation.find_person("x"), Date(2026, 12, 31));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults[0].name == "answers-wait");
  }

  TEST_CASE("the mean of two near marks counts, in points of the section") {
    ShortPaper paper;
    paper.hand_in("pa", {"T", "words", ""});
    paper.events.push_back(points(paper, "pa", "base/t1", "pb", "4", "secretary"));
    paper.events.push_back(points(paper, "pa", "base/t1", "pb", "0", "secretary"));
    paper.events.push_back(points(paper, "pa", "base/t1", "x", "5", "committee"));
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    REQUIRE(marked.papers.size() == 1);
    CHECK(marked.papers[0].sitting.mark() == Rational(11, 2));
  }

  TEST_CASE("what the own branch gave, what is too much and what nobody may give is left out") {
    ShortPaper paper;
    paper.hand_in("qa", {"T", "words", ""});
    paper.events.push_back(points(paper, "qa", "base/t1", "pa", "5", "secretary"));
    paper.events.push_back(points(paper, "qa", "base/t1", "x", "6", "committee"));
    paper.events.push_back(points(paper, "qa", "base/t1", "pb", "5", "member"));
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    REQUIRE(marked.short_answers.size() == 1);
    CHECK(marked.short_answers[0].given.empty());
    CHECK(marked.short_answers[0].left_out == 2);
  }

  TEST_CASE("sealed points are read with the committee's key, each under its own line") {
    ShortPaper paper;
    paper.organisation = examined("{key: 'x25519:" + box_public_key(paper.secret) + "'}");
    paper.hand_in("pa", {"T", "words", "more"});
    const auto now = paper.state();
    const auto given = give_points(paper.scene(now, "pb"), paper.mark(now),
                                   {{paper.key("pa", "base/t1"), Rational(3)}});
    REQUIRE(given);
    const Draft& draft = given->drafts[0];
    paper.events.push_back(event_of_draft(draft, "pb", "secretary"));
    paper.events.push_back(event_of_draft(draft, "x", "committee"));  // copied under another name
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    const std::vector<GivenPoints> expected{{"pb", Rational(3)}};
    CHECK(marked.short_answers[0].given == expected);
    CHECK(marked.short_answers[0].left_out == 1);
    const auto written = paper.events.back().get("points");
    CHECK(written.size() > sealed_points_bytes);
  }

  TEST_CASE("marks of another draw's form are not this one's, and older lines name none") {
    ShortPaper paper;
    paper.hand_in("pa", {"T", "words", ""});
    const auto give = [&](const std::string& by, const char* form, const char* value) {
      paper.events.push_back(
          event_of_draft({"test.points",
                          subject_of(paper.key("pa", "base/t1")),
                          {{"question", "base/t1"}, {"points", value}, {"paper", form}}},
                         by));
    };
    give("pb", "ffffffffffffffff", "5");
    give("pb", paper.recorded.key.name.c_str(), "3");
    give("x", "", "4");
    const auto state = paper.state();
    const std::vector<GivenPoints> expected{{"pb", Rational(3)}, {"x", Rational(4)}};
    CHECK(paper.mark(state).short_answers[0].given == expected);
  }

  TEST_CASE("marks are of the paper that was read, and not of another that the person handed in") {
    ShortPaper paper;
    paper.hand_in("pa", {"T", "words", ""});
    paper.events.back().check = "aaaaaaaaaaaaaaaa";
    for (const char* by : {"pb", "x"}) {
      paper.events.push_back(points(paper, "pa", "base/t1", by, "4", "committee"));
      paper.events.back().fields.push_back({"handed", "bbbbbbbbbbbbbbbb"});
    }
    const auto state = paper.state();
    CHECK(paper.mark(state).waiting.size() == 1);
    for (std::size_t i = paper.events.size() - 2; i < paper.events.size(); ++i)
      paper.events[i].fields.back().value = "aaaaaaaaaaaaaaaa";
    const auto read = paper.state();
    REQUIRE(paper.mark(read).papers.size() == 1);
    CHECK(paper.mark(read).papers[0].sitting.mark() == Rational(5));
  }

  TEST_CASE("short answers are there to be marked before the key of their paper is published") {
    ShortPaper paper;
    paper.hand_in("pa", {"T", "words", "more"});
    paper.bank.questions[0].key.clear();
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    CHECK(marked.papers.empty());
    CHECK(marked.keyless.size() == 1);
    CHECK(marked.short_answers.size() == 2);
  }
}
