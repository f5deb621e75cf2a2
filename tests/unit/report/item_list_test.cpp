#include "report/item_list.hpp"

#include "support/marked_tests.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

ItemReport report_of(std::size_t candidates) {
  auto test = load_answer_file(reference_table(candidates), "a.csv", reference_bank());
  REQUIRE(test);
  return report_items(std::move(*test));
}

std::string csv(const Table& table) {
  return render(table, Format::csv, {Lang::en});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string joined(const std::vector<Phrase>& words) {
  std::string text;
  for (const Phrase& each : words) text += each.en + '\n';
  return text;
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("a question has its figures and its flags") {
    const std::string text = csv(item_table(report_of(60)));
    CHECK(has(text,
              "Q13,single,records,1.00,60,0.13,0.34,13.3,6.9,24.2,4.4,-0.226,-0.319,-0.530,-0.071,"
              "-0.206,0.727,-68.4,,"
              "poor,key-negative;possible-key:C;too-hard,"));
    CHECK(has(text,
              "Q6,single,fire,1.00,60,0.60,0.49,60.0,47.4,71.4,6.3,0.725,0.643,0.465,0.771,0.844,"
              "0.641,"));
  }

  TEST_CASE("an option has who chose it") {
    const std::string text = csv(option_table(report_of(60)));
    CHECK(has(text, "Q13,C,no,41,68.3,14.59,6.00,0.518\n"));
    CHECK(has(text, "Q13,B,yes,8,13.3,0.71,4.00,-0.319\n"));
    CHECK(has(text, "Q13,,no,1,1.7,0.00,0.00,-0.063\n"));
    CHECK(has(text, "Q1,D,no,0,0.0,0.00,0.00,\n"));
  }

  TEST_CASE(
      "where papers differ, advice needs enough who were asked, and reliability is said to be "
      "other") {
    auto test = load_answer_file(reference_table(60), "a.csv", reference_bank());
    REQUIRE(test);
    for (std::size_t i = 0; i < 40; ++i) test->answers.items[12].answers[i] = not_asked;
    const ItemReport report = report_items(std::move(*test));
    const std::string words = joined(item_words(report));
    CHECK(has(words, "questions differ by candidate"));
    CHECK(has(words, "asked of fewer than 30, so without advice: 1 question"));
    CHECK(has(words, "reliability (how hard the own questions were is part of the error) = "));
    CHECK_FALSE(has(words, "Q13:"));
    CHECK(has(csv(item_table(report)), "Q13,single,records,1.00,20,"));
    CHECK(has(csv(option_table(report)), "Q13,C,no,"));
  }

  TEST_CASE("few candidates have figures and no advice") {
    const ItemReport report = report_of(29);
    CHECK(has(csv(item_table(report)), "Q13,single,records,1.00,"));
    CHECK_FALSE(has(csv(item_table(report)), "key-negative"));
    CHECK(has(joined(item_words(report)), "29 candidates, fewer than 30"));
    CHECK_FALSE(has(joined(item_words(report)), "reliability"));
    CHECK_FALSE(has(joined(item_words(report)), "chance alone"));
    CHECK(has(joined(item_words(report_of(9))), "fewer than 10: "));
  }

  TEST_CASE("people are told how reliable the marks are, and what to do") {
    const std::string words = joined(item_words(report_of(60)));
    CHECK(has(words, "reliability (KR-20) = 0.70: just so"));
    CHECK(has(words, "error of a mark: 1.86 points"));
    CHECK(has(words,
              "Q13: whoever has it right does worse elsewhere: check the key first; whoever "
              "chose C does better elsewhere: might C be right too"));
    CHECK_FALSE(has(words, "Q6:"));
  }

  TEST_CASE(
      "one candidate has no deviation, and of equal marks it is said why nothing is reliable") {
    CHECK(has(csv(test_table(report_of(1))), "1,20,"));
    const std::string one = csv(branch_table(report_of(1)));
    CHECK(one.find("zb02,1,") != std::string::npos);
    CHECK_FALSE(has(one, ",0.00,"));
    auto same = load_answer_file(
        "考生,支部,Q1\n1,a,A\n2,a,A\n3,a,A\n4,a,A\n5,a,A\n6,a,A\n7,a,A\n8,a,A\n9,a,A\n10,a,A\n",
        "a.csv", reference_bank());
    REQUIRE(same);
    CHECK(has(joined(item_words(report_items(std::move(*same)))), "all marks are equal"));
  }
}
