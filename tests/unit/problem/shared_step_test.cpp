#include "problem/shared_step.hpp"

#include "problem/twins.hpp"
#include "support/fault_names.hpp"
#include "support/problems.hpp"

#include <doctest/doctest.h>

using namespace sihu;
using namespace sihu::test;

namespace {

// Found by zb03 and, a day later, by zb07.
struct TwoFinders {
  Problem first = a_problem();
  Problem second = a_problem();
  Organisation organisation = an_organisation();
  Workdays workdays = a_calendar();

  TwoFinders() {
    second.id = "26Q4-zb05-b2b2b2-3";
    second.device = "b2b2b2";
    second.serial = 3;
    second.opened = first.opened + 1;
    second.inspecting_branch = "zb07";
    second.last_check = "aaaaaaaaaaaaaaaa";
  }

  Problem problem() const { return as_one_problem({&first, &second}); }

  Result<SharedStep> take(StepName name, const char* person, std::string_view part = "17",
                          std::optional<Date> due = std::nullopt) const {
    Step step;
    step.name = name;
    step.note = "说明";
    step.due = due;
    return take_shared_step(problem(), part, step, *organisation.find_person(person),
                            {organisation, workdays, Date(2026, 10, 14)});
  }
};

std::string lines_of(const Result<SharedStep>& taken) {
  if (!taken) return fault_names(taken);
  std::string all;
  for (const Draft& draft : taken->drafts) {
    all += (all.empty() ? "" : " ") + draft.subject;
    for (const Field& field : draft.fields)
      if (field.key == "with") all += " with " + field.value;
  }
  return all;
}

}  // namespace

TEST_SUITE("problem") {
  TEST_CASE("what is done about the fault is recorded for all who found it") {
    TwoFinders found;
    CHECK(lines_of(found.take(StepName::submit, "p005")) ==
          "26Q4-zb05-k7m2qx-17 26Q4-zb05-b2b2b2-3");
    CHECK(found.take(StepName::submit, "p005")->drafts[1].fields.back().key == "after");
    CHECK(lines_of(found.take(StepName::extend, "p005", "17", Date(2026, 11, 1))) ==
          "26Q4-zb05-k7m2qx-17 26Q4-zb05-b2b2b2-3");
    CHECK(lines_of(found.take(StepName::note, "p005", "b2b2b2-3")) == "26Q4-zb05-b2b2b2-3");
  }

  TEST_CASE("a dispute is decided before anything is closed") {
    TwoFinders found;
    found.first.status = Status::submitted;
    found.first.submitted_by = "p005";
    found.second.status = Status::disputed;
    CHECK(lines_of(found.take(StepName::verify, "p002")) == "0:0 dispute-waits");
    CHECK(lines_of(found.take(StepName::reject, "p002")) == "26Q4-zb05-k7m2qx-17");
    CHECK(lines_of(found.take(StepName::uphold, "p900", "b2b2b2-3")) == "26Q4-zb05-b2b2b2-3");
  }

  TEST_CASE("the finding under which alone an extension was asked for is not taken back") {
    TwoFinders found;
    found.first.asked = ExtensionRequest{Date(2026, 12, 1), "p005", "x"};
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "17")) == "0:0 request-waits");
    found.second.asked = found.first.asked;
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "17")) == "26Q4-zb05-k7m2qx-17");
  }

  TEST_CASE("a verification that is entered late closes nothing that was found after its day") {
    TwoFinders found;
    found.first.status = Status::submitted;
    found.first.submitted_by = "p005";
    Step step;
    step.name = StepName::verify;
    step.note = step.reason = "x";
    step.on = found.first.opened;
    const auto taken =
        take_shared_step(found.problem(), "17", step, *found.organisation.find_person("p001"),
                         {found.organisation, found.workdays, Date(2026, 10, 20)});
    CHECK(lines_of(taken) == "0:0 day-too-early");
  }

  TEST_CASE("each finder verifies for all, also what was not submitted under every id") {
    TwoFinders found;
    found.first.status = Status::submitted;
    found.first.submitted_by = "p005";
    CHECK(lines_of(found.take(StepName::verify, "p004")) ==
          "26Q4-zb05-k7m2qx-17 26Q4-zb05-b2b2b2-3 with 26Q4-zb05-k7m2qx-17");
    CHECK_FALSE(found.take(StepName::verify, "p005"));
  }

  TEST_CASE("what was sent back since it was closed elsewhere has to be submitted again") {
    TwoFinders found;
    found.first.status = Status::closed;
    found.first.closed = found.second.opened + 2;
    found.second.sent_back = found.second.opened + 3;
    CHECK(lines_of(found.take(StepName::verify, "p002")) == "0:0 step-not-possible");
    CHECK(lines_of(found.take(StepName::submit, "p005")) == "26Q4-zb05-b2b2b2-3");
  }

  TEST_CASE("the finding under which alone it was submitted is not taken back") {
    TwoFinders found;
    found.first.status = Status::submitted;
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "17")) == "0:0 submission-waits");
    CHECK(lines_of(found.take(StepName::withdraw, "p900", "b2b2b2-3")) == "26Q4-zb05-b2b2b2-3");
    found.second.status = Status::submitted;
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "17")) == "26Q4-zb05-k7m2qx-17");
  }

  TEST_CASE("who takes a finding back takes back the own, and the committee the one it names") {
    TwoFinders found;
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "17")) == "26Q4-zb05-k7m2qx-17");
    CHECK(lines_of(found.take(StepName::withdraw, "p002", "26Q4-zb05")) == "26Q4-zb05-k7m2qx-17");
    CHECK(lines_of(found.take(StepName::withdraw, "p004", "17")) == "0:0 not-own-finding");
    CHECK(lines_of(found.take(StepName::withdraw, "p900", "b2b2b2-3")) == "26Q4-zb05-b2b2b2-3");
    CHECK(lines_of(found.take(StepName::withdraw, "p900", "26Q4-zb05")) == "0:0 which-finding");
  }

  TEST_CASE("a dispute is about one finding, and so is its decision") {
    TwoFinders found;
    CHECK(lines_of(found.take(StepName::dispute, "p005", "b2b2b2-3")) == "26Q4-zb05-b2b2b2-3");
    CHECK(lines_of(found.take(StepName::dispute, "p005", "26Q4-zb05")) == "0:0 which-finding");
    found.second.status = Status::disputed;
    found.second.disputed_by = "p005";
    CHECK(lines_of(found.take(StepName::uphold, "p900", "26Q4-zb05")) == "26Q4-zb05-b2b2b2-3");
  }
}
