#include "report/item_list.hpp"
#include "support/marked_tests.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::string lines_of(const Table& table) {
  return render(table, Format::csv, {Lang::en});
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE("the test is one row with its reliability") {
    auto test = load_answer_file(reference_table(), "a.csv", reference_bank());
    REQUIRE(test);
    const ItemReport report = report_items(std::move(*test));
    CHECK(lines_of(test_table(report)) ==
          "candidates,questions,full,mean,median,deviation,skewness,alpha,kr20,kr21,error,tail\n"
          "60,20,20.00,11.80,12.50,3.37,-0.481,0.695,0.695,0.596,1.86,16\n");
  }

  TEST_CASE("topics and branches have their points, and a branch those of each topic") {
    Bank bank = reference_bank();
    auto test =
        load_answer_file("candidate,branch,Q1,Q2,Q11\na,zb01,A,B,A\nb,zb02,A,A,B\n", "a.csv", bank);
    REQUIRE(test);
    const ItemReport report = report_items(std::move(*test));
    CHECK(lines_of(topic_table(report)) ==
          "topic,questions,full,share,alpha\nfire,2,2.00,75.0,\nrecords,1,1.00,50.0,\n");
    CHECK(lines_of(branch_table(report)) ==
          "branch,candidates,mean,deviation,share,topic:fire,topic:records\n"
          "zb01,1,2.00,,66.7,100.0,0.0\nzb02,1,2.00,,66.7,50.0,100.0\n");
  }
}
