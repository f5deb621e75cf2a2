#include "report/appraise_list.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

// A half-year with these marks of pa, given by x and lb.
struct Listed {
  Organisation organisation = appraised_organisation();
  Checklist checklist = appraised_checklist();
  AppraiseSettings settings = {};
  AppraiseState state;
  Appraisal appraisal;

  explicit Listed(std::vector<Event> events) : state(appraised(std::move(events))) {
    static const AppraiseRules rules;
    AppraiseEntry entry;
    entry.person = organisation.find_person("pa");
    entry.sheet = appraise_sheet({checklist, rules, state.find("pa")}, nullptr, appraised_half);
    appraisal = make_appraisal(appraised_half, rules, {entry});
  }
  AppraiseList list() const { return {appraisal, settings, state, checklist, appraise_day}; }
};

Listed all_given() {
  return Listed({score_event("pa", "x", "A-01", "30"), score_event("pa", "x", "A-02", "24"),
                 score_event("pa", "x", "B-01", "10")});
}

std::string written(const Table& table, Format format) {
  return render(table, format, {Lang::en});
}

}  // namespace

TEST_SUITE("report") {
  TEST_CASE(
      "programs read scores as decimals, null for what is missing, and that it is for reference") {
    const Listed given = all_given();
    const std::string json = written(appraise_table(given.list()), Format::json);
    CHECK(json.find("\"area_one\":\"54.00\"") != std::string::npos);
    CHECK(json.find("\"total\":\"64.00\"") != std::string::npos);
    CHECK(json.find("\"quarters\":null") != std::string::npos);
    CHECK(json.find("\"self\":null") != std::string::npos);
    CHECK(json.find("\"for_reference\":true") != std::string::npos);
    const Listed none({});
    CHECK(written(appraise_table(none.list()), Format::json).find("\"total\":null") !=
          std::string::npos);
  }

  TEST_CASE("an own score of some items says how many, and is none for programs") {
    const Listed some({appraise_event("self", "pa", "pa", {{"item", "A-01"}, {"points", "30"}})});
    CHECK(written(appraise_table(some.list()), Format::table).find("1 of 3") != std::string::npos);
    const std::string json = written(appraise_table(some.list()), Format::json);
    CHECK(json.find("\"self\":null") != std::string::npos);
    CHECK(json.find("self_shown") == std::string::npos);
  }

  TEST_CASE("people see a dash for what is missing, never a 0") {
    const Listed none({});
    const std::string table = written(appraise_table(none.list()), Format::table);
    CHECK(table.find("0.00") == std::string::npos);
    CHECK(table.find("–") != std::string::npos);
  }

  TEST_CASE("who needs help is listed with the area and its dearest items") {
    const Listed given = all_given();
    const std::string csv = written(help_table(given.list()), Format::csv);
    CHECK(csv.find("pa,Pa,a,two,Two,10.00,40,25.0,B-01,2026H2,yes") != std::string::npos);
    CHECK(csv.find("one") == std::string::npos);
  }

  TEST_CASE("who meets the rule is listed, and nobody else") {
    Listed given = all_given();
    CHECK(commendation_table(given.list()).rows.empty());
    given.settings.commend_grade = AppraiseGrade::pass;
    CHECK(commendation_table(given.list()).rows.size() == 1);
  }

  TEST_CASE("no list says who gave a mark") {
    const Listed given(
        {score_event("pa", "lb", "A-01", "30"), score_event("pa", "x", "A-01", "20")});
    for (const Format format : {Format::json, Format::csv, Format::html, Format::md})
      for (const Table& table : {appraise_table(given.list()), help_table(given.list())}) {
        const std::string text = written(table, format);
        CHECK(text.find("lb") == std::string::npos);
        CHECK(text.find("Lb") == std::string::npos);
      }
  }
}
