#include "tools/cli/records.hpp"

#include "wording/number.hpp"

#include <algorithm>

namespace sihu {

Result<RecordsDesk> open_records(World& world) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return tl::unexpected(today.error());
  auto records = read_records(*workspace);
  if (!records) return tl::unexpected(records.error());
  return RecordsDesk{std::move(*workspace), std::move(*records), *today};
}

void say_repeated(World& world, const RecordTables& tables) {
  constexpr std::size_t most_named = 3;
  for (const auto& [id, table] : tables) {
    if (table.repeated.empty()) continue;
    std::vector<Phrase> places;
    for (std::size_t i = 0; i < table.repeated.size() && i < most_named; ++i)
      places.push_back(same(table.repeated[i].file + ":" + std::to_string(table.repeated[i].line)));
    world.say_to_people(phrase(Text{"注意：台账 {0} 有 {1} 行在另一个文件里也有，只算一次：{2}{3}",
                                    "note: {1} of the register {0} in another file as well, "
                                    "counted once: {2}{3}"},
                               id, counted(std::ssize(table.repeated), "row"), enumerated(places),
                               table.repeated.size() > most_named ? "…" : ""));
  }
}

Result<RecordOffers> offers_of(World& world, const Inspection& inspection, const ScoreBasis& basis,
                               Date today) {
  const auto asked = asked_items(basis);
  if (std::ranges::none_of(asked, [](const Item* item) { return item->computed; }))
    return RecordOffers{};
  const Workspace& workspace = inspection.workspace();
  const auto records = read_records(workspace);
  if (!records) return tl::unexpected(records.error());
  if (!records->faults.empty())
    world.say_to_people(phrase(Text{"台账有 {0} 处错误，运行 sihu records 看是哪里",
                                    "the registers have {0}, sihu records says where"},
                               counted(std::ssize(records->faults), "fault")));
  const Organisation& organisation = workspace.organisation();
  const RecordScene scene{
      records->tables,
      organisation,
      workspace.workdays(),
      inspection.key.branch,
      inspection.key.quarter,
      today,
      asked_before(inspection.reading.ledger, workspace.zone(), inspection.key)};
  return offers_for(basis, scene, organisation.language.value_or(Lang::zh));
}

}  // namespace sihu
