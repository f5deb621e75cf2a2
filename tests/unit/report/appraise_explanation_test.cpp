#include "report/appraise_explanation.hpp"

#include "support/appraisals.hpp"

using namespace sihu;
using namespace sihu::test;

TEST_SUITE("report") {
  TEST_CASE("each mark is traced to its lines, with the reason and without a word on who") {
    const auto organisation = appraised_organisation();
    const Checklist checklist = appraised_checklist();
    const AppraiseSettings settings;
    const AppraiseRules rules;
    const Ledger ledger = one_file_ledger(
        {score_event("pa", "x", "A-01", "30"), score_event("pa", "lb", "A-02", "20"),
         score_event("pa", "x", "A-02", "24"), decide_event("pa", "A-02", "22")});
    const AppraiseState state = fold_appraisal(ledger, appraised_half);
    AppraiseEntry entry;
    entry.person = organisation.find_person("pa");
    entry.sheet = appraise_sheet({checklist, rules, state.find("pa")}, nullptr, appraised_half);
    const Appraisal appraisal = make_appraisal(appraised_half, rules, {entry});
    const Table table = appraise_explanation({appraisal, settings, state, checklist, appraise_day},
                                             appraisal.rows[0], ledger);
    const std::string csv = render(table, Format::csv, {Lang::en});
    CHECK(csv.find("item,A-01,A1,30,30,,,hand,why 30,ledger/2026Q4/hq.k7m2qx.tsv:2") !=
          std::string::npos);
    CHECK(csv.find("item,A-02,A2,22,30,,,decision,decided,ledger/2026Q4/hq.k7m2qx.tsv:3;"
                   "ledger/2026Q4/hq.k7m2qx.tsv:4;ledger/2026Q4/hq.k7m2qx.tsv:5") !=
          std::string::npos);
    CHECK(csv.find("item,B-01,B1,,40,,,none,\"no mark yet, which is not 0\",") !=
          std::string::npos);
    CHECK(csv.find("for reference only") != std::string::npos);
    CHECK(csv.find("lb") == std::string::npos);
  }
}
