#include "exam/compose.hpp"

#include "exam/overlap.hpp"
#include "support/fault_names.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// A paper that is drawn for branches a and b.
struct Drawer {
  Organisation organisation = examined();
  Paper paper = small_paper();
  Bank bank = small_bank();
  std::optional<PlanFile> plan;
  ExamState state;
  PaperKey key = the_paper;
  std::string seed = "2026100112";

  // Branches share forms, as many as there are here.
  explicit Drawer(std::optional<int> forms = 1) { paper.forms = forms; }

  Result<std::vector<ComposedForm>> draw() {
    std::vector<Examinees> examinees;
    for (const Branch& branch : organisation.branches) {
      examinees.push_back({&branch, {}});
      for (const Person& person : organisation.people)
        if (person.branch == branch.id) examinees.back().people.push_back(&person);
    }
    return compose_forms({organisation,
                          key,
                          paper,
                          paper_doc,
                          {{bank, paper_doc}},
                          plan ? &*plan : nullptr,
                          state,
                          Date(2026, 12, 1),
                          seed},
                         examinees);
  }
  std::set<std::string> drawn(const std::string& branch) {
    std::set<std::string> all;
    const auto forms = draw();
    REQUIRE(forms);
    for (const ComposedForm& form : *forms)
      if (form.form.key.branch == branch)
        all.insert(form.form.questions.begin(), form.form.questions.end());
    return all;
  }
  BankQuestion& question(const std::string& id) {
    return *std::ranges::find(bank.questions, id, &BankQuestion::id);
  }
  // Single choices alone, half of them about something else.
  void twelve() {
    bank.questions.clear();
    for (int i = 0; i < 12; ++i) {
      bank.questions.push_back(choice_question("s" + std::to_string(i), QuestionKind::single, "B"));
      bank.questions.back().topic = i < 6 ? "fire" : "water";
      bank.questions.back().difficulty = 1 + i % 5;
    }
    paper.sections.resize(1);
  }
  // Of four questions two are hard and two are easy: how they are paired decides.
  void far_apart() {
    question("s1").expected = Rational(1, 10);
    question("s2").expected = Rational(9, 10);
    question("s3").expected = Rational(2, 10);
    question("s4").expected = Rational(8, 10);
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("the same seed draws the same, and branches with the same bank have the same paper") {
    Drawer drawer;
    const auto first = drawer.draw();
    REQUIRE(first);
    REQUIRE(first->size() == 2);
    CHECK(first->at(0).form.questions.size() == 5);
    CHECK(first->at(0).form.questions == first->at(1).form.questions);
    CHECK(drawer.draw()->at(0).form.questions == first->at(0).form.questions);
    std::set<std::vector<std::string>> papers;
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
      drawer.seed = seed;
      papers.insert(drawer.draw()->at(0).form.questions);
    }
    CHECK(papers.size() > 1);
  }

  TEST_CASE("the order in which a bank has its questions changes nothing") {
    for (const std::optional<int> forms :
         {std::optional<int>(), std::optional(1), std::optional(2)})
      for (const char* seed : {"1", "2", "3", "4"}) {
        Drawer drawer(forms);
        drawer.seed = seed;
        drawer.twelve();
        const auto before = drawer.draw();
        std::ranges::reverse(drawer.bank.questions);
        const auto after = drawer.draw();
        REQUIRE(before);
        REQUIRE(after);
        for (std::size_t i = 0; i < before->size(); ++i)
          CHECK(after->at(i).form.questions == before->at(i).form.questions);
      }
  }

  TEST_CASE("nobody is asked what the own branch wrote, what is a draft or out of force") {
    Drawer drawer;
    drawer.question("s1").author = "a";
    drawer.question("m1").draft = true;
    drawer.question("j1").valid_until = Date(2026, 11, 30);
    drawer.question("b1").valid_from = Date(2026, 12, 2);
    for (const char* seed : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
      drawer.seed = seed;
      const auto a = drawer.drawn("a");
      for (const char* never : {"base/s1", "base/m1", "base/j1", "base/b1"})
        CHECK_FALSE(a.contains(never));
    }
  }

  TEST_CASE("where the plan says who sets the paper, other branches' questions are left out") {
    Drawer drawer;
    for (const char* id : {"s1", "s2"}) drawer.question(id).author = "b";
    for (const char* id : {"s3", "s4"}) drawer.question(id).author = "c";
    drawer.plan =
        PlanFile{{2026, 4}, {}, {}, {}, {{Mutual::test, "b", "a"}, {Mutual::test, "c", "b"}}};
    const auto a = drawer.drawn("a");
    CHECK(a.contains("base/s1"));
    CHECK(a.contains("base/s2"));
    const auto b = drawer.drawn("b");
    CHECK(b.contains("base/s3"));
    CHECK(b.contains("base/s4"));
  }

  TEST_CASE("forms have no question in common, and are as hard as the first") {
    Drawer drawer;
    drawer.paper.forms = 2;
    drawer.far_apart();
    const auto forms = drawer.draw();
    REQUIRE(forms);
    REQUIRE(forms->size() == 4);
    for (const std::string& question : forms->at(0).form.questions)
      for (const std::string& other : forms->at(1).form.questions) CHECK(question != other);
    CHECK(forms->at(2).form.expected == forms->at(0).form.expected);
  }

  TEST_CASE("forms of a branch are given to equally many, each person one") {
    Drawer drawer;
    drawer.paper.forms = 2;
    for (int i = 0; i < 5; ++i) {
      Person person;
      person.id = "z" + std::to_string(i);
      person.branch = "a";
      drawer.organisation.people.push_back(person);
    }
    const auto forms = drawer.draw();
    REQUIRE(forms);
    std::vector<std::string> people;
    std::size_t most = 0;
    std::size_t least = 100;
    for (const ComposedForm& composed : *forms) {
      if (composed.form.key.branch != "a") continue;
      const auto& given = composed.form.given_to;
      most = std::max(most, given.size());
      least = std::min(least, given.size());
      people.insert(people.end(), given.begin(), given.end());
    }
    CHECK(most - least <= 1);
    std::ranges::sort(people);
    CHECK(std::ranges::adjacent_find(people) == people.end());
    CHECK(std::ranges::find(people, "z3") != people.end());
    const ExamState state =
        fold_exams(one_file_ledger({event_of_draft(form_draft(forms->at(0).form), "x"),
                                    event_of_draft(form_draft(forms->at(1).form), "x")}));
    for (const std::string& person : forms->at(1).form.given_to)
      CHECK(given_form(state, the_paper, person, "a")->key.form == 2);
  }

  TEST_CASE("forms are equally hard where they can be, whichever questions come first") {
    for (const char* seed : {"1", "2", "3", "4", "5", "6"}) {
      Drawer drawer;
      drawer.seed = seed;
      drawer.paper.forms = 2;
      drawer.far_apart();
      const auto forms = drawer.draw();
      REQUIRE(forms);
      CHECK(forms->at(0).form.expected == forms->at(1).form.expected);
    }
  }

  TEST_CASE("what can't be drawn is refused with all that is missing, and for whom") {
    Drawer drawer;
    for (const char* id : {"s1", "s2", "s3"}) drawer.question(id).author = "a";
    drawer.question("b1").draft = true;
    drawer.question("b2").draft = true;
    const auto refused = drawer.draw();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    REQUIRE(refused.error().faults.size() == 2);
    CHECK(refused.error().faults[0].what.en ==
          "A: fire, " + std::string(wording(QuestionKind::single).in(Lang::en)) +
              ": 2 wanted, 1 missing");
    CHECK(refused.error().faults[1].what.en.starts_with("A and B: any topic, "));
    drawer.paper.forms = 3;
    CHECK(drawer.draw().error().faults[0].what.zh.find("第 1 套") != std::string::npos);
  }

  TEST_CASE("forms of a branch are refused only for what the bank lacks, with any seed") {
    Drawer drawer;
    drawer.paper.forms = 2;
    drawer.twelve();
    drawer.paper.sections[0].draw = {{"fire", {}, 3}, {"", {}, 2}};
    for (const char* seed : {"1", "2", "3", "4", "5", "6", "7", "8"}) {
      drawer.seed = seed;
      CHECK(drawer.draw());
    }
    drawer.paper.sections[0].draw[0].count = 4;
    for (const char* seed : {"1", "2", "3", "4"}) {
      drawer.seed = seed;
      const auto refused = drawer.draw();
      REQUIRE_FALSE(refused);
      REQUIRE(refused.error().faults.size() == 1);
      CHECK(refused.error().faults[0].what.en.find("form 2") != std::string::npos);
      CHECK(refused.error().faults[0].what.en.ends_with("4 wanted, 2 missing"));
    }
  }

  TEST_CASE("questions of earlier papers come last, and those that come again are counted") {
    Drawer drawer;
    RecordedForm earlier = FormFixture().recorded;
    earlier.key.paper.quarter = {2026, 2};
    drawer.state.forms.emplace(earlier.key, earlier);
    const auto forms = drawer.draw();
    REQUIRE(forms);
    const std::set<std::string> a(forms->at(0).form.questions.begin(),
                                  forms->at(0).form.questions.end());
    for (const std::string& used : earlier.questions) CHECK_FALSE(a.contains(used));
    CHECK(forms->at(0).repeated == 0);
    drawer.question("m2").draft = true;
    CHECK(drawer.draw()->at(0).repeated == 1);
    CHECK(drawer.draw()->at(1).repeated == 0);
    ExamState both = drawer.state;
    RecordedForm now = earlier;
    now.key.paper = the_paper;
    both.forms.emplace(now.key, now);
    const auto listed = drawn_forms(both, the_paper);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].repeated == 5);
  }

  TEST_CASE(
      "each person has a form of the own, and those of one branch share as little as they can") {
    Drawer drawer(std::nullopt);
    const auto forms = drawer.draw();
    REQUIRE(forms);
    REQUIRE(forms->size() == 3);
    CHECK(forms->at(0).form.person == "pa");
    CHECK(forms->at(1).form.person == "qa");
    CHECK(forms->at(1).form.key.form == 2);
    CHECK(forms->at(2).form.person == "pb");
    // The bank has everything just twice.
    const PairOverlap overlap =
        overlap_of_pairs({forms->at(0).form.questions, forms->at(1).form.questions});
    CHECK(overlap.most == 0);
    CHECK(form_draft(forms->at(0).form).fields.back().value == "pa");
  }

  TEST_CASE("who comes later is drawn for beside those who are there") {
    Drawer drawer(std::nullopt);
    const auto first = drawer.draw();
    REQUIRE(first);
    for (const ComposedForm& one : *first) drawer.state.forms.emplace(one.form.key, one.form);
    Person late = drawer.organisation.people[1];
    late.id = "za";
    drawer.organisation.people = {late};
    const auto later = drawer.draw();
    REQUIRE(later);
    REQUIRE(later->size() == 1);
    CHECK(later->at(0).form.key.form == 3);
    CHECK(later->at(0).form.person == "za");
  }

  TEST_CASE(
      "papers have no more in common than is allowed, or are refused with how near they came") {
    Drawer drawer(std::nullopt);
    drawer.paper.overlap = 0;
    drawer.organisation.people.erase(drawer.organisation.people.begin());
    REQUIRE(drawer.draw());
    drawer.organisation = examined();
    const auto refused = drawer.draw();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Kind::refused);
    CHECK(refused.error().faults[0].name == "papers-too-alike");
    CHECK(refused.error().faults[0].what.en.starts_with("PB (pb): no paper was found"));
    CHECK(refused.error().faults[0].what.en.find("the 2 drawn so far") != std::string::npos);
    CHECK(refused.error().faults[0].hint.en.find("(0% now)") != std::string::npos);
  }

  TEST_CASE("a person is asked first what this person was not asked in earlier papers") {
    Drawer drawer(std::nullopt);
    RecordedForm earlier = FormFixture().recorded;
    earlier.key.paper.quarter = {2026, 2};
    earlier.person = "pa";
    drawer.state.forms.emplace(earlier.key, earlier);
    const auto forms = drawer.draw();
    REQUIRE(forms);
    for (const std::string& question : forms->at(0).form.questions)
      CHECK(std::ranges::find(earlier.questions, question) == earlier.questions.end());
    CHECK(forms->at(0).repeated == 0);
    CHECK(forms->at(1).repeated == 0);  // qa was never asked anything
  }

  TEST_CASE("a make-up asks nobody what this person was asked at first, whatever others were") {
    Drawer drawer(std::nullopt);
    const auto first = drawer.draw();
    REQUIRE(first);
    for (const ComposedForm& one : *first) drawer.state.forms.emplace(one.form.key, one.form);
    drawer.key = make_up_of(the_paper);
    const auto again = drawer.draw();
    REQUIRE(again);
    REQUIRE(again->size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
      CHECK(overlap_of_pairs({first->at(i).form.questions, again->at(i).form.questions}).most == 0);
    drawer.question("m2").draft = true;
    const auto refused = drawer.draw();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().faults[0].what.en.find("1 missing") != std::string::npos);
  }

  TEST_CASE("the harder, the fewer are expected to answer it") {
    CHECK(expected_by_difficulty(1) == Rational(9, 10));
    CHECK(expected_by_difficulty(5) == Rational(3, 10));
  }
}
