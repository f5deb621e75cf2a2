#include "report/test_words.hpp"

#include "support/said.hpp"
#include "support/shown_marks.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("what looks odd about marks is said") {
    const Shown shown;
    const auto words =
        said(marks_words(shown.state, the_paper, shown.fixture.paper, shown.marked, Zone{}));
    for (const char* said :
         {"standard error of measurement 0.50", "pa handed in 2 times",
          "qa is recorded with 2.00, and now comes to 2.50", "backwards while qa was at it"})
      CHECK(words.find(said) != std::string::npos);
    MarkedPapers locked;
    locked.locked = {"2026Q4/q4/pa"};
    const auto few = said(marks_words(shown.state, the_paper, shown.fixture.paper, locked, Zone{}));
    CHECK(few.find("1 paper sealed") != std::string::npos);
    CHECK(few.find("fewer than 10 papers") == std::string::npos);
    CHECK(few.find("marked so far: 0, not opened or not marked in full: 1") != std::string::npos);
    CHECK(few.find("pa handed in 2 times") != std::string::npos);
    CHECK(said(marks_words(shown.state, the_paper, shown.fixture.paper, MarkedPapers{}, Zone{}))
              .find("fewer than 10 papers") != std::string::npos);
  }

  TEST_CASE("a recorded make-up is said beside the first marks") {
    Shown shown;
    const PaperKey again = make_up_of(the_paper);
    shown.state.results.try_emplace({again, "a"}, RecordedTest{again, "a", Rational(50), 3, 2});
    CHECK(said(marks_words(shown.state, the_paper, shown.fixture.paper, shown.marked, Zone{}))
              .find("sihu test grade 2026Q4 q4 --make-up --branches") != std::string::npos);
  }

  TEST_CASE("who began and handed in nothing is named, with what can be done") {
    Shown absent;
    absent.state.sittings.erase({the_paper, "qa"});
    absent.marked.papers.pop_back();
    absent.state.starts.try_emplace({the_paper, "qa"}, BegunSitting{});
    CHECK(said(marks_words(absent.state, the_paper, absent.fixture.paper, absent.marked, Zone{}))
              .find("begun and nothing handed in: qa") != std::string::npos);
  }
}
