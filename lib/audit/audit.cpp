#include "audit/audit.hpp"

#include "audit/tests.hpp"
#include "statistics/false_discovery.hpp"

namespace sihu {

// Where there is nothing to find, any discovery is a false one.
static_assert(needless_questions == static_cast<int>(100 * accepted_false_discoveries));

std::size_t Audit::questions() const {
  std::size_t count = 0;
  for (const TestResult& result : results) count += result.questions.size();
  return count;
}

Audit audit_quarter(const OverviewScene& scene, Quarter quarter) {
  const Quarter two_years_ago{quarter.year - 2, quarter.number};
  const auto gathered = gather_visits(scene, two_years_ago.next(), quarter);
  const auto& visits = gathered.visits;
  const Ledger& ledger = scene.ledger;
  const Zone& zone = scene.zone;
  return {
      quarter,
      {ask_formality(visits, quarter), ask_missed(visits, quarter), ask_leniency(visits, quarter),
       ask_discrimination(visits, quarter), ask_reciprocity(visits, quarter),
       ask_full_round(visits, quarter), ask_straight_lines(visits, quarter),
       ask_pace(visits, quarter), ask_two_places(visits, quarter, zone),
       ask_copied_texts(texts_of(visits, ledger, zone, quarter)),
       ask_late_entries(ledger, zone, quarter),
       ask_impossible_orders(ledger, scene.problems, zone, quarter),
       ask_clocks(ledger, zone, quarter)},
      gathered.without_checklist};
}

}  // namespace sihu
