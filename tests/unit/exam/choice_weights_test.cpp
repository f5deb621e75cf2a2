#include "exam/choice_weights.hpp"

#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

std::string lost(QuestionKind kind, const std::string& key, const std::vector<Rational>& percents) {
  LossList list;
  const char last = static_cast<char>('A' + percents.size() - 1);
  add_lost_weights(choice_question("q", kind, key, last), percents, list);
  return list.words().en;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what a bank would write itself is no loss, nor what people round") {
    const Rational third(100, 3);
    for (const Rational& share : {third, Rational(33), Rational(34)})
      CHECK(lost(QuestionKind::multiple, "ABC", {share, share, share, -100}).empty());
    CHECK(lost(QuestionKind::multiple, "A", {100, -100}).empty());
    CHECK(lost(QuestionKind::single, "B", {0, 100}).empty());
  }

  TEST_CASE("other weights are lost, and named by letter") {
    CHECK(lost(QuestionKind::multiple, "AB", {30, 70, -100}) ==
          "what each choice is worth (percent: A 30, B 70, C -100)");
    CHECK_FALSE(lost(QuestionKind::multiple, "AB", {50, 50, 0}).empty());
    CHECK_FALSE(lost(QuestionKind::multiple, "AB", {50, 50, -50}).empty());
    CHECK_FALSE(lost(QuestionKind::multiple, "AB", {100, 100, -100}).empty());
    CHECK(lost(QuestionKind::single, "A", {100, Rational(-51, 2)}) ==
          "what each choice is worth (percent: A 100, B -25.5)");
  }
}
