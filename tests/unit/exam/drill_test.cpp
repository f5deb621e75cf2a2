#include "exam/drill.hpp"

#include "support/ledgers.hpp"
#include "support/papers.hpp"

#include <algorithm>

using namespace sihu;
using namespace sihu::test;

namespace {

const Date drill_day(2026, 12, 21);

struct DrillFixture {
  Bank bank = small_bank();
  std::map<std::string, DrillCard> cards;
  std::set<std::string> open;
  std::set<std::string> tested;
  std::string topic;
  int fresh = 0;

  DrillPlan plan(Date today = drill_day) const {
    const std::vector<const Bank*> banks{&bank};
    return plan_drill({banks, cards, open, today, topic, fresh, "pa", tested});
  }
};

std::vector<std::string> refs_of(const DrillPlan& plan) {
  std::vector<std::string> refs;
  for (const DrillQuestion& question : plan.questions) refs.push_back(question.ref);
  return refs;
}

using Refs = std::vector<std::string>;

}  // namespace

TEST_SUITE("exam") {
  TEST_CASE("what is due is asked: the lowest box first, then what waited longest") {
    DrillFixture drill;
    drill.cards = {{"base/s1", {2, drill_day}},
                   {"base/s2", {1, drill_day}},
                   {"base/m1", {1, drill_day - 3}},
                   {"base/j1", {3, drill_day + 1}}};
    const auto plan = drill.plan();
    CHECK(refs_of(plan) == Refs{"base/m1", "base/s2", "base/s1"});
    CHECK(plan.questions[2].box == 2);
    CHECK(plan.questions[0].letters.size() == 4);
    CHECK(plan.later == 1);
    CHECK(plan.next_due == drill_day + 1);
    CHECK(drill.plan(drill_day + 1).questions.size() == 4);
  }

  TEST_CASE("what a test asked is not new any more") {
    DrillFixture drill;
    drill.fresh = 50;
    const auto all = drill.plan().questions.size();
    drill.tested = {"base/s1", "base/j1"};
    CHECK(drill.plan().questions.size() == all - 2);
    FormFixture asked;
    ExamState state;
    state.forms.emplace(asked.recorded.key, asked.recorded);
    HandedPaper handed;
    handed.key = the_paper;
    handed.person = "pa";
    handed.branch = asked.recorded.key.branch;
    handed.form_name = asked.recorded.key.name;
    state.sittings.emplace(std::pair{the_paper, "pa"}, handed);
    CHECK(tested_questions(state, "pa").size() == asked.recorded.questions.size());
    CHECK(tested_questions(state, "qa").empty());
  }

  TEST_CASE("nothing of an open paper, no draft, no rule out of force, nothing that is gone") {
    DrillFixture drill;
    for (const char* ref : {"base/s1", "base/s2", "base/s3", "base/s4", "base/m1", "base/gone"})
      drill.cards[ref] = {1, drill_day};
    drill.open = {"base/s1"};
    drill.bank.questions[1].draft = true;
    drill.bank.questions[2].valid_until = drill_day - 1;
    drill.bank.questions[4].kind = QuestionKind::short_answer;
    const auto plan = drill.plan();
    CHECK(refs_of(plan) == Refs{"base/s4"});
    CHECK(plan.open == 1);
    CHECK(plan.unfit == 3);
    drill.fresh = 20;
    for (const std::string& ref : refs_of(drill.plan()))
      CHECK((ref == "base/s4" || !drill.cards.contains(ref)));
  }

  TEST_CASE("new questions are added when asked for, others another day, of the topic alone") {
    DrillFixture drill;
    CHECK(drill.plan().questions.empty());
    drill.fresh = 3;
    const auto today = drill.plan();
    CHECK(today.questions.size() == 3);
    CHECK(today.questions[0].box == 0);
    CHECK(refs_of(drill.plan()) == refs_of(today));
    bool other = false;
    for (int day = 1; day < 9; ++day)
      other = other || refs_of(drill.plan(drill_day + day)) != refs_of(today);
    CHECK(other);
    drill.bank.questions[7].topic = "exits";
    drill.topic = "exits";
    CHECK(refs_of(drill.plan()) == Refs{"base/j2"});
  }

  TEST_CASE("a paper is open until every branch with people has its result") {
    FormFixture own;
    ExamState state;
    state.forms.emplace(own.recorded.key, own.recorded);
    RecordedForm other = own.recorded;
    other.key.branch = "b";
    state.forms.emplace(other.key, other);
    Organisation organisation = examined();
    CHECK(open_questions(state, organisation).contains("base/s1"));
    state.results[{the_paper, "a"}] = {};
    CHECK_FALSE(open_questions(state, organisation).empty());
    std::erase_if(organisation.people, [](const Person& one) { return one.branch == "b"; });
    CHECK(open_questions(state, organisation).empty());
  }

  TEST_CASE("missed is what has a recorded mark and result, of one's own") {
    FormFixture own;
    HandedPaper handed;
    handed.key = the_paper;
    handed.branch = "a";
    MarkedPapers marked;
    for (const char* person : {"pa", "qa"})
      marked.papers.push_back(
          {&handed, {person, "a", "q4", 1, {{"base/s1", "A", 0, 1}, {"base/s2", "B", 1, 1}}}});
    Event event;
    event.at = Instant{1797811200000};  // 2026-12-21
    const Ledger ledger = one_file_ledger({event});
    ExamState state;
    const auto missed = [&] { return missed_questions(state, ledger, Zone(), "pa", {marked}); };
    CHECK(missed().empty());
    state.marks[{the_paper, "pa"}] = {};
    CHECK(missed().empty());
    state.results[{the_paper, "a"}] = {};
    REQUIRE(missed().size() == 1);
    CHECK(missed()[0].question == "base/s1");
    ShortAnswer by_people;  // nobody is there to mark it in a drill
    by_people.key.question = "base/s1";
    marked.short_answers = {by_people};
    CHECK(missed().empty());
    state.sittings[{the_paper, "pa"}] = handed;
    CHECK(graded_papers_of(state, "pa") == std::vector<PaperKey>{the_paper});
    CHECK(graded_papers_of(state, "qa").empty());
  }

  TEST_CASE("of a drill that it was finished is recorded, once, and no answer") {
    DrillNotes notes;
    CHECK_FALSE(open_drill(notes, "pa", drill_day));
    notes.answers = {{drill_day, "base/s1", true, 100}, {drill_day, "base/s2", false, 110}};
    notes.finished = 2;
    auto drill = open_drill(notes, "pa", drill_day);
    REQUIRE(drill);
    CHECK(drill->number == 3);
    CHECK(drill->questions == 2);
    CHECK(drill->minutes == 4);
    const auto draft = record_drill({}, *drill);
    REQUIRE(draft);
    CHECK(draft->name == "learn.drill");
    CHECK(draft->subject == "drill/2026-12-21/pa");
    for (const Field& field : draft->fields) {
      CHECK(field.value.find("base") == std::string::npos);
      CHECK(field.value.find("right") == std::string::npos);
    }
    const Ledger ledger = one_file_ledger({event_of_draft(*draft, "pa", "member")});
    CHECK_FALSE(record_drill(ledger, *drill));
    drill->number = 4;
    CHECK(record_drill(ledger, *drill));
    notes.open_from = 2;
    CHECK_FALSE(open_drill(notes, "pa", drill_day));
  }

  TEST_CASE("what was answered yesterday and left is counted in no drill of today") {
    DrillNotes notes;
    notes.answers = {{drill_day - 1, "base/s1", true, 1000}, {drill_day, "base/s2", true, 30}};
    const auto drill = open_drill(notes, "pa", drill_day);
    REQUIRE(drill);
    CHECK(drill->on == drill_day);
    CHECK(drill->questions == 1);
    CHECK(drill->right == 1);
    CHECK(drill->minutes == 1);
  }

  TEST_CASE("a drill that was answered in full yesterday is recorded as yesterday's") {
    DrillNotes notes;
    notes.answers = {{drill_day - 1, "base/s1", true, 100}, {drill_day - 1, "base/s2", false, 80}};
    const auto drill = open_drill(notes, "pa", drill_day);
    REQUIRE(drill);
    CHECK(drill->on == drill_day - 1);
    CHECK(drill->questions == 2);
    CHECK(drill->right == 1);
  }

  TEST_CASE("a drill under a clock that was ahead is of the day that it is by now") {
    DrillNotes notes;
    notes.answers = {{drill_day + 400, "base/s1", true, 10}};
    CHECK(open_drill(notes, "pa", drill_day)->on == drill_day);
  }
}
