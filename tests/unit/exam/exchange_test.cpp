#include "exam/exchange.hpp"

#include "support/banks.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("ids: what is wanted, else the prefix and a number, none twice") {
    QuestionIds ids("own", {"Q1", "own-2"});
    CHECK(ids.give("Q7") == "Q7");
    CHECK(ids.give("Q7") == "own-3");
    CHECK(ids.give("Q1") == "own-4");
    CHECK(ids.give("a name") == "own-5");
    CHECK(ids.give("") == "own-6");
    CHECK(ids.made_up() == 4);
    CHECK(ids.collided() == 2);
  }

  TEST_CASE("tags bring back what they were made of") {
    BankQuestion question = choice_question("Q1", "s", {"a", "b"}, "A");
    question.difficulty = 4;
    question.expected = Rational(3, 4);
    question.points = Rational(5, 2);
    question.basis = {{"ZB2018", same("ZB2018"), same("第四条"), SourceStatus::quoted},
                      {"JY", same("JY"), {}, SourceStatus::none}};
    question.valid_from = Date(2026, 1, 2);
    question.valid_until = Date(2026, 3, 4);
    question.status = "quoted";
    question.author = "zb01";
    question.choices[1].last = true;
    question.shuffle = false;
    question.draft = true;
    LossList lost;
    const auto tags = tags_of(question, {}, Lang::zh, true, lost);
    CHECK(lost.empty());
    BankQuestion again = choice_question("Q1", "s", {"a", "b"}, "A");
    for (const std::string& tag : tags) CHECK_MESSAGE(take_tag(tag, again), tag);
    CHECK(questions_text({again}) == questions_text({question}));
  }

  TEST_CASE("what no tag can hold is said") {
    BankQuestion question = bank_question("Q1", QuestionKind::judge, "s", "T");
    question.basis = {{"A", same("A"), same(std::string(50, 'x')), SourceStatus::none},
                      {"B", same("B"), same("[1]"), SourceStatus::none},
                      {"C", same("C"), same("ok"), SourceStatus::none}};
    question.readings = {same("r")};
    question.explanation = {"因为", "because"};
    LossList lost;
    CHECK(tags_of(question, {}, Lang::en, true, lost) == std::vector<std::string>{"basis:C|ok"});
    CHECK(lost.words().en == "basis (too long, or with , or | in it), readings, the other language");
  }

  TEST_CASE("a tag that says nothing possible is a foreign one") {
    BankQuestion question = bank_question("Q1", QuestionKind::judge, "s", "T");
    question.valid_until = Date(2026, 1, 1);
    const std::string before = questions_text({question});
    for (const char* tag : {"difficulty:9", "difficulty:2.5", "expected:2", "points:0", "points:-1",
                            "from:2026-02-01", "from:soon", "last:A", "shuffle:no", "status:maybe",
                            "author:ZB", "basis:", "basis:a|b|c", "week 3", "other:1", ""})
      CHECK_MESSAGE(!take_tag(tag, question), tag);
    CHECK(questions_text({question}) == before);
  }

  TEST_CASE("topics and categories") {
    for (const std::string topic : {"", "dues", "a/b", "a//b", "top", "消防"})
      CHECK(topic_of(category_of(topic)) == topic);
    CHECK(topic_of("$system$/top/x/y") == "x/y");
    CHECK(topic_of(" dues ") == "dues");
    CHECK(topic_of("$course$") == "");
  }

  TEST_CASE("a star that is meant as one") {
    std::string answer = wildcard_escaped("a*b");
    CHECK(answer == "a\\*b");
    CHECK(take_wildcard_escapes(answer));
    CHECK(answer == "a*b");
    CHECK_FALSE(take_wildcard_escapes(answer));
  }
}
