#include "exam/make_up.hpp"

#include "exam/compose.hpp"
#include "support/fault_names.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const PaperKey again = make_up_of(the_paper);

// The first sitting of branch a is recorded: pa failed with 2 of 6, qa passed, ra was absent.
struct SecondChance {
  FormFixture fixture;
  Organisation organisation = examined();
  ExamState state;
  MarkedPapers marked;

  SecondChance() {
    organisation.people.push_back(*organisation.find_person("qa"));
    organisation.people.back().id = "ra";
    add_form(the_paper);
    state.marks[{the_paper, "pa"}] = {"pa", Rational(2), Rational(6), false};
    state.marks[{the_paper, "qa"}] = {"qa", Rational(6), Rational(6), true};
    state.results[{the_paper, "a"}] = {the_paper, "a", Rational(400, 9), 3, 2};
  }
  void add_form(const PaperKey& key) {
    RecordedForm form = fixture.recorded;
    form.key.paper = key;
    state.forms.emplace(form.key, form);
  }
  void sit(const std::string& person, long mark) {
    HandedPaper handed;
    handed.key = again;
    handed.person = person;
    handed.branch = "a";
    const auto at = state.sittings.emplace(std::pair{again, person}, handed).first;
    marked.papers.push_back(
        {&at->second,
         {person, "a", again.paper, 1, {{"base/s3", "A", Rational(mark), Rational(6)}}}});
    marked.papers.back().passed = mark >= 3;
  }
  BranchTest result(MakeUpRule rule) {
    fixture.paper.make_up = rule;
    const auto tests = branch_tests(state, again, fixture.paper, organisation, marked);
    REQUIRE(tests.size() == 1);
    return tests[0];
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a make-up is a paper of its own, typed with a flag") {
    CHECK(subject_of(again) == "2026Q4/q4.make-up");
    CHECK(first_of(again) == the_paper);
    CHECK(first_of(the_paper) == the_paper);
    CHECK(is_make_up(again));
    CHECK_FALSE(is_make_up(the_paper));
    CHECK(typed_key(again) == "2026Q4 q4 --make-up");
    CHECK(typed_key(the_paper) == "2026Q4 q4");
  }

  TEST_CASE("who failed or was absent sits again, once the first marks are recorded") {
    SecondChance chance;
    CHECK(may_make_up(chance.state, again, "a", "pa"));
    CHECK(may_make_up(chance.state, again, "a", "ra"));
    CHECK_FALSE(may_make_up(chance.state, again, "a", "qa"));
    CHECK_FALSE(may_make_up(chance.state, again, "b", "pb"));
    const auto branches = branches_to_make_up(chance.state, again, chance.organisation);
    REQUIRE(branches);
    REQUIRE(branches->size() == 1);
    CHECK(branches->front()->id == "a");
    for (const char* person : {"pa", "ra"})
      chance.state.marks[{the_paper, person}] = {person, Rational(3), Rational(6), true};
    CHECK(fault_names(branches_to_make_up(chance.state, again, chance.organisation)) ==
          "0:0 nobody-failed");
    chance.state.results.clear();
    CHECK(fault_names(branches_to_make_up(chance.state, again, chance.organisation)) ==
          "0:0 first-not-recorded");
  }

  TEST_CASE("capped: it stands in for an absence, lifts to the pass mark and lowers nothing") {
    const Paper paper = small_paper();
    const Rational two(2);
    CHECK(made_up(paper, nullptr, Rational(6)) == Rational(100));
    CHECK(made_up(paper, &two, Rational(6)) == Rational(50));
    CHECK(made_up(paper, &two, Rational(1)) == Rational(100, 3));
    Paper replacing = paper;
    replacing.make_up = MakeUpRule::replace;
    CHECK(made_up(replacing, &two, Rational(6)) == Rational(100));
    CHECK(made_up(replacing, &two, Rational(0)) == Rational(0));
  }

  TEST_CASE("a branch comes to both sittings together") {
    SecondChance chance;
    chance.add_form(again);
    chance.sit("pa", 5);
    CHECK(chance.result(MakeUpRule::capped).value == Rational(50));  // (50 + 100 + 0) / 3
    CHECK(chance.result(MakeUpRule::capped).passed == 2);
    CHECK(chance.result(MakeUpRule::capped).sat == 2);
    chance.sit("ra", 3);
    CHECK(chance.result(MakeUpRule::capped).value == Rational(200, 3));
    CHECK(chance.result(MakeUpRule::capped).sat == 3);
    CHECK(chance.result(MakeUpRule::replace).value == Rational(700, 9));
    CHECK(chance.result(MakeUpRule::apart).value == Rational(400, 9));
    CHECK(chance.result(MakeUpRule::apart).passed == 3);
  }

  TEST_CASE("a make-up asks nothing again and is as hard as the first, or is refused") {
    SecondChance chance;
    chance.fixture.bank.questions.push_back(choice_question("s9", QuestionKind::single, "B"));
    chance.fixture.bank.questions.back().expected = Rational(1);
    chance.fixture.paper.forms = 1;
    const auto draw = [&] {
      return compose_forms({chance.organisation,
                            again,
                            chance.fixture.paper,
                            paper_doc,
                            {{chance.fixture.bank, paper_doc}},
                            nullptr,
                            chance.state,
                            Date(2026, 12, 1),
                            "seed"},
                           {{chance.organisation.find_branch("a"), {}}});
    };
    const auto forms = draw();
    REQUIRE(forms);
    REQUIRE(forms->size() == 1);
    CHECK(forms->front().repeated == 0);
    CHECK(subject_of(forms->front().form.key) == "2026Q4/q4.make-up/a/1");
    for (const std::string& question : forms->front().form.questions)
      CHECK(std::ranges::find(chance.fixture.recorded.questions, question) ==
            chance.fixture.recorded.questions.end());
    std::erase_if(chance.fixture.bank.questions,
                  [](const BankQuestion& question) { return question.id == "m2"; });
    CHECK(fault_names(draw()) == "0:0 too-few-questions");
  }
}
