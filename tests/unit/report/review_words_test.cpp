#include "report/review_words.hpp"

#include "support/reported_reviews.hpp"
#include "support/said.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("too few, too few comments and groups apart are said") {
    const Reported reported;
    auto list = reported.list(ReviewMethod::severity, three_sheets);
    list.groups = {{"a", "b"}, {"c"}};
    CHECK(
        said(review_words(list)) ==
        "B and C: fewer than 3 sheets, so there is no result that could show who gave what\n"
        "A: fewer than 5 sheets, so there is no standard error, no interval and no raw mean, which "
        "would nearly show who gave what\n"
        "corrected scores are in steps of 5: of so few sheets on so short a scale finer ones "
        "would "
        "show what is in each\n"
        "A: comments on fewer than 3 sheets are not shown\n"
        "[A and B] and [C] share no reviewer: even corrected they compare only if the reviewers "
        "of each group are alike, so do not rely on the order\n");
    CHECK(commented_branches(list).empty());
    list.groups = {{"a"}};
    CHECK(said(review_words(list))
              .find("only A was reviewed: who is strict and who is lenient "
                    "can't be told") != std::string::npos);
    const std::string trimmed =
        said(review_words(reported.list(ReviewMethod::trimmed, three_sheets)));
    CHECK(trimmed.find("A: fewer than 5 sheets, so that none is left out: a mean\n") !=
          std::string::npos);
  }

  TEST_CASE("what is withheld of a result is said, and why") {
    auto sheets = three_sheets;
    const Reported reported;
    CHECK(said(review_words(reported.list(ReviewMethod::mean, sheets)))
              .find("A: fewer than 5 sheets, so there is no standard error and no interval, which "
                    "would nearly show who gave what\n") != std::string::npos);
    sheets.push_back(opened("pd", "a", 81));
    sheets.push_back(opened("pe", "a", 95));
    CHECK(
        said(review_words(reported.list(ReviewMethod::severity, sheets)))
            .find("raw means are to the nearest 5 points: finer ones, beside the corrected score, "
                  "would show who is strict and who is lenient\n") != std::string::npos);
    const std::string trimmed = said(review_words(reported.list(ReviewMethod::trimmed, sheets)));
    CHECK(trimmed.find("raw means are to whole points: finer ones, beside the score, would show "
                       "who gave what\n") != std::string::npos);
    CHECK(trimmed.find("A: fewer than 5 sheets without the highest and the lowest, so there is no "
                       "standard error") != std::string::npos);
    CHECK(said(review_words(reported.list(ReviewMethod::mean, sheets))).find("raw mean") ==
          std::string::npos);
  }

  TEST_CASE("what is withheld of a recorded result is said without any key") {
    Event event = result_event("a", "251/3", 3);
    for (Field& field : event.fields)
      if (field.key == "method") field.value = "median";
    const Reported reported({event});
    const ReviewList list{reported.state, reported.organisation, ReviewMethod::median};
    CHECK(said(review_words(list)).find("no interval and no raw mean") != std::string::npos);
  }
}
