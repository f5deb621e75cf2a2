#include "exam/form.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a form has each question in its section") {
    const FormFixture fixture;
    REQUIRE(fixture.form.questions.size() == 5);
    CHECK(fixture.form.questions[2].section == 1);
    CHECK(fixture.form.section_of(fixture.form.questions[2]).points == Rational(2));
    CHECK(fixture.form.questions[4].question->kind == QuestionKind::blank);
  }

  TEST_CASE("a form whose questions are not there, or too many, or too few, is broken") {
    const FormFixture fixture;
    const auto broken = [&](std::vector<std::string> questions) {
      RecordedForm recorded = fixture.recorded;
      recorded.questions = std::move(questions);
      const auto form =
          assemble_form(recorded, fixture.paper, [&](const BankDigest&) { return &fixture.bank; });
      return !form && form.error().kind == Kind::integrity;
    };
    CHECK(broken({"base/s1", "base/s2", "base/m1", "base/j1"}));
    CHECK(broken({"base/s1", "base/s2", "base/m1", "base/j1", "base/zz"}));
    CHECK(broken({"base/s1", "base/s2", "base/m1", "base/j1", "b1"}));
    CHECK(broken({"base/s1", "base/s2", "base/m1", "base/j1", "base/b1", "base/b2"}));
  }

  TEST_CASE("each person sees it in an order of the own, always the same") {
    const FormFixture fixture;
    const auto order = [&](const char* person) {
      std::string text;
      for (const ShownQuestion& shown : shown_to(fixture.form, person))
        text += std::to_string(shown.index) + shown.letters + " ";
      return text;
    };
    CHECK(order("pa") == order("pa"));
    CHECK(order("pa") != order("qa"));
  }

  TEST_CASE("which form somebody is given does not depend on who else there is") {
    const FormFixture fixture;
    RecordedForm second = fixture.recorded;
    second.key.form = 2;
    std::set<int> given;
    for (const char* person : {"pa", "qa", "ra", "sa", "ta", "ua"}) {
      given.insert(form_for(person, {&fixture.recorded, &second})->key.form);
      CHECK(form_for(person, {&fixture.recorded}) == &fixture.recorded);
    }
    CHECK(given.size() == 2);
  }

  TEST_CASE("a form that was drawn for somebody is given to nobody else") {
    const FormFixture fixture;
    RecordedForm own = fixture.recorded;
    own.person = "pa";
    CHECK(form_for("pa", {&fixture.recorded, &own}) == &own);
    CHECK(form_for("qa", {&fixture.recorded, &own}) == &fixture.recorded);
    CHECK(form_for("qa", {&own}) == nullptr);
    CHECK(form_for("pa", {}) == nullptr);
  }
}
