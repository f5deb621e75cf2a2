#include "exam/mark_answers.hpp"

#include "support/fault_names.hpp"
#include "support/short_papers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

struct MarkingRoom {
  ShortPaper paper;

  MarkingRoom() {
    paper.hand_in("pa", {"T", "words", "more"});
    paper.hand_in("qa", {"T", "other words", ""});
  }
  std::vector<std::string> waiting_for(const std::string& who) const {
    const auto state = paper.state();
    const auto marked = paper.mark(state);
    std::vector<std::string> responses;
    for (const ShortAnswer* answer : answers_to_mark(paper.scene(state, who), marked))
      responses.push_back(answer->response);
    return responses;
  }
  std::string give(const std::string& by, const std::string& of, const char* question, long value,
                   const std::string& reason = {}) {
    const auto state = paper.state();
    PaperScene scene = paper.scene(state, by);
    scene.reason = reason;
    const auto given = give_points(scene, paper.mark(state),
                                   {{paper.key(of, question), Rational(value), {"f", 2, 1}}});
    if (!given) return given.error().faults[0].name;
    for (const Draft& draft : given->drafts)
      paper.events.push_back(event_of_draft(draft, by, std::string(to_string(given->role))));
    return std::to_string(given->drafts.size());
  }
};

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("others than the candidate's branch mark, question by question, each once") {
    MarkingRoom room;
    CHECK(room.waiting_for("pa").empty());
    CHECK(room.waiting_for("pb").size() == 3);
    CHECK(room.waiting_for("pb").back() == "more");
    CHECK(room.give("pb", "pa", "base/t1", 4) == "1");
    CHECK(room.waiting_for("pb").size() == 2);
    CHECK(room.waiting_for("x").size() == 3);
    CHECK(room.give("pb", "pa", "base/t1", 4) == "0");
    CHECK(room.give("pb", "pa", "base/t1", 5) == "marked-already");
    CHECK(room.give("pa", "qa", "base/t1", 5) == "own-branch");
  }

  TEST_CASE("one's own slip is corrected with a reason, also when it was the last mark") {
    MarkingRoom room;
    room.give("pb", "pa", "base/t1", 4);
    room.give("x", "pa", "base/t1", 5);
    CHECK(room.give("x", "pa", "base/t1", 4) == "marked-already");
    CHECK(room.give("x", "pa", "base/t1", 4, "typed wrongly") == "1");
    const auto state = room.paper.state();
    const auto marked = room.paper.mark(state);
    const auto settled = std::ranges::find_if(
        marked.short_answers, [](const ShortAnswer& one) { return !one.given.empty(); });
    REQUIRE(settled != marked.short_answers.end());
    CHECK(settled->given == std::vector<GivenPoints>{{"pb", Rational(4)}, {"x", Rational(4)}});
  }

  TEST_CASE("a second near mark ends it, a far one asks for somebody else") {
    MarkingRoom room;
    room.give("pb", "pa", "base/t1", 4);
    room.give("x", "pa", "base/t1", 5);
    room.paper.organisation.people.push_back(*room.paper.organisation.find_person("x"));
    room.paper.organisation.people.back().id = "y";
    CHECK(room.give("y", "pa", "base/t1", 3) == "marked-in-full");
    room.give("pb", "pa", "base/t2", 1);
    room.give("x", "pa", "base/t2", 5);
    CHECK(room.waiting_for("y").size() == 2);
    CHECK(room.give("x", "pa", "base/t2", 4) == "marked-already");
    CHECK(room.give("y", "pa", "base/t2", 4) == "1");
    const auto state = room.paper.state();
    const auto marked = room.paper.mark(state);
    REQUIRE(marked.papers.size() == 1);
    CHECK(marked.papers[0].sitting.mark() == Rational(10));
  }

  TEST_CASE("whoever has nothing to mark is told why, and who may") {
    const MarkingRoom room;
    const auto state = room.paper.state();
    const auto why = [&](const char* who) {
      std::string words;
      for (const Phrase& one :
           why_nothing_to_mark(room.paper.scene(state, who), room.paper.mark(state)))
        words += one.en + "\n";
      return words;
    };
    CHECK(why("pb").empty());
    CHECK(why("pa").starts_with("3 answers still waiting, and not for you: "));
    CHECK(why("pa").find("of one's own branch; others mark it: the committee, or an inspector") !=
          std::string::npos);
    Organisation organisation = room.paper.organisation;
    for (Person& person : organisation.people) person.roles.clear();
    PaperScene plain{organisation,      nullptr, state, *organisation.find_person("pb"),
                     Date(2026, 12, 1), {}};
    const auto words = why_nothing_to_mark(plain, room.paper.mark(state));
    REQUIRE(words.size() == 1);
    CHECK(words.front().en.find("can't mark short answers of a: the committee does") !=
          std::string::npos);
  }

  TEST_CASE("points are 0 to the full ones") {
    MarkingRoom room;
    const auto state = room.paper.state();
    const auto marked = room.paper.mark(state);
    const ShortAnswer& answer = marked.short_answers[0];
    CHECK(read_points(answer, " 4.25 ") == Rational(17, 4));
    CHECK(read_points(answer, "0") == Rational(0));
    for (const char* wrong : {"6", "-1", "4.255", "many", ""})
      CHECK_FALSE(read_points(answer, wrong));
  }
}
