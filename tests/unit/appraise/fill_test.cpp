#include "appraise/fill.hpp"

#include "learn/state.hpp"
#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// Two quarters in which branch a has these scores of check and rectification.
struct TwoQuarters {
  Organisation organisation = appraised_organisation();
  Checklist checklist = appraised_checklist();
  AppraiseSettings settings = {};
  Ledger ledger = {};
  LearnState learning = {};
  ExamState exams = {};
  std::vector<QuarterParts> parts = std::vector<QuarterParts>(2);
  std::vector<Tally> tallies = std::vector<Tally>(2);

  TwoQuarters() {
    for (QuarterParts& one : parts)
      for (const Branch& branch : organisation.branches) {
        one.branches.emplace_back();
        one.branches.back().branch = &branch;
      }
  }

  void total(std::size_t quarter, std::optional<Rational> value, bool provisional = false) {
    TallyRow row;
    row.entry.branch = "a";
    row.entry.provisional = provisional;
    row.total = std::move(value);
    tallies[quarter].rows.push_back(row);
  }

  FillScene scene() const {
    return {organisation,
            settings,
            checklist,
            ledger,
            learning,
            exams,
            appraised_half,
            {{Quarter{2026, 3}, parts[0], tallies[0]}, {Quarter{2026, 4}, parts[1], tallies[1]}}};
  }
  FilledMarks marks(const char* person) const {
    return filled_marks(scene(), *organisation.find_person(person));
  }
};

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("a rule for an item stands before one for its area") {
    AppraiseSettings settings;
    settings.fill = {{"one", "", AppraiseSource::check}, {"", "A-02", AppraiseSource::test}};
    const Checklist checklist = appraised_checklist();
    CHECK(fill_rule(settings, *checklist.find("A-01"))->from == AppraiseSource::check);
    CHECK(fill_rule(settings, *checklist.find("A-02"))->from == AppraiseSource::test);
    CHECK_FALSE(fill_rule(settings, *checklist.find("B-01")));
  }

  TEST_CASE("the branch's scores are its secretary's, the mean of the quarters that have one") {
    TwoQuarters two;
    two.settings.fill = {{"one", "", AppraiseSource::check},
                         {"two", "", AppraiseSource::rectification}};
    two.parts[0].branches[0].check.score = Rational(80);
    two.parts[1].branches[0].check.score = Rational(90);
    two.parts[1].branches[0].rectification.score = Rational(50);
    const auto marks = two.marks("pa");
    CHECK(marks.at("A-01").mark.points == Rational(51, 2));
    CHECK(marks.at("B-01").mark.points == Rational(20));
    CHECK(two.marks("la").empty());
    CHECK(two.marks("pb").empty());
  }

  TEST_CASE("the person's own marks count, the make-up in place of the first sitting") {
    TwoQuarters two;
    two.settings.fill = {{"", "B-01", AppraiseSource::test}};
    const PaperKey first{{2026, 3}, "safety"};
    two.exams.marks[{first, "la"}] = {"la", 30, 100, false, 1};
    CHECK(two.marks("la").at("B-01").mark.points == Rational(12));
    two.exams.marks[{make_up_of(first), "la"}] = {"la", 60, 100, true, 2};
    two.exams.marks[{{{2026, 4}, "safety"}, "la"}] = {"la", 8, 10, true, 3};
    two.exams.marks[{{{2026, 2}, "safety"}, "la"}] = {"la", 0, 10, false, 4};
    const auto marks = two.marks("la");
    CHECK(marks.at("B-01").mark.points == Rational(28));
    CHECK(marks.at("B-01").entries == std::vector<std::size_t>{2, 3});
    CHECK(two.marks("pa").empty());
  }

  TEST_CASE("hours count up to what is asked, of the whole year so far") {
    TwoQuarters two;
    two.settings.fill = {{"", "B-01", AppraiseSource::learn}};
    CHECK(two.marks("pa").empty());
    Session session;
    session.hours = 28;
    session.attended["pa"] = 28;
    session.attended["la"] = 100;
    two.learning.sessions[{Date(2026, 3, 1), "dues", "a"}] = session;
    CHECK(two.marks("pa").at("B-01").mark.points == Rational(20));
    CHECK(two.marks("la").at("B-01").mark.points == Rational(40));
    CHECK(two.marks("pb").at("B-01").mark.points == Rational(0));
  }

  TEST_CASE("the quarters' mean is of the totals there are") {
    TwoQuarters two;
    two.total(0, Rational(70));
    two.total(1, std::nullopt);
    const auto& pa = *two.organisation.find_person("pa");
    CHECK(quarters_score(two.scene(), pa).mean == Rational(70));
    two.tallies[1].rows.clear();
    two.total(1, Rational(90), true);
    CHECK(quarters_score(two.scene(), pa).mean == Rational(80));
    CHECK(quarters_score(two.scene(), pa).provisional());
    CHECK_FALSE(quarters_score(two.scene(), *two.organisation.find_person("la")).mean);
  }
}
