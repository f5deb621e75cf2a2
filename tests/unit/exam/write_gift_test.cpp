#include "exam/gift.hpp"
#include "support/fault_names.hpp"

#include <doctest/doctest.h>

using namespace sihu;

namespace {

BankQuestion question(const std::string& id, QuestionKind kind, const std::string& stem) {
  BankQuestion made;
  made.id = id;
  made.kind = kind;
  made.stem = same(stem);
  return made;
}

// Texts that GIFT would take for something else.
const std::vector<std::string> awkward{"%50%x", "[html]", "a=b~c", "{#:}", "\\n", "x\ny", "T"};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what GIFT can hold comes back from it the same") {
    Bank bank;
    for (std::size_t i = 0; i < awkward.size(); ++i) {
      const std::string number = std::to_string(i);
      BankQuestion single = question("S" + number, QuestionKind::single, awkward[i]);
      single.choices = {{"A", same(awkward[i]), false},
                        {"B", same(awkward[(i + 1) % awkward.size()]), false}};
      single.key = i % 2 == 0 ? "A" : "B";
      single.topic = i < 3 ? "" : "t" + number;
      single.explanation = same(awkward[i]);
      BankQuestion multiple = single;
      multiple.id = "M" + number;
      multiple.kind = QuestionKind::multiple;
      multiple.choices.push_back({"C", same("c"), false});
      multiple.key = i % 2 == 0 ? "ABC" : "B";
      BankQuestion blank = question("B" + number, QuestionKind::blank, "x____y");
      blank.topic = single.topic;
      blank.blanks = {{awkward[i], "1"}};
      bank.questions.insert(bank.questions.end(), {single, multiple, blank});
    }
    bank.questions.push_back(question("J", QuestionKind::judge, "j"));
    bank.questions.back().key = "F";
    bank.questions.push_back(question("E", QuestionKind::short_answer, "e"));
    const ExportedBank out = write_gift(bank, Lang::en);
    CHECK(out.losses.empty());
    const auto back = read_gift(out.text, "q.gift", "own");
    REQUIRE_MESSAGE(back, fault_names(back));
    Bank again;
    again.questions = *back;
    CHECK(write_bank(again) == write_bank(bank));
  }

  TEST_CASE("what GIFT can't hold is said, question by question") {
    Bank bank;
    bank.questions.push_back(question("Q1", QuestionKind::judge, "a"));
    bank.questions.back().key = "T";
    bank.questions.back().difficulty = 3;
    bank.questions.back().author = "zb01";
    bank.questions.push_back(question("Q2", QuestionKind::judge, "b"));
    bank.questions.back().draft = true;
    bank.questions.push_back(question("Q3", QuestionKind::blank, "____ ____"));
    bank.questions.back().blanks = {{"1"}, {"2"}};
    bank.questions.push_back(question("Q4", QuestionKind::blank, "____"));
    bank.questions.back().blanks = {{"a->b"}};
    const ExportedBank out = write_gift(bank, Lang::zh);
    REQUIRE(out.losses.size() == 4);
    CHECK(out.losses[0].question == "Q1");
    CHECK_FALSE(out.losses[0].left_out);
    CHECK(out.losses[0].what.zh == "难度、出题支部");
    CHECK(out.losses[1].left_out);
    CHECK(out.losses[2].what.en == "2 gaps, where GIFT has one");
    CHECK(out.losses[3].left_out);
    CHECK(out.text == "::Q1::a {T}\n\n");
  }
}
