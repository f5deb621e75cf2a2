#include "exam/marking.hpp"

#include "support/papers.hpp"

#include <map>

using namespace sihu;
using namespace sihu::test;

namespace {

Marking marking_of(const std::string& rule) {
  static const std::map<std::string, Marking> rules{
      {"all_or_nothing", {MarkingRule::all_or_nothing, {}}},
      {"per_option_0.5", {MarkingRule::per_option, Rational(1, 2)}},
      {"flat_partial", {MarkingRule::flat, Rational(2)}},
      {"proportional", {MarkingRule::proportional, {}}},
      {"half", {MarkingRule::half, {}}},
      {"plus_minus", {MarkingRule::plus_minus, {}}},
      {"per_option_each_judged", {MarkingRule::each_judged, {}}}};
  return rules.at(rule);
}

BankQuestion blanks(std::vector<std::vector<std::string>> accepted) {
  BankQuestion question;
  question.kind = QuestionKind::blank;
  question.blanks = std::move(accepted);
  return question;
}

BankQuestion of_kind(QuestionKind kind, std::string key = "") {
  BankQuestion question;
  question.kind = kind;
  question.key = std::move(key);
  return question;
}

std::string read(const BankQuestion& question, std::string_view written) {
  return read_response(question, written).value_or("refused");
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("every rule gives the fractions that were worked out elsewhere") {
    const Node vectors = read_reference("exam/reference/partial_credit.json");
    REQUIRE(vectors.items.size() == 110);
    for (const Node& vector : vectors.items) {
      CAPTURE(at(vector, "rule").text);
      CAPTURE(at(vector, "key").text);
      CAPTURE(at(vector, "response").text);
      const auto mark = mark_letters(marking_of(at(vector, "rule").text),
                                     *Rational::parse(at(vector, "full").text),
                                     at(vector, "key").text, at(vector, "response").text, 5);
      CHECK(mark.fraction() == at(vector, "exact").text);
    }
  }

  TEST_CASE("single choices and judgments are right or not, short answers are for people") {
    const auto single = choice_question("q", QuestionKind::single, "B");
    CHECK(mark_response(single, {}, Rational(2), "B") == Rational(2));
    CHECK(mark_response(single, {}, Rational(2), "A") == Rational(0));
    CHECK(mark_response(single, {}, Rational(2), "") == Rational(0));
    CHECK(mark_response(of_kind(QuestionKind::judge, "F"), {}, Rational(1), "F") == Rational(1));
    CHECK_FALSE(mark_response(of_kind(QuestionKind::short_answer), {}, Rational(5), "x"));
  }

  TEST_CASE("blanks are worth the share of gaps that are right, each as a blank is compared") {
    const auto two = blanks({{"十五", "15"}, {"支委会"}});
    CHECK(mark_response(two, {}, Rational(3), "１５;支委会。") == Rational(3));
    CHECK(mark_response(two, {}, Rational(3), "15") == Rational(3, 2));
    CHECK(mark_response(two, {}, Rational(3), ";支 委 会") == Rational(3, 2));
    CHECK(mark_response(two, {}, Rational(3), "支委会;15") == Rational(0));
    // One gap may have a semicolon in it.
    CHECK(mark_response(blanks({{"a;b"}}), {}, Rational(1), "A;B") == Rational(1));
  }

  TEST_CASE("what people write is read as an answer, and what can be none is refused") {
    const auto several = choice_question("q", QuestionKind::multiple, "AC");
    CHECK(read(several, "ca") == "AC");
    CHECK(read(several, "Ｃ、 Ａ") == "AC");
    CHECK(read(several, " ") == "");
    CHECK(read(several, "AE") == "refused");
    CHECK(read(several, "ACA") == "refused");
    CHECK(read(choice_question("q", QuestionKind::single, "A"), "AB") == "refused");
    const auto judge = of_kind(QuestionKind::judge, "T");
    for (const char* yes : {"T", "对", "√", "正确", "true"}) CHECK(read(judge, yes) == "T");
    for (const char* no : {"f", "错", "×", "错误"}) CHECK(read(judge, no) == "F");
    CHECK(read(judge, "A") == "refused");
    CHECK(read(blanks({{"a"}, {"b"}}), " x；y ") == "x;y");
    CHECK(read(blanks({{"a"}, {"b"}}), "x;y;z") == "refused");
    CHECK(read(of_kind(QuestionKind::short_answer), "  因为；所以 ") == "因为；所以");
  }

  TEST_CASE("gaps that are filled are counted, and other questions have none to fill") {
    const auto two = blanks({{"a"}, {"b"}});
    CHECK(gaps_filled(two, "x;y") == 2);
    CHECK(gaps_filled(two, "x") == 1);
    CHECK(gaps_filled(two, " ;y") == 1);
    CHECK(gaps_filled(blanks({{"a"}}), "x;y") == 1);
    CHECK(gaps_filled(choice_question("q", QuestionKind::single, "A"), "A") == 0);
  }

  TEST_CASE("without a key nothing is right, by any rule") {
    for (int rule = 0; rule < 7; ++rule)
      CHECK(mark_letters({static_cast<MarkingRule>(rule), Rational(1)}, Rational(3), "", "AB", 4)
                .is_zero());
  }

  TEST_CASE("a rule is stated with its points") {
    CHECK(marking_words({MarkingRule::per_option, Rational(1, 2)}).in(Lang::zh) ==
          "错选不得分，少选每选对一项得 0.5 分");
    CHECK(marking_words({MarkingRule::flat, Rational(2)}).in(Lang::en) ==
          "a wrong option: nothing; too few: 2");
    std::set<std::string> all;
    for (int rule = 0; rule < 7; ++rule)
      all.insert(marking_words({static_cast<MarkingRule>(rule), Rational(1)}).in(Lang::en));
    CHECK(all.size() == 7);
  }
}
