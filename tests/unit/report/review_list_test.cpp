#include "report/review_list.hpp"

#include "report/review_words.hpp"
#include "support/reported_reviews.hpp"
#include "support/said.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("a branch has its score, how sure it is, and the raw mean, and no row has a person") {
    const Reported reported;
    const Table table = review_table(reported.list(ReviewMethod::mean, three_sheets));
    const std::string csv = render(table, Format::csv, {Lang::en});
    CHECK(csv ==
          "branch,branch_name,method,sheets,value,error,low,high,mean,state,comments\n"
          "a,A,mean,3,70.00,,,,70.00,told,\n"
          "b,B,mean,1,,,,,,few,\n"
          "c,C,mean,0,,,,,,few,\n");
    for (const Format format : {Format::json, Format::table, Format::md})
      for (const char* person : {"pa", "pb", "pc"})
        CHECK(render(table, format, {Lang::en}).find(person) == std::string::npos);
  }

  TEST_CASE("halves go where sihu.yaml says") {
    const std::vector<OpenedSheet> half{{"pb", "a", "", Rational(50), ""},
                                        {"pc", "a", "", Rational(50), ""},
                                        {"x", "a", "", Rational(50015, 1000), ""}};
    Reported reported({result_event("b", "10001/200", 3)});
    const auto shown = [&] {
      return render(review_table(reported.list(ReviewMethod::mean, half)), Format::csv, {Lang::en});
    };
    CHECK(shown().find("a,A,mean,3,50.01,,,,50.01,told") != std::string::npos);
    CHECK(shown().find("b,B,mean,3,50.01,,,,50.01,recorded") != std::string::npos);
    reported.organisation.ranking.halves = Halves::even;
    CHECK(shown().find("a,A,mean,3,50.00,,,,50.00,told") != std::string::npos);
    CHECK(shown().find("b,B,mean,3,50.00,,,,50.00,recorded") != std::string::npos);
  }

  TEST_CASE("of five sheets it says how sure it is, to tenths") {
    auto five = three_sheets;
    five.push_back(opened("pd", "a", 81));
    five.push_back(opened("pe", "a", 95));
    const Reported reported;
    const auto list = reported.list(ReviewMethod::mean, five);
    CHECK(render(review_table(list), Format::csv, {Lang::en})
              .find("a,A,mean,5,77.20,5.9,60.8,93.6,77.20,told,") != std::string::npos);
    CHECK(said(review_words(list)).find("no standard error") == std::string::npos);
  }

  TEST_CASE("a raw mean beside a corrected score is coarse, or not there") {
    auto many = three_sheets;
    many.push_back(opened("pd", "a", 81));
    many.push_back(opened("pe", "a", 95));
    for (const char* person : {"pc", "pd", "pe"}) many.push_back(opened(person, "b", 71));
    const Reported reported;
    const std::string csv =
        render(review_table(reported.list(ReviewMethod::severity, many)), Format::csv, {Lang::en});
    CHECK(csv.find(",75,told,") != std::string::npos);  // the mean is 77.2
    CHECK(csv.find("b,B,severity,4,") != std::string::npos);
    CHECK(csv.find(",,,,,told,") != std::string::npos);
  }

  TEST_CASE("a recorded result is shown as it was recorded, and what came later is said") {
    const Reported reported({sheet_event(sheet_key("a", "pb"), "C1=1"),
                             result_event("a", "251/3", 3),
                             sheet_event(sheet_key("a", "pc"), "C1=1")});
    auto list = reported.list(ReviewMethod::median, three_sheets);
    const std::string csv = render(review_table(list), Format::csv, {Lang::en});
    CHECK(csv.find("a,A,mean,3,83.67,,,,83.67,recorded,") != std::string::npos);
    CHECK(said(review_words(list)).find("came after") == std::string::npos);
  }

  TEST_CASE("comments stay while the sheets are those that were counted, whatever their clocks") {
    auto sheets = three_sheets;
    sheets[2].comment = "three";
    std::vector<Event> events{result_event("a", "70", 3), sheet_event(sheet_key("a", "pb"), "C1=1"),
                              sheet_event(sheet_key("a", "pc"), "C1=1"),
                              sheet_event(sheet_key("a", "x"), "C1=1")};
    for (Event& event : events) event.check = event.subject;
    const auto comments = [&](const std::vector<Event>& lines) {
      const Reported reported(lines);
      return commented_branches(reported.list(ReviewMethod::mean, sheets)).size();
    };
    CHECK(comments(events) == 0);  // written by an earlier program
    const std::string counted =
        digest_of_sheets(fold_review(one_file_ledger(events), reviewed_quarter), "a");
    events[0].fields.push_back({"counted", counted});
    CHECK(comments(events) == 1);
    events[1].check = "another";
    CHECK(comments(events) == 0);
  }

  TEST_CASE("enough comments are shown with their branch") {
    auto sheets = three_sheets;
    sheets[2].comment = "three";
    const Reported reported;
    const auto branches = commented_branches(reported.list(ReviewMethod::mean, sheets));
    REQUIRE(branches.size() == 1);
    CHECK(branches[0].heading.en == "Comments on A, shuffled:");
    CHECK(branches[0].comments.size() == 3);
  }

  TEST_CASE("sheets that could not be opened leave a branch sealed") {
    const Reported reported({sheet_event(sheet_key("a", "pb"), "box")});
    ReviewList list{reported.state, reported.organisation, ReviewMethod::mean};
    list.locked = 1;
    CHECK(render(review_table(list), Format::csv, {Lang::en}).find("a,A,mean,1,,,,,,sealed,\n") !=
          std::string::npos);
    CHECK(said(review_words(list)) ==
          "1 sheet sealed, and the key that opens them is not on this machine\n");
  }
}
