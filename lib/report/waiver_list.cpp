#include "report/waiver_list.hpp"

namespace sihu {
namespace {

Coded state_of(const Waiver& waiver, Date today) {
  if (waiver.holds_on(today)) return {"holds", phrase(Text{"有效", "holds"})};
  if (today < waiver.granted) return {"not-yet", phrase(Text{"未开始", "not yet"})};
  return {"expired", phrase(Text{"已到期", "expired"})};
}

}  // namespace

Table waiver_table(const std::vector<Waiver>& waivers, const Organisation& organisation,
                   Date today) {
  const auto left = Column::Align::left;
  Table table{phrase(Text{"豁免清单", "Waivers"}),
              {{"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"item", {"条目", "item"}},
               {"granted", {"批准日期", "granted"}},
               {"until", {"有效至", "until"}},
               {"state", {"状态", "state"}},
               {"by", {"批准人编号", "by id"}, left, false},
               {"by_name", {"批准人", "by"}},
               {"note", {"理由", "reason"}, left, true, 10}},
              {}};
  for (const Waiver& waiver : waivers)
    table.rows.push_back({waiver.branch, branch_phrase(organisation, waiver.branch), waiver.item,
                          waiver.granted, waiver.until, state_of(waiver, today), waiver.by,
                          person_name(organisation, waiver.by), waiver.note});
  return table;
}

}  // namespace sihu
