#include "exam/earlier_papers.hpp"

#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Forms of quarters of 2026: of each the questions, and whose it is.
struct Earlier {
  ExamState state;

  void add(int quarter, const std::string& branch, const std::string& person,
           std::vector<std::string> questions) {
    RecordedForm form = FormFixture().recorded;
    form.key = {{{2026, quarter}, "q4"}, branch, static_cast<int>(state.forms.size()) + 1};
    form.person = person;
    form.questions = std::move(questions);
    state.forms.emplace(form.key, form);
  }
  EarlierPapers papers() const { return EarlierPapers(state, the_paper); }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a person was asked what the own form asked, or one that the branch shared") {
    Earlier earlier;
    earlier.add(1, "a", "", {"base/s1"});
    earlier.add(2, "a", "pa", {"base/s2"});
    earlier.add(2, "a", "qa", {"base/s3"});
    earlier.add(2, "b", "", {"base/s4"});
    const auto asked = earlier.papers().asked("a", "pa");
    CHECK(asked.size() == 2);
    CHECK(asked.at("base/s1") == Quarter{2026, 1});
    CHECK(asked.contains("base/s2"));
    CHECK(earlier.papers().asked("a", "").size() == 3);
    CHECK(earlier.papers().asked("c", "").empty());
  }

  TEST_CASE("the last time counts, and not this paper itself") {
    Earlier earlier;
    earlier.add(1, "a", "pa", {"base/s1"});
    earlier.add(3, "a", "pa", {"base/s1", "base/s2"});
    earlier.add(4, "a", "pa", {"base/s3"});
    CHECK(earlier.papers().last_use().at("base/s1") == Quarter{2026, 3});
    CHECK_FALSE(earlier.papers().last_use().contains("base/s3"));
    RecordedForm form = FormFixture().recorded;
    form.person = "pa";
    form.questions = {"base/s1", "base/s3", "base/s4"};
    CHECK(earlier.papers().repeated_in(form) == 1);
  }
}
