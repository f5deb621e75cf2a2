#include "exam/hand_in.hpp"

#include "base/sealed_box.hpp"
#include "support/fault_names.hpp"
#include "support/papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string secret(64, '7');

struct HandInDesk {
  FormFixture fixture;
  Organisation organisation = examined();
  std::optional<PlanFile> plan;
  ExamState state;
  Date today{2026, 12, 1};

  PaperScene scene(const std::string& by) const {
    return {organisation, plan ? &*plan : nullptr,
            state,        *organisation.find_person(by),
            today,        [] { return Result<std::string>(std::string(64, '5')); }};
  }
  NewPaper paper(const std::string& person) const {
    return {person, &fixture.form, {"B", "", "AC", "T", "15"}, {}, false, {"answers", 2, 1}};
  }
  Result<PapersRecording> hand_in(const std::string& by, const std::string& of, bool own) const {
    return hand_in_papers(scene(by), {paper(of)}, own);
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("one's own paper, and papers that the committee enters, become a line each") {
    const HandInDesk desk;
    const auto own = desk.hand_in("pa", "pa", true);
    REQUIRE(own);
    CHECK(own->role == RoleName::member);
    const auto state =
        fold_exams(one_file_ledger({event_of_draft(own->drafts[0], "pa", "member")}));
    const HandedPaper* paper = state.sitting_of(the_paper, "pa");
    REQUIRE(paper);
    CHECK(paper->text == "base/s1=B\nbase/m1=AC\nbase/j1=T\nbase/b1=15");
    CHECK(paper->branch == "a");
    CHECK_FALSE(paper->is_sealed());
    CHECK(desk.hand_in("x", "qa", false)->role == RoleName::committee);
  }

  TEST_CASE("a paper is sealed to the committee's key, its length saying nothing") {
    HandInDesk desk;
    desk.organisation = examined("{key: 'x25519:" + box_public_key(secret) + "'}");
    const auto full = desk.hand_in("pa", "pa", true);
    REQUIRE(full);
    const auto empty =
        hand_in_papers(desk.scene("pa"), {{"pa", &desk.fixture.form, Responses(5)}}, true);
    REQUIRE(empty);
    const auto box = [](const PapersRecording& recording) {
      for (const Field& field : recording.drafts[0].fields)
        if (field.key == "answers") return field.value;
      return std::string();
    };
    CHECK(box(*full).size() == box(*empty).size());
    CHECK(box(*full).find("base") == std::string::npos);
    const auto opened = open_box(box(*full), sealed_paper_bytes(desk.fixture.form), secret);
    REQUIRE(opened);
    CHECK(read_boxed_responses(desk.fixture.form, "2026Q4/q4/pa", *opened)->at(2) == "AC");
  }

  TEST_CASE("the committee corrects what was entered wrongly, with its reason, and nothing else") {
    HandInDesk desk;
    std::vector<Event> events{event_of_draft(desk.hand_in("x", "qa", false)->drafts[0], "x")};
    desk.state = fold_exams(one_file_ledger(events));
    NewPaper right = desk.paper("qa");
    right.responses[0] = "A";
    CHECK(fault_names(hand_in_papers(desk.scene("x"), {right}, false)) == "2:1 handed-in-already");
    PaperScene scene = desk.scene("x");
    scene.reason = "read wrongly";
    const auto corrected = hand_in_papers(scene, {right}, false);
    REQUIRE_MESSAGE(corrected, fault_names(corrected));
    events.push_back(event_of_draft(corrected->drafts[0], "x"));
    ExamState state = fold_exams(one_file_ledger(events));
    CHECK(state.sitting_of(the_paper, "qa")->text.starts_with("base/s1=A"));
    CHECK(state.sitting_of(the_paper, "qa")->again == 0);
    const auto cancelled = cancel_paper(scene, the_paper, "qa");
    REQUIRE(cancelled);
    events.push_back(event_of_draft(cancelled->drafts[0], "x"));
    state = fold_exams(one_file_ledger(events));
    CHECK_FALSE(state.sitting_of(the_paper, "qa"));
    PaperScene other = desk.scene("pb");
    other.reason = "too";
    CHECK(fault_names(cancel_paper(other, the_paper, "qa")).ends_with("not-committee"));
    CHECK(fault_names(cancel_paper(scene, the_paper, "pa")).ends_with("not-handed-in"));
    desk.state = fold_exams(one_file_ledger(
        {event_of_draft(desk.hand_in("pa", "pa", true)->drafts[0], "pa", "member")}));
    CHECK(fault_names(cancel_paper(scene, the_paper, "pa")).ends_with("handed-in-by-candidate"));
  }

  TEST_CASE("a line without a reason, or by anybody else, corrects nothing") {
    const HandInDesk desk;
    const Event first = event_of_draft(desk.hand_in("x", "qa", false)->drafts[0], "x");
    Event second = first;
    for (Field& field : second.fields)
      if (field.key == "answers") field.value = "-";
    const auto answers_of = [&](const Event& later) {
      return fold_exams(one_file_ledger({first, later})).sitting_of(the_paper, "qa")->text;
    };
    CHECK(answers_of(second) != "-");
    second.fields.push_back({"reason", "mine"});
    CHECK(answers_of(second) == "-");
    for (Field& field : second.fields)
      if (field.key == "role") field.value = "inspector";
    CHECK(answers_of(second) != "-");
  }

  TEST_CASE("a sealed paper that is there already is left as it is where it can be opened") {
    HandInDesk desk;
    desk.organisation = examined("{key: 'x25519:" + box_public_key(secret) + "'}");
    const auto first = desk.hand_in("x", "qa", false);
    REQUIRE(first);
    desk.state = fold_exams(one_file_ledger({event_of_draft(first->drafts[0], "x")}));
    CHECK(fault_names(desk.hand_in("x", "qa", false)) == "2:1 handed-in-already");
    PaperScene scene = desk.scene("x");
    scene.secret_for = [](const std::string&) { return std::optional(secret); };
    const auto again = hand_in_papers(scene, {desk.paper("qa")}, false);
    REQUIRE(again);
    CHECK(again->drafts.empty());
    NewPaper other = desk.paper("qa");
    other.responses[0] = "C";
    CHECK(fault_names(hand_in_papers(scene, {other}, false)) == "2:1 handed-in-already");
  }

  TEST_CASE("why a paper is not taken: each reason, where it is written") {
    HandInDesk desk;
    CHECK(fault_names(desk.hand_in("pa", "pa", false)) == "2:1 own-paper");
    CHECK(fault_names(desk.hand_in("pa", "qa", false)) == "2:1 may-not-record");
    CHECK(fault_names(desk.hand_in("qa", "pa", false)) == "2:1 may-not-record");
    desk.state.sittings.try_emplace({the_paper, "pa"});
    CHECK(fault_names(desk.hand_in("x", "pa", false)) == "2:1 handed-in-already");
    desk.state.results.try_emplace({the_paper, "a"});
    CHECK(fault_names(desk.hand_in("x", "qa", false)) == "2:1 test-closed");
    desk.today = Date(2026, 9, 30);
    CHECK(fault_names(desk.hand_in("x", "qa", false)) == "2:1 future-quarter");
    CHECK(desk.hand_in("x", "qa", false).error().kind == Kind::refused);
  }

  TEST_CASE("papers are entered by the branch that sets them, where the plan says which") {
    HandInDesk desk;
    CHECK(desk.hand_in("pb", "qa", false)->role == RoleName::secretary);
    desk.plan = PlanFile{{2026, 4}, {}, {}, {}, {{Mutual::test, "c", "a"}}};
    CHECK(fault_names(desk.hand_in("pb", "qa", false)) == "2:1 may-not-record");
    desk.plan->rows.push_back({Mutual::test, "b", "a"});
    CHECK(desk.hand_in("pb", "qa", false));
  }

  TEST_CASE("a sitting begins once, and not after it was handed in") {
    HandInDesk desk;
    const auto begun = begin_sitting(desk.scene("pa"), desk.fixture.form);
    REQUIRE(begun);
    REQUIRE(begun->drafts.size() == 1);
    desk.state = fold_exams(one_file_ledger({event_of_draft(begun->drafts[0], "pa", "member")}));
    CHECK(begin_sitting(desk.scene("pa"), desk.fixture.form)->drafts.empty());
    desk.state.sittings.try_emplace({the_paper, "pa"});
    CHECK_FALSE(begin_sitting(desk.scene("pa"), desk.fixture.form));
  }
}
