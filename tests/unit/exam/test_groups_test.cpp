#include "exam/test_groups.hpp"

#include "support/marked_tests.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("topics and branches share out all points") {
    const auto test = load_answer_file(reference_table(), "a.csv", reference_bank());
    REQUIRE(test);
    const TestGroups groups = group_figures(*test);
    REQUIRE(groups.topics.size() == 2);
    CHECK(groups.topics[0].topic == "fire");
    CHECK(groups.topics[0].questions == 10);
    CHECK((groups.topics[0].share + groups.topics[1].share) / 2 == doctest::Approx(11.8 / 20));
    REQUIRE(groups.branches.size() == 3);
    double sum = 0;
    for (const BranchFigures& branch : groups.branches) {
      CHECK(branch.candidates == 20);
      CHECK(branch.share ==
            doctest::Approx((branch.topics[0].value() + branch.topics[1].value()) / 2));
      sum += branch.mean;
    }
    CHECK(sum / 3 == doctest::Approx(11.8));
    CHECK(groups.branches[0].branch == "zb01");
  }

  TEST_CASE("a branch has the marks of its own candidates") {
    Bank bank;
    bank.questions = {choice_question("S", QuestionKind::single, "B")};
    const auto test =
        load_answer_file("candidate,branch,S\na,zb09,B\nb,zb01,A\nc,zb09,A\n", "a", bank);
    REQUIRE(test);
    const TestGroups groups = group_figures(*test);
    REQUIRE(groups.branches.size() == 2);
    CHECK(groups.branches[0].mean == 0);
    CHECK(groups.branches[0].deviation == 0);
    CHECK(groups.branches[1].mean == 0.5);
    CHECK_FALSE(groups.topics[0].alpha.has_value());
  }

  TEST_CASE("of a handful of candidates only what is counted is kept") {
    const auto report_of = [](std::size_t candidates) {
      return report_items(
          load_answer_file(reference_table(candidates), "a.csv", reference_bank()).value());
    };
    const ItemReport few = report_of(9);
    CHECK(few.statistics.mean > 0);
    CHECK(few.statistics.items[0].options[0].chosen > 0);
    CHECK_FALSE(few.statistics.alpha);
    CHECK_FALSE(few.statistics.error);
    CHECK_FALSE(few.groups.topics[0].alpha);
    for (const ItemStatistics& item : few.statistics.items) {
      CHECK_FALSE(item.r_rest);
      CHECK_FALSE(item.difference);
    }
    CHECK(report_of(10).statistics.alpha);
  }
}
