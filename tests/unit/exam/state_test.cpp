#include "exam/state.hpp"

#include "exam/compose.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Event sitting(const std::string& person, const std::string& answers, const std::string& by = "") {
  return {{},
          by.empty() ? person : by,
          "test.sitting",
          "2026Q4/q4/" + person,
          {{"took", "60"}, {"branch", "a"}, {"answers", answers}, {"form", "1"}},
          {}};
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a drawn form comes back from its line as it was") {
    const FormFixture fixture;
    const auto state =
        fold_exams(one_file_ledger({event_of_draft(form_draft(fixture.recorded), "x"),
                                    event_of_draft(form_draft(fixture.recorded), "x")}));
    REQUIRE(state.forms.size() == 1);
    const auto forms = state.forms_of(the_paper, "a");
    REQUIRE(forms.size() == 1);
    CHECK(forms[0]->questions == fixture.recorded.questions);
    CHECK(forms[0]->banks == fixture.recorded.banks);
    CHECK(forms[0]->expected == Rational(4));
    CHECK(forms[0]->seed == "seed");
    CHECK(state.forms_of(the_paper, "b").empty());
    CHECK(state.forms_of({{2026, 3}, "q4"}, "a").empty());
  }

  TEST_CASE("a form that nobody of the committee drew is none") {
    const FormFixture fixture;
    CHECK(fold_exams(
              one_file_ledger({event_of_draft(form_draft(fixture.recorded), "pa", "secretary")}))
              .forms.empty());
  }

  TEST_CASE(
      "a paper is handed in once, by nobody else without a role, and that it came again is "
      "counted") {
    const auto state = fold_exams(one_file_ledger(
        {sitting("pa", "base/s1=B", "qa"), sitting("pa", "base/s1=A"), sitting("pa", "-")}));
    const HandedPaper* paper = state.sitting_of(the_paper, "pa");
    REQUIRE(paper);
    CHECK(paper->text == "base/s1=A");
    CHECK(paper->took == 60);
    CHECK(paper->again == 1);
    CHECK(state.sitting_of(the_paper, "qa") == nullptr);
  }

  TEST_CASE("time runs from where the person first began, whoever says otherwise") {
    const Event start{{}, "pa", "test.start", "2026Q4/q4/pa", {{"form", "1"}}, {}};
    Event other = start;
    other.person = "pb";
    Event first = start;
    first.check = "aaaa";
    Event again = start;
    again.check = "bbbb";
    const auto state = fold_exams(one_file_ledger({other, first, again}));
    CHECK(state.start_of(the_paper, "pa") == Instant{1797724800002});
    CHECK_FALSE(state.start_of(the_paper, "pb"));
    const BegunSitting& begun = state.starts.at({the_paper, "pa"});
    CHECK(begun.name == "aaaa");
    CHECK(begun.others == std::vector<std::string>{"bbbb"});
  }

  TEST_CASE("marks and results are the committee's, and the first stands") {
    const auto line = [](const char* name, const std::string& subject, const std::string& value,
                         const std::string& role) {
      return Event{{},
                   "x",
                   name,
                   subject,
                   {{"result", "pass"},
                    {"value", value},
                    {"role", role},
                    {"full", "6"},
                    {"people", "2"},
                    {"sat", "1"}},
                   {}};
    };
    const auto state =
        fold_exams(one_file_ledger({line("test.mark", "2026Q4/q4/pa", "6", "member"),
                                    line("test.mark", "2026Q4/q4/pa", "7/2", "committee"),
                                    line("test.mark", "2026Q4/q4/pa", "4", "committee"),
                                    line("test.result", "2026Q4/q4/a", "175/6", "committee"),
                                    line("test.result", "2026Q4/q4/b", "-3", "committee")}));
    CHECK(state.marks.at({the_paper, "pa"}).value == Rational(7, 2));
    CHECK(state.marks.at({the_paper, "pa"}).passed);
    CHECK(state.results.at({the_paper, "a"}).value == Rational(175, 6));
    CHECK(state.results.at({the_paper, "a"}).sat == 1);
    CHECK(state.results.size() == 1);
  }

  TEST_CASE("banks that are no banks are no line") {
    CHECK(parse_banks("base:0123456789abcdef")->size() == 1);
    for (const char* other : {"", "base", "base:xyz", "base:0123456789abcdef;"})
      CHECK((!parse_banks(other) || std::string(other).ends_with(";")));
  }
}
