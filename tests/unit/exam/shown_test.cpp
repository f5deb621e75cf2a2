#include "exam/shown.hpp"

#include "support/papers.hpp"

#include <map>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a candidate's order and options are those that were drawn elsewhere") {
    const Node reference = read_reference("exam/reference/paper.json");
    const Node& example = at(reference, "candidate_example");
    std::vector<BankQuestion> questions;
    for (const Node& id : at(at(reference, "form_A"), "ids").items)
      questions.push_back(choice_question(id.text, QuestionKind::single, "A"));
    std::vector<ToShow> form;
    for (const BankQuestion& question : questions) form.push_back({&question, 0});
    const auto shown = shown_questions(form, std::stoull(at(example, "seed").text));
    std::string order;
    for (const ShownQuestion& one : shown) {
      const std::string& id = questions[one.index].id;
      order += id + ' ';
      CHECK(one.letters == at(at(example, "options_shown_as"), id).text);
    }
    CHECK(order == in_one_line(at(example, "order")));
  }

  TEST_CASE("sections stay together, options that stay last do, and some stay as they are") {
    auto last = choice_question("last", QuestionKind::multiple, "AD");
    last.choices.back().last = true;
    auto fixed = choice_question("fixed", QuestionKind::multiple, "AD");
    fixed.shuffle = false;
    fixed.choices.front().last = true;
    const auto judge = choice_question("judge", QuestionKind::judge, "T", '@');
    const std::vector<ToShow> form{{&judge, 0}, {&last, 1}, {&fixed, 1}};
    std::set<std::string> orders;
    for (std::uint64_t seed = 0; seed < 60; ++seed)
      for (const ShownQuestion& one : shown_questions(form, seed)) {
        if (one.index == 0) CHECK(one.letters.empty());
        if (one.index == 2) CHECK(one.letters == "ABCD");
        if (one.index == 1) orders.insert(one.letters);
      }
    CHECK(orders.size() == 6);
    for (const std::string& order : orders) CHECK(order.back() == 'D');
    CHECK(shown_questions(form, 5)[0].index == 0);
  }

  TEST_CASE("every candidate has an order of the own, and always the same") {
    CHECK(candidate_seed("s", "p1") != candidate_seed("s", "p2"));
    CHECK(candidate_seed("20260401", "p001") == 753829883320546556);
  }

  TEST_CASE("letters go to the candidate and come back") {
    CHECK(as_shown("CDBA", "AC") == "AD");
    CHECK(as_in_bank("CDBA", "AD") == "AC");
    CHECK(as_in_bank("CDBA", "EA") == "C");
    CHECK(as_shown("CDBA", "") == "");
  }
}
