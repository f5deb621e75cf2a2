#include "report/test_list.hpp"

#include "support/shown_marks.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("who has no paper is not taken for absent") {
    Shown shown;
    shown.state.marks.clear();
    shown.state.sittings.erase({the_paper, "qa"});
    shown.marked.papers.pop_back();
    shown.state.forms.begin()->second.person = "pa";
    CHECK(render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
                 {Lang::en})
              .ends_with("qa,QA,a,,,,,,,no-paper,,,\n"));
  }

  TEST_CASE("marks are listed with who is near the line and who is missing") {
    const Shown shown;
    CHECK(
        render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
               {Lang::en}) ==
        "person,person_name,branch,form,mark,full,passed,near_line,took,state,handed_in,clock_"
        "turned_back,begun\n"
        "pa,PA,a,1,3.00,6.00,yes,yes,,marked,2,no,\nqa,QA,a,1,2.00,6.00,no,no,,recorded,1,yes,\n");
    Shown absent;
    absent.state.marks.clear();
    absent.state.sittings.erase({the_paper, "qa"});
    absent.marked.papers.pop_back();
    const auto list = [&] {
      return render(marks_table(absent.state, the_paper, absent.marked, absent.organisation),
                    Format::csv, {Lang::en});
    };
    CHECK(list().ends_with("qa,QA,a,,,,,,,absent,,,\n"));
    absent.state.starts.try_emplace({the_paper, "qa"}, BegunSitting{});
    CHECK(list().ends_with("qa,QA,a,,,,,,,begun,,,1\n"));
  }

  TEST_CASE("programs read who handed in twice, and whose clock was turned back") {
    const Shown shown;
    const auto table = marks_table(shown.state, the_paper, shown.marked, shown.organisation);
    const auto list = render(table, Format::json, {Lang::en});
    CHECK(list.find("\"handed_in\":2,\"clock_turned_back\":false") != std::string::npos);
    CHECK(list.find("\"handed_in\":1,\"clock_turned_back\":true") != std::string::npos);
    CHECK(render(table, Format::table, {Lang::en}).find("turned back") == std::string::npos);
  }

  TEST_CASE("who handed in is listed by the id when sihu.yaml has them no more") {
    Shown shown;
    std::erase_if(shown.organisation.people, [](const Person& one) { return one.id == "pa"; });
    CHECK(
        render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
               {Lang::en}) ==
        "person,person_name,branch,form,mark,full,passed,near_line,took,state,handed_in,clock_"
        "turned_back,begun\n"
        "qa,QA,a,1,2.00,6.00,no,no,,recorded,1,yes,\npa,pa,a,1,3.00,6.00,yes,yes,,marked,2,no,\n");
    shown.marked.papers.erase(shown.marked.papers.begin());
    shown.marked.locked = {"2026Q4/q4/pa"};
    CHECK(render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
                 {Lang::en})
              .ends_with("pa,pa,a,,,,,,,sealed,2,no,\n"));
    shown.organisation.people.front().branch = "b";
    CHECK(render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
                 {Lang::en})
              .find("qa,QA,b,1,2.00") != std::string::npos);
  }

  TEST_CASE("who handed in what can't be opened here is listed, and has no 0") {
    Shown shut;
    shut.state.marks.clear();
    shut.marked.papers.pop_back();
    shut.marked.locked = {"2026Q4/q4/qa"};
    CHECK(render(marks_table(shut.state, the_paper, shut.marked, shut.organisation), Format::csv,
                 {Lang::en})
              .ends_with("qa,QA,a,,,,,,,sealed,1,yes,\n"));
    const auto tests =
        branch_tests(shut.state, the_paper, shut.fixture.paper, shut.organisation, shut.marked);
    REQUIRE(tests.size() == 1);
    CHECK(tests[0].locked == 1);
    CHECK(render(branch_tests_table(shut.state, the_paper, tests, shut.organisation), Format::csv,
                 {Lang::en})
              .ends_with(",,sealed\n"));
  }

  TEST_CASE("whose key is not there has no mark yet, and is no absentee") {
    Shown shown;
    shown.state.marks.clear();
    shown.marked.keyless = {shown.marked.papers.back().handed};
    shown.marked.papers.pop_back();
    CHECK(render(marks_table(shown.state, the_paper, shown.marked, shown.organisation), Format::csv,
                 {Lang::en})
              .ends_with("qa,QA,a,,,,,,,sealed,1,yes,\n"));
    CHECK(branch_tests(shown.state, the_paper, shown.fixture.paper, shown.organisation,
                       shown.marked)[0]
              .locked == 1);
  }

  TEST_CASE("branches are listed with what was recorded of them") {
    Shown shown;
    const std::vector<BranchTest> tests{{"a", 3, 2, 0, 1, Rational(40)}};
    const auto list = [&] {
      return render(branch_tests_table(shown.state, the_paper, tests, shown.organisation),
                    Format::csv, {Lang::en});
    };
    CHECK(list() ==
          "branch,branch_name,people,sat,excused,passed,value,state\na,A,3,2,0,1,40.00,marked\n");
    RecordedTest recorded{the_paper, "a", Rational(125, 3), 4, 2};
    shown.state.results.insert_or_assign({the_paper, "a"}, recorded);
    CHECK(list().ends_with("a,A,,2,,,41.67,recorded\n"));
    recorded.excused = 1;
    recorded.passed = 0;
    shown.state.results.insert_or_assign({the_paper, "a"}, recorded);
    CHECK(list().ends_with("a,A,5,2,1,0,41.67,recorded\n"));
  }
}
