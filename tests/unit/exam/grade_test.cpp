#include "exam/grade.hpp"

#include "base/sealed_box.hpp"
#include "exam/compose.hpp"
#include "exam/hand_in.hpp"
#include "support/papers.hpp"

#include <cmath>

using namespace sihu;
using namespace sihu::test;

namespace {

const std::string secret(64, '7');

struct Marker {
  FormFixture fixture;
  Organisation organisation = examined();
  std::vector<Event> events{event_of_draft(form_draft(fixture.recorded), "x")};
  bool has_key = true;

  void hand_in(const std::string& person, const Responses& responses) {
    const PaperScene scene{
        organisation, nullptr, {}, *organisation.find_person(person), Date(2026, 12, 1), [] {
          return Result<std::string>(std::string(64, '5'));
        }};
    const auto recording = hand_in_papers(scene, {{person, &fixture.form, responses}}, true);
    REQUIRE(recording);
    events.push_back(event_of_draft(recording->drafts[0], person, "member"));
  }
  ExamState state() const { return fold_exams(one_file_ledger(events)); }
  MarkedPapers mark(const ExamState& state) const {
    return mark_papers(
        state, the_paper,
        {[&](const FormKey& key) { return key == fixture.recorded.key ? &fixture.form : nullptr; },
         [&](const std::string&) { return has_key ? std::optional(secret) : std::nullopt; }});
  }
  Result<std::vector<Draft>> record(const std::string& by, const std::string& reason = {}) const {
    const auto now = state();
    const auto marked = mark(now);
    return record_marks(now, the_paper, fixture.paper, marked,
                        branch_tests(now, the_paper, fixture.paper, organisation, marked),
                        *organisation.find_person(by), Date(2026, 12, 31), reason);
  }
};

MarkedSitting sitting(const std::vector<long>& marks) {
  MarkedSitting made{"p", "a", "q4", 1, {}};
  for (std::size_t i = 0; i < marks.size(); ++i)
    made.answers.push_back({"b/" + std::to_string(i), "", Rational(marks[i]), Rational(1)});
  return made;
}

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("a result that a paper from elsewhere changed is recorded anew, with a reason") {
    Marker marker;
    marker.hand_in("pa", {"B", "A", "AC", "F", ""});
    const auto recorded = marker.record("x");
    for (const Draft& draft : *recorded)
      marker.events.push_back(event_of_draft(draft, "x", "committee"));
    const Rational before = marker.state().results.at({the_paper, "a"}).value;
    const auto changed = [&](const ExamState& state) {
      return changed_results(state, the_paper,
                             branch_tests(state, the_paper, marker.fixture.paper,
                                          marker.organisation, marker.mark(state)))
          .size();
    };
    CHECK(changed(marker.state()) == 0);
    Marker other;
    other.hand_in("qa", {"B", "A", "AC", "F", ""});
    marker.events.push_back(other.events.back());
    CHECK(changed(marker.state()) == 1);
    CHECK(marker.record("x")->size() == 1);  // the mark alone
    const auto corrected = marker.record("x", "merged");
    for (const Draft& draft : *corrected)
      marker.events.push_back(event_of_draft(draft, "x", "committee"));
    CHECK(changed(marker.state()) == 0);
    CHECK(marker.state().results.at({the_paper, "a"}).value == Rational(2) * before);
  }

  TEST_CASE("who has begun and has time left is still sitting") {
    Marker marker;
    ExamState state = marker.state();
    const Instant begun = Zone{}.at(Date(2026, 12, 1), 9);
    state.starts.try_emplace({the_paper, "pa"}, BegunSitting{begun, {}, false});
    const std::int64_t minutes = marker.fixture.paper.minutes;
    CHECK(still_sitting(state, the_paper, marker.fixture.paper, begun + (minutes * 60'000 - 1)) ==
          std::vector<std::string>{"pa"});
    CHECK(still_sitting(state, the_paper, marker.fixture.paper, begun + minutes * 60'000).empty());
    CHECK(begun_only(state, the_paper) == std::vector<std::string>{"pa"});
    state.starts.at({the_paper, "pa"}).form.branch = "a";
    state.results[{the_paper, "a"}] = {the_paper, "a", {}, 2, 0};
    CHECK(begun_only(state, the_paper).empty());
    CHECK(still_sitting(state, the_paper, marker.fixture.paper, begun).empty());
    state.results.clear();
    marker.hand_in("pa", {"B", "A", "AC", "F", ""});
    state.sittings = marker.state().sittings;
    CHECK(begun_only(state, the_paper).empty());
  }

  TEST_CASE("papers are marked by the rules of their sections, and pass on the exact mark") {
    Marker marker;
    marker.hand_in("pa", {"B", "A", "AC", "F", ""});
    marker.hand_in("qa", {"B", "B", "A", "F", ""});
    const auto state = marker.state();
    const auto marked = marker.mark(state);
    REQUIRE(marked.papers.size() == 2);
    CHECK(marked.papers[0].sitting.mark() == Rational(3));
    CHECK(marked.papers[0].passed);
    CHECK(marked.papers[0].sitting.answers[2].response == "AC");
    CHECK(marked.papers[1].sitting.mark() == Rational(5, 2));
    CHECK_FALSE(marked.papers[1].passed);
    CHECK(marked.papers[1].sitting.full() == Rational(6));
    CHECK_FALSE(marked.error);
  }

  TEST_CASE("a paper passes on the mark as it is, not as it is rounded") {
    Marker marker;
    marker.hand_in("qa", {"B", "B", "A", "F", ""});  // 2 and a part of the third question
    const auto passes_with = [&](const Rational& part) {
      marker.fixture.paper.sections[1].marking.part = part;
      return marker.mark(marker.state()).papers.at(0).passed;
    };
    CHECK_FALSE(passes_with(Rational(199, 200)));  // 2.995, shown as 3.00
    CHECK(passes_with(Rational(1)));
  }

  TEST_CASE("sealed papers are opened by the committee's key, and a box of another line is none") {
    Marker marker;
    marker.organisation = examined("{key: 'x25519:" + box_public_key(secret) + "'}");
    marker.hand_in("pa", {"B", "B", "AC", "T", "15"});
    marker.events.push_back(marker.events.back());
    marker.events.back().person = "qa";
    marker.events.back().subject = "2026Q4/q4/qa";
    const auto state = marker.state();
    CHECK(marker.mark(state).papers.at(0).sitting.mark() == Rational(6));
    CHECK(marker.mark(state).damaged == std::vector<std::string>{"2026Q4/q4/qa"});
    const auto readable = all_readable(marker.mark(state));
    REQUIRE_FALSE(readable);
    CHECK(readable.error().kind == Kind::integrity);
    CHECK(readable.error().faults.front().what.en.find("2026Q4/q4/qa") == 0);
    // Who hands in nonsense can't keep the others from their marks.
    REQUIRE(marker.record("x"));
    CHECK(marker.record("x")->size() == 2);
    marker.has_key = false;
    CHECK(marker.mark(state).papers.empty());
    CHECK(all_readable(marker.mark(state)));
    CHECK(marker.mark(state).locked.size() == 2);
    CHECK_FALSE(marker.record("x"));
  }

  TEST_CASE("whoever did not sit counts as 0, or, up to a tenth, not at all") {
    Marker marker;
    marker.hand_in("pa", {"B", "B", "AC", "T", "15"});
    const auto state = marker.state();
    const auto marked = marker.mark(state);
    auto tests = branch_tests(state, the_paper, marker.fixture.paper, marker.organisation, marked);
    REQUIRE(tests.size() == 1);  // nothing was drawn for b
    CHECK(tests[0].value == Rational(50));
    CHECK(tests[0].people == 2);
    CHECK(tests[0].sat == 1);
    CHECK(tests[0].passed == 1);
    Paper paper = marker.fixture.paper;
    paper.absent = Absence::excluded;
    tests = branch_tests(state, the_paper, paper, marker.organisation, marked);
    CHECK(tests[0].value == Rational(50));  // a tenth of two is nobody
    for (int i = 0; i < 18; ++i) {
      Person absent;
      absent.id = "r" + std::to_string(i);
      absent.branch = "a";
      marker.organisation.people.push_back(absent);
    }
    tests = branch_tests(state, the_paper, paper, marker.organisation, marked);
    CHECK(tests[0].excused == 2);
    CHECK(tests[0].value == Rational(100, 18));
  }

  TEST_CASE("who moves or leaves after sitting counts once, where the sitting was") {
    Marker marker;
    marker.hand_in("pa", {"B", "B", "AC", "T", "15"});
    const auto state = marker.state();
    const auto marked = marker.mark(state);
    const auto of_a = [&] {
      return branch_tests(state, the_paper, marker.fixture.paper, marker.organisation, marked)
          .front();
    };
    const auto before = of_a();
    auto& people = marker.organisation.people;
    std::ranges::find(people, "pa", &Person::id)->branch = "b";
    CHECK(of_a().people == before.people);
    CHECK(of_a().value == before.value);
    std::erase_if(people, [](const Person& person) { return person.id == "pa"; });
    CHECK(of_a().people == before.people);
    CHECK(of_a().value == before.value);
  }

  TEST_CASE("the committee records marks once, and nobody else does") {
    Marker marker;
    marker.hand_in("pa", {"B", "B", "AC", "T", "15"});
    CHECK(marker.record("pa").error().faults.front().name == "not-committee");
    const auto drafts = marker.record("x");
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 2);
    for (const Draft& draft : *drafts) marker.events.push_back(event_of_draft(draft, "x"));
    const auto state = marker.state();
    CHECK(state.marks.at({the_paper, "pa"}).value == Rational(6));
    CHECK(state.results.at({the_paper, "a"}).value == Rational(50));
    CHECK(state.results.at({the_paper, "a"}).people == 2);
    CHECK(marker.record("x")->empty());
  }

  TEST_CASE("the standard error of measurement is that of the totals times the root of 1 - alpha") {
    std::vector<MarkedSitting> sittings;
    for (long i = 0; i < 10; ++i) sittings.push_back(sitting({i % 2, i % 2, i < 5 ? 1 : 0}));
    // s² of a column of five ones and five zeros is 5/18; the first two go together, the third has
    // covariance -1/18 with each: s² of totals 3·5/18 + 2·5/18 - 4/18 = 21/18, alpha = 1.5 (1 -
    // 15/21) = 3/7
    REQUIRE(error_of_measurement(sittings));
    CHECK(std::abs(*error_of_measurement(sittings) - std::sqrt(21.0 / 18 * 4 / 7)) < 1e-12);
    sittings.pop_back();
    CHECK_FALSE(error_of_measurement(sittings));
    CHECK_FALSE(error_of_measurement(std::vector<MarkedSitting>(10, sitting({1}))));
  }

  TEST_CASE("where each has questions of the own, papers say how far they err by themselves") {
    std::vector<MarkedSitting> sittings;
    for (long i = 0; i < 10; ++i) {
      sittings.push_back(sitting({1, 1, 0, 0}));
      for (MarkedAnswer& answer : sittings.back().answers)
        answer.question += "-" + std::to_string(i);
    }
    // Each has 1 1 0 0: variance 1/3, four questions of a point.
    REQUIRE(error_of_measurement(sittings));
    CHECK(std::abs(*error_of_measurement(sittings) - std::sqrt(4.0 / 3)) < 1e-12);
    sittings.pop_back();
    CHECK_FALSE(error_of_measurement(sittings));
  }

  TEST_CASE("a paper whose keys are not known has no mark, not even 0") {
    Marker marker;
    marker.hand_in("pa", {"B", "B", "AC", "T", "15"});
    for (BankQuestion& question : marker.fixture.bank.questions)
      if (question.id == "j1") question.key.clear();
    const auto state = marker.state();
    const auto marked = marker.mark(state);
    CHECK(marked.papers.empty());
    REQUIRE(marked.keyless.size() == 1);
    CHECK(marked.keyless[0]->person == "pa");
    CHECK(marked.locked.empty());
  }
}
