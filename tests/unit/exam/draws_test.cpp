#include "exam/draws.hpp"

#include "exam/compose.hpp"
#include "exam/form.hpp"
#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Lines of two machines, in the order of the ledger.
struct TwoMachines {
  Organisation organisation = examined();
  std::vector<std::pair<std::uint32_t, Event>> lines;

  RecordedForm form(const std::string& person, const std::string& first, int number = 1) const {
    return named({{the_paper, "a", number},
                  "seed of " + first,
                  paper_doc,
                  "1",
                  {{"base", paper_doc}},
                  {"base/" + first, "base/s2", "base/m1", "base/j1", "base/b1"},
                  Rational(4),
                  0,
                  person});
  }
  void draw(std::uint32_t machine, const RecordedForm& form) {
    lines.emplace_back(machine, event_of_draft(form_draft(form), machine == 0 ? "x" : "y"));
  }
  void withdraw(std::uint32_t machine, const RecordedForm& form) {
    lines.emplace_back(machine, event_of_draft({"test.withdraw",
                                                subject_of(form.key),
                                                {{"reason", "seed"}, {"paper", form.key.name}}},
                                               "x"));
  }
  void sit(std::uint32_t machine, const std::string& person, const std::string& name,
           const char* event = "test.sitting") {
    std::vector<Field> fields{{"branch", "a"}, {"answers", "base/s2=A"}, {"form", "1"}};
    if (!name.empty()) fields.push_back({"paper", name});
    lines.emplace_back(machine, Event{{}, person, event, "2026Q4/q4/" + person, fields, {}});
  }

  ExamState state() const {
    Ledger ledger;
    ledger.files.push_back({"ledger/2026Q4/hq.k7m2qx.tsv", {}, 0});
    ledger.files.push_back({"ledger/2026Q4/hq.p4n8rt.tsv", {}, 0});
    std::int64_t at = 1797724800000;
    for (const auto& [file, event] : lines) {
      ledger.entries.push_back({event, file, 2});
      ledger.entries.back().event.at = Instant{++at};
    }
    return fold_exams(ledger);
  }
  std::string given(const std::string& person) const {
    const ExamState now = state();
    const RecordedForm* form = given_form(now, the_paper, person, "a");
    return form ? form->key.name : "";
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a form is named by what it asks, whom, and in which order, by whomever it is drawn") {
    const TwoMachines two;
    const RecordedForm form = two.form("pa", "s1");
    CHECK(form.key.name.size() == 16);
    CHECK(form_name(two.form("pa", "s1")) == form.key.name);
    for (const RecordedForm& other :
         {two.form("qa", "s1"), two.form("pa", "s3"), two.form("pa", "s1", 2)})
      CHECK(other.key.name != form.key.name);
    RecordedForm sealed = form;
    sealed.banks.front().doc = "ffffffffffffffff";
    CHECK(form_name(sealed) != form.key.name);
  }

  TEST_CASE("of two draws the first is in force, and who sat the other keeps it") {
    TwoMachines two;
    const RecordedForm first = two.form("pa", "s1");
    const RecordedForm second = two.form("pa", "s3");
    two.draw(0, first);
    two.draw(0, two.form("qa", "s1", 2));
    two.draw(1, second);
    two.draw(1, two.form("qa", "s3", 2));
    CHECK(two.given("pa") == first.key.name);
    CHECK(two.state().forms.size() == 2);
    CHECK(two.state().set_aside.size() == 2);
    SUBCASE("handed in") {
      two.sit(1, "pa", second.key.name);
      CHECK(two.given("pa") == second.key.name);
      CHECK(two.state().sitting_of(the_paper, "pa")->form_key() == second.key);
    }
    SUBCASE("begun") {
      two.sit(1, "pa", second.key.name, "test.start");
      CHECK(two.given("pa") == second.key.name);
      CHECK(two.state().starts.at({the_paper, "pa"}).is_named);
    }
    CHECK(two.given("qa") == two.form("qa", "s1", 2).key.name);
    CHECK(two.state().forms.contains(second.key));
  }

  TEST_CASE("a sitting that names no form means the first that was drawn under its number") {
    TwoMachines two;
    two.draw(0, two.form("pa", "s1"));
    two.draw(1, two.form("pa", "s3"));
    two.sit(1, "pa", "");
    CHECK(two.state().sitting_of(the_paper, "pa")->form_name == two.form("pa", "s1").key.name);
  }

  TEST_CASE("two newcomers who were given one number apart both keep their papers") {
    TwoMachines two;
    two.draw(0, two.form("pa", "s1"));
    two.draw(1, two.form("qa", "s3"));
    CHECK(two.given("pa") == two.form("pa", "s1").key.name);
    CHECK(two.given("qa") == two.form("qa", "s3").key.name);
    CHECK(papers_drawn_twice(two.state()).empty());
  }

  TEST_CASE("of forms that a branch shares those of one draw alone are given") {
    TwoMachines two;
    for (const int number : {1, 2}) two.draw(0, two.form("", "s1", number));
    for (const int number : {1, 2, 3}) two.draw(1, two.form("", "s3", number));
    for (const char* person : {"pa", "qa", "za", "ya"})
      CHECK((two.given(person) == two.form("", "s1", 1).key.name ||
             two.given(person) == two.form("", "s1", 2).key.name));
    CHECK(two.state().forms.size() == 2);
    REQUIRE(papers_drawn_twice(two.state()).size() == 1);
    CHECK(papers_drawn_twice(two.state()).front().forms == 3);
  }

  TEST_CASE("that a paper was drawn twice is said with who, and who answers the second") {
    TwoMachines two;
    two.draw(0, two.form("pa", "s1"));
    two.draw(1, two.form("pa", "s3"));
    REQUIRE(papers_drawn_twice(two.state()).size() == 1);
    CHECK(drawn_twice_words(papers_drawn_twice(two.state()).front()).en.find("nobody has sat") !=
          std::string::npos);
    two.sit(1, "pa", two.form("pa", "s3").key.name);
    const auto twice = papers_drawn_twice(two.state());
    REQUIRE(twice.size() == 1);
    CHECK(twice.front().first_by == "x");
    CHECK(twice.front().second_by == "y");
    CHECK(twice.front().first_at < twice.front().second_at);
    CHECK(twice.front().answered == std::vector<std::string>{"pa"});
    CHECK(twice.front().is_same_as(twice.front()));
  }

  TEST_CASE("the very same draw on two machines is one") {
    TwoMachines two;
    two.draw(0, two.form("pa", "s1"));
    two.draw(1, two.form("pa", "s1"));
    CHECK(two.state().forms.size() == 1);
    CHECK(papers_drawn_twice(two.state()).empty());
  }

  TEST_CASE("what is withdrawn is given to nobody, and may be drawn again") {
    TwoMachines two;
    const RecordedForm form = two.form("pa", "s1");
    two.draw(0, form);
    two.withdraw(0, form);
    CHECK(two.given("pa").empty());
    CHECK(two.state().first_form(the_paper) == nullptr);
    SUBCASE("the same") {
      two.draw(0, form);
      CHECK(two.given("pa") == form.key.name);
    }
    SUBCASE("another") {
      two.draw(0, two.form("pa", "s3"));
      CHECK(two.given("pa") == two.form("pa", "s3").key.name);
      CHECK(papers_drawn_twice(two.state()).empty());
    }
    SUBCASE("somebody had sat it meanwhile") {
      two.sit(1, "pa", form.key.name);
      CHECK(two.given("pa") == form.key.name);
    }
  }

  TEST_CASE("draws that come too near each other are said with two people and the limit") {
    TwoMachines two;
    two.draw(0, two.form("pa", "s1"));
    two.draw(1, two.form("qa", "s3", 2));
    const auto allow = [](int most) {
      return [most](const RecordedForm&) { return std::optional(most); };
    };
    const auto alike = papers_alike(two.state(), allow(3));
    REQUIRE(alike.size() == 1);
    CHECK(alike.front().most == 4);
    CHECK(alike.front().pairs == 1);
    CHECK(papers_alike_words(alike.front()).en.find("pa and qa") != std::string::npos);
    CHECK(papers_alike(two.state(), allow(4)).empty());
    CHECK(papers_alike(two.state(), [](const RecordedForm&) {
            return std::optional<int>();
          }).empty());
  }
}
