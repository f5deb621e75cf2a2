#include "exam/answers.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("answers come back from a line as they were, empty ones too") {
    const FormFixture fixture;
    for (const Responses& responses :
         {Responses{"B", "", "AC", "T", "a=b；c"}, Responses(5), Responses{"", "", "", "", "x"}}) {
      const auto text = write_responses(fixture.form, responses);
      CHECK_FALSE(text.empty());
      CHECK(parse_responses(fixture.form, text) == responses);
      const auto boxed = boxed_responses(fixture.form, "2026Q4/q4/pa", responses);
      CHECK(read_boxed_responses(fixture.form, "2026Q4/q4/pa", boxed) == responses);
      CHECK_FALSE(read_boxed_responses(fixture.form, "2026Q4/q4/p", boxed));
    }
  }

  TEST_CASE("what does not belong to the form is no answer to it") {
    const FormFixture fixture;
    for (const char* text : {"base/zz=A", "base/s1", "base/s1=A\nbase/s1=B", "base/s1=A\n\n"})
      CHECK_FALSE(parse_responses(fixture.form, text));
  }

  TEST_CASE("every paper of a form fits its box, whatever was answered") {
    const FormFixture fixture;
    Responses longest;
    for (const FormQuestion& question : fixture.form.questions)
      longest.push_back(std::string(most_response_bytes(question.question->kind), 'x'));
    CHECK(boxed_responses(fixture.form, std::string(400, 's'), longest).size() <
          sealed_paper_bytes(fixture.form));
  }

  TEST_CASE("letters as they were shown become those of the bank, words must fit on a line") {
    const FormFixture fixture;
    const BankQuestion& several = *fixture.form.questions[2].question;
    const BankQuestion& blank = *fixture.form.questions[4].question;
    CHECK(response_in_bank(several, "CDBA", "a, d") == "AC");
    CHECK_FALSE(response_in_bank(several, "CDBA", "E"));
    CHECK(response_in_bank(blank, "", " 15 ") == "15");
    CHECK_FALSE(response_in_bank(blank, "", "1\x1b[2J"));
    CHECK_FALSE(response_in_bank(blank, "", std::string(301, 'x')));
    CHECK(response_as_shown(several, "CDBA", "AC").en == "AD");
    CHECK(response_as_shown(*fixture.form.questions[3].question, "", "F").zh == "错");
    CHECK(response_as_shown(blank, "", "").en == "not answered");
  }
}
