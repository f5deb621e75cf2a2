#include "exam/blank_papers.hpp"

#include "support/fault_names.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

Result<std::vector<NewPaper>> blank(const std::vector<std::string>& people) {
  static const Organisation organisation = examined();
  static const FormFixture fixture;
  const auto form_of_a = [](const Person& person, const std::string&) -> Result<const ExamForm*> {
    return person.branch == "a" ? &fixture.form : nullptr;
  };
  return blank_papers({organisation, form_of_a, {}, people});
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("many people without a paper are one line") {
    const auto pooled = [](int count) {
      std::vector<Fault> faults{{{}, "other", same("x")}};
      std::vector<std::string> people;
      for (int i = 0; i < count; ++i) {
        people.push_back("p" + std::to_string(i));
        faults.push_back(no_paper(people.back()));
      }
      pool_paperless(faults, people, "2-13");
      return faults;
    };
    CHECK(pooled(5).size() == 6);
    const auto many = pooled(12);
    REQUIRE(many.size() == 2);
    CHECK(many[1].what.en.starts_with("no paper was drawn for 12 people: p0, p1, "));
    CHECK(many[1].what.en.ends_with(" (lines 2-13)"));
  }

  TEST_CASE("a blank paper has an empty answer to every question, and is one however often asked") {
    const auto papers = blank({"qa", "pa", "qa"});
    REQUIRE(papers);
    REQUIRE(papers->size() == 2);
    CHECK(papers->front().person == "qa");
    CHECK(papers->front().responses == Responses(5));
    CHECK(papers->front().form->recorded.key.branch == "a");
  }

  TEST_CASE("who is not there, and who has no paper, is said for all at once") {
    const auto bad = blank({"pz", "pa", "pb"});
    REQUIRE_FALSE(bad);
    CHECK(bad.error().kind == Kind::input);
    REQUIRE(bad.error().faults.size() == 2);
    CHECK(bad.error().faults[0].name == "unknown-person");
    CHECK(bad.error().faults[1].name == "no-paper");
  }
}
