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
  const RecordScene scene{records->tables,       organisation,           workspace.workdays(),
                          inspection.key.branch, inspection.key.quarter, today};
  return offers_for(basis, scene, organisation.language.value_or(Lang::zh));
}

}  // namespace sihu
