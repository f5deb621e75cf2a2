#include "appraise/appraisal.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

std::vector<Person> some_people(int number) {
  std::vector<Person> people;
  for (int i = 0; i < number; ++i) {
    people.emplace_back();
    people.back().id = "p" + std::to_string(i);
  }
  return people;
}

Appraisal with_totals(const std::vector<Person>& people, const std::vector<long>& totals) {
  std::vector<AppraiseEntry> entries;
  for (std::size_t i = 0; i < totals.size(); ++i)
    entries.push_back(scored_entry(people[i], totals[i]));
  return make_appraisal(appraised_half, {}, std::move(entries));
}

std::string grades_of(const Appraisal& appraisal) {
  std::string text;
  for (const AppraiseRow& row : appraisal.rows)
    text += (text.empty() ? "" : " ") + row.entry.person->id + "=" +
            (row.grade ? std::string(to_string(*row.grade)) : "-");
  return text;
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("excellent needs the band and a place, and equals share a rank") {
    const auto people = some_people(5);
    const auto appraisal = with_totals(people, {95, 92, 85, 85, 50});
    CHECK(appraisal.places == 1);
    CHECK(grades_of(appraisal) == "p0=excellent p1=good p2=good p3=good p4=fail");
    CHECK(appraisal.rows[1].held == HeldBack::no_place);
    CHECK(appraisal.rows[2].rank == 3);
    CHECK(appraisal.rows[3].rank == 3);
    CHECK(appraisal.rows[4].rank == 5);
  }

  TEST_CASE("equals at the line have no place until as many are chosen as there are places") {
    const auto people = some_people(5);
    const auto undecided = with_totals(people, {95, 95, 85, 70, 50});
    CHECK(undecided.undecided());
    CHECK(undecided.incomplete());
    CHECK(undecided.tied_places == 1);
    CHECK(grades_of(undecided) == "p0=good p1=good p2=good p3=pass p4=fail");
    std::vector<AppraiseEntry> entries;
    for (const Person& person : people) entries.push_back(scored_entry(person, 95));
    entries[3].within_quota = true;
    const auto decided = make_appraisal(appraised_half, {}, entries);
    CHECK(decided.find("p3")->grade == AppraiseGrade::excellent);
    CHECK(decided.find("p0")->held == HeldBack::decided);
    CHECK_FALSE(decided.undecided());
    entries[4].within_quota = true;
    CHECK(make_appraisal(appraised_half, {}, entries).undecided());
  }

  TEST_CASE("who is vetoed keeps score and rank, is not excellent and takes no place") {
    const auto people = some_people(3);
    std::vector<AppraiseEntry> entries;
    for (long i = 0; i < 3; ++i)
      entries.push_back(scored_entry(people[static_cast<std::size_t>(i)], 97 - i));
    entries[0].veto = AppraiseVeto{"2026-3", "r", 0};
    const auto appraisal = make_appraisal(appraised_half, {}, std::move(entries));
    CHECK(appraisal.rows[0].rank == 1);
    CHECK(appraisal.rows[0].held == HeldBack::vetoed);
    CHECK(grades_of(appraisal) == "p0=good p1=excellent p2=good");
    CHECK_FALSE(meets_commendation(appraisal.rows[0], {}));
    CHECK(meets_commendation(appraisal.rows[1], {}));
  }

  TEST_CASE("somebody of whom too little could be given has no rank and leaves no gap") {
    const auto people = some_people(2);
    std::vector<AppraiseEntry> entries{scored_entry(people[0], 99), scored_entry(people[1], 60)};
    entries[0].sheet.coverage = Rational(7, 10);
    const auto appraisal = make_appraisal(appraised_half, {}, std::move(entries));
    CHECK_FALSE(appraisal.find("p0")->rank);
    CHECK_FALSE(appraisal.find("p0")->grade);
    CHECK(appraisal.find("p1")->rank == 1);
    CHECK(appraisal.ranked() == 1);
  }

  TEST_CASE("something overdue, or an incomplete appraisal, is not commended") {
    const auto people = some_people(1);
    auto entry = scored_entry(people[0], 99);
    entry.overdue = 1;
    AppraiseSettings settings;
    CHECK_FALSE(meets_commendation(make_appraisal(appraised_half, {}, {entry}).rows[0], settings));
    settings.commend_no_overdue = false;
    CHECK(meets_commendation(make_appraisal(appraised_half, {}, {entry}).rows[0], settings));
    entry.sheet.done = 1;
    CHECK_FALSE(meets_commendation(make_appraisal(appraised_half, {}, {entry}).rows[0], settings));
  }

  TEST_CASE("areas below the line are those to help with, one without a score is none") {
    const auto people = some_people(1);
    auto entry = scored_entry(people[0], 80);
    entry.sheet.areas = {{"weak", {}, 10, 10, Rational(5), 1, 1},
                         {"good", {}, 10, 10, Rational(6), 1, 1},
                         {"none", {}, 10, 0, {}, 0, 1}};
    const auto appraisal = make_appraisal(appraised_half, {}, {entry});
    const auto weak = weak_areas(appraisal.rows[0], {});
    REQUIRE(weak.size() == 1);
    CHECK(weak[0]->id == "weak");
  }

  TEST_CASE("ranges overlap where totals are close for how much items differ") {
    const auto people = some_people(3);
    std::vector<AppraiseEntry> entries;
    for (long i = 0; i < 3; ++i) {
      entries.push_back(scored_entry(people[static_cast<std::size_t>(i)], 90 - 2 * i * i * i));
      entries.back().sheet.error = 2;
    }
    const auto appraisal = make_appraisal(appraised_half, {}, std::move(entries));
    CHECK(appraisal.find("p0")->range == RankSet{1, 2});
    CHECK(appraisal.find("p1")->range == RankSet{1, 2});
    CHECK(appraisal.find("p2")->range == RankSet{3, 3});
  }

  TEST_CASE("people with the roles are appraised, once published those it speaks of") {
    const auto organisation = appraised_organisation();
    AppraiseSettings settings;
    settings.who = {RoleName::secretary};
    const auto open = appraised_people(organisation, settings, appraised({}), appraise_day);
    REQUIRE(open.size() == 2);
    CHECK(open[0]->id == "pa");
    const auto closed =
        appraised_people(organisation, settings,
                         appraised({publish_event(), result_event("la", "A-01=1")}), appraise_day);
    REQUIRE(closed.size() == 1);
    CHECK(closed[0]->id == "la");
  }
}
