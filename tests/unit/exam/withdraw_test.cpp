#include "exam/withdraw.hpp"

#include "exam/compose.hpp"
#include "support/papers.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("exam") {
  TEST_CASE("a draw is withdrawn form by form, until somebody has begun it") {
    const FormFixture fixture;
    std::vector<Event> events{event_of_draft(form_draft(fixture.recorded), "x")};
    const auto drafts = withdraw_forms(fold_exams(one_file_ledger(events)), the_paper, {}, "typo");
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    auto begun = events;
    begun.push_back({{}, "pa", "test.start", "2026Q4/q4/pa", {{"branch", "a"}, {"form", "1"}}, {}});
    const auto state = fold_exams(one_file_ledger(begun));
    CHECK(withdraw_forms(state, the_paper, {}, "typo").error().faults.front().name ==
          "sat-already");
    CHECK(withdraw_forms(state, the_paper, "b", "typo").error().faults.front().name == "not-drawn");
    events.push_back(event_of_draft(drafts->front(), "x"));
    const auto after = fold_exams(one_file_ledger(events));
    CHECK(after.forms.empty());
    CHECK(withdraw_forms(after, the_paper, {}, "typo").error().faults.front().name == "not-drawn");
  }

  TEST_CASE("nobody withdraws without being of the committee") {
    const FormFixture fixture;
    const auto state =
        fold_exams(one_file_ledger({event_of_draft(form_draft(fixture.recorded), "x"),
                                    event_of_draft({"test.withdraw",
                                                    subject_of(fixture.recorded.key),
                                                    {{"paper", fixture.recorded.key.name}}},
                                                   "pa", "secretary")}));
    CHECK(state.forms.size() == 1);
  }
}
