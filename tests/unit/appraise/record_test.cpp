#include "appraise/record.hpp"

#include "support/appraisals.hpp"
#include "support/fault_names.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// A ledger's state, and who records on a day.
struct Bench {
  Organisation organisation = appraised_organisation();
  Checklist checklist = appraised_checklist();
  AppraiseSettings settings = {};
  AppraiseState state = {};
  Date today = appraise_day;

  explicit Bench(std::vector<Event> events) : state(appraised(std::move(events))) {
    settings.who = {RoleName::secretary};
  }
  const Person& person(const char* id) const { return *organisation.find_person(id); }
  AppraiseScene scene(const char* who) const {
    return {organisation, settings, checklist, "0123456789abcdef", state, person(who), today};
  }
  Result<AppraiseRecording> give(const char* who, const char* whom, NewItemMark mark,
                                 bool self = false) const {
    FilledMarks filled;
    filled["B-01"] = {};
    return give_marks(scene(who), person(whom), {std::move(mark)}, self, filled);
  }
};

NewItemMark mark_of(const std::string& item, std::optional<Rational> points,
                    const std::string& reason = "seen") {
  return {item, {std::move(points)}, reason, {}, {}};
}

std::string field(const AppraiseRecording& recording, std::string_view key) {
  for (const Field& one : recording.drafts.at(0).fields)
    if (one.key == key) return one.value;
  return {};
}

Appraisal complete_appraisal(const Bench& bench) {
  std::vector<AppraiseEntry> entries{scored_entry(bench.person("pa"), 80),
                                     scored_entry(bench.person("pb"), 85)};
  return make_appraisal(appraised_half, {}, std::move(entries));
}

Workdays plain_weeks() {
  return {};
}

}  // namespace

TEST_SUITE("appraise") {
  TEST_CASE("a mark is written with its reason and the checklist, a repeated one is not") {
    const Bench bench({});
    const auto given = bench.give("x", "pa", mark_of("A-01", Rational(7, 2)));
    REQUIRE(given);
    CHECK(given->role == RoleName::committee);
    CHECK(given->drafts.at(0).name == "appraise.score");
    CHECK(given->drafts.at(0).subject == "2026H2/pa");
    CHECK(field(*given, "points") == "7/2");
    CHECK(field(*given, "reason") == "seen");
    const Bench again({score_event("pa", "x", "A-01", "10")});
    CHECK(again.give("x", "pa", mark_of("A-01", 10, "why 10"))->unchanged == 1);
    CHECK(again.give("x", "pa", mark_of("A-01", 10, "other"))->drafts.size() == 1);
    CHECK(field(*bench.give("x", "pa", mark_of("A-01", {})), "result") == "na");
  }

  TEST_CASE("no reason, no item, too many points, a filled item: no mark") {
    const Bench bench({});
    CHECK(fault_names(bench.give("x", "pa", mark_of("A-01", 10, " "))) == "0:0 reason-missing");
    CHECK(fault_names(bench.give("x", "pa", mark_of("Z-01", 10))) == "0:0 unknown-item");
    CHECK(fault_names(bench.give("x", "pa", mark_of("A-01", 31))) == "0:0 points-out-of-range");
    CHECK(fault_names(bench.give("x", "pa", mark_of("B-01", 10))) == "0:0 item-is-filled");
    CHECK(fault_names(bench.give("x", "la", mark_of("A-01", 10))) == "0:0 not-appraised");
  }

  TEST_CASE("before the half-year and once it is published there are no marks") {
    Bench bench({});
    bench.today = Date(2026, 6, 30);
    CHECK(fault_names(bench.give("x", "pa", mark_of("A-01", 10))) == "0:0 future-half");
    const Bench closed({publish_event(), result_event("pa", "A-01=1")});
    CHECK(fault_names(closed.give("x", "pa", mark_of("A-01", 10))) == "0:0 published-already");
    CHECK(fault_names(closed.give("pa", "pa", mark_of("A-01", 10), true)) ==
          "0:0 published-already");
  }

  TEST_CASE("the own score is given by oneself alone, also of filled items") {
    const Bench bench({});
    CHECK(bench.give("pa", "pa", mark_of("B-01", 40), true)->drafts.at(0).name == "appraise.self");
    CHECK(fault_names(bench.give("x", "pa", mark_of("A-01", 10), true)) == "0:0 not-own-score");
    CHECK(fault_names(bench.give("pa", "pa", mark_of("A-01", 10))) == "0:0 own-appraisal");
  }

  TEST_CASE("a veto needs the number of a formal decision, a reason and the committee") {
    const Bench bench({});
    const auto veto = [&](const char* who, const char* number, const char* reason, bool lift) {
      return set_veto(bench.scene(who), bench.person("pa"), number, reason, lift);
    };
    CHECK(field(*veto("x", "2026-3", "r", false), "number") == "2026-3");
    CHECK(fault_names(veto("x", "", "r", false)) == "0:0 decision-number-missing");
    CHECK(fault_names(veto("x", " ", "r", false)) == "0:0 decision-number-missing");
    CHECK(fault_names(veto("x", "2026-3", "", false)) == "0:0 reason-missing");
    CHECK(fault_names(veto("lb", "2026-3", "r", false)) == "0:0 not-committee");
    CHECK(fault_names(veto("x", "2026-4", "r", true)) == "0:0 no-veto");
    const Bench under({appraise_event(
        "veto", "pa", "x", {{"number", "2026-3"}, {"reason", "r"}, {"role", "committee"}})});
    const auto again = set_veto(under.scene("x"), under.person("pa"), "2026-3", "r", false);
    REQUIRE(again);
    CHECK(again->drafts.empty());
    CHECK(again->unchanged == 1);
    CHECK(set_veto(under.scene("x"), under.person("pa"), "2026-5", "r", false)->drafts.size() == 1);
  }

  TEST_CASE("before it is published only differing marks are decided") {
    const Bench bench({score_event("pa", "x", "A-01", "10"), score_event("pa", "lb", "A-01", "12"),
                       score_event("pa", "x", "A-02", "10")});
    const auto decide = [&](const char* item) {
      return decide_appraisal(bench.scene("x"), bench.person("pa"), {mark_of(item, 11), {}, "so"},
                              complete_appraisal(bench));
    };
    CHECK(decide("A-01")->drafts.at(0).name == "appraise.decide");
    CHECK(fault_names(decide("A-02")) == "0:0 nothing-to-decide");
    CHECK(fault_names(decide_appraisal(bench.scene("x"), bench.person("pa"), {{}, {}, "so"},
                                       complete_appraisal(bench))) == "0:0 nothing-to-decide");
  }

  TEST_CASE("published marks are decided on for those who appealed") {
    const Bench bench({publish_event(), result_event("pa", "A-01=1"), result_event("pb", "A-01=1"),
                       appraise_event("appeal", "pa", "pa", {{"note", "n"}})});
    const auto decide = [&](const char* whom) {
      return decide_appraisal(bench.scene("x"), bench.person(whom), {mark_of("A-01", 11), {}, "so"},
                              complete_appraisal(bench));
    };
    CHECK(decide("pa"));
    CHECK(fault_names(decide("pb")) == "0:0 no-appeal");
    const Bench on_another(
        {publish_event(), result_event("pa", "A-01=1"),
         appraise_event("appeal", "pa", "pa", {{"item", "A-02"}, {"note", "n"}})});
    CHECK(fault_names(decide_appraisal(on_another.scene("x"), on_another.person("pa"),
                                       {mark_of("A-01", 11), {}, "so"},
                                       complete_appraisal(on_another))) == "0:0 no-appeal");
  }

  TEST_CASE("publishing leaves five working days, and waits until everything is there") {
    Bench bench({});
    bench.today = Date(2027, 1, 4);  // a Monday
    const auto publish = [&](const char* who, const Appraisal& appraisal, Date until) {
      return publish_appraisal(bench.scene(who), appraisal, until, plain_weeks());
    };
    const Appraisal good = complete_appraisal(bench);
    const auto done = publish("x", good, Date(2027, 1, 11));
    REQUIRE(done);
    REQUIRE(done->drafts.size() == 3);
    CHECK(field(*done, "until") == "2027-01-11");
    CHECK(done->drafts[1].name == "appraise.result");
    CHECK(fault_names(publish("x", good, Date(2027, 1, 10))) == "0:0 window-too-short");
    CHECK(fault_names(publish("x", good, Date(2027, 4, 5))) == "0:0 window-too-long");
    CHECK(fault_names(publish("lb", good, Date(2027, 1, 11))) == "0:0 not-committee");
    Appraisal lacking = complete_appraisal(bench);
    lacking.rows[0].entry.sheet.done = 1;
    CHECK(fault_names(publish("x", lacking, Date(2027, 1, 11))) == "0:0 appraisal-incomplete");
    bench.today = Date(2026, 12, 31);
    CHECK(fault_names(publish("x", good, Date(2027, 1, 11))) == "0:0 half-not-over");
  }

  TEST_CASE("appeals are open from the publication to its last day") {
    Bench bench({publish_event(), result_event("pa", "A-01=1")});
    const auto appeal = [&](const char* who, const char* note) {
      return appeal_appraisal(bench.scene(who), bench.person("pa"), "A-01", note);
    };
    bench.today = Date(2027, 1, 15);
    CHECK(appeal("pa", "n")->role == RoleName::secretary);
    CHECK(fault_names(appeal("pa", "")) == "0:0 reason-missing");
    CHECK(fault_names(appeal("pb", "n")) == "0:0 not-entitled");
    bench.today = Date(2027, 1, 16);
    CHECK(fault_names(appeal("pa", "n")) == "0:0 appeals-closed");
    const Bench waiting({publish_event(), result_event("pa", "A-01=1"),
                         appraise_event("appeal", "pa", "pa", {{"item", "A-01"}, {"note", "n"}})});
    CHECK(appeal_appraisal(waiting.scene("pa"), waiting.person("pa"), "A-01", "n")->drafts.empty());
    const Bench open({});
    CHECK(fault_names(appeal_appraisal(open.scene("pa"), open.person("pa"), "", "n")) ==
          "0:0 not-published");
  }
}
