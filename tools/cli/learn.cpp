#include "tools/cli/learn.hpp"

#include "tools/cli/values.hpp"
#include "wording/number.hpp"

namespace sihu {
namespace {

void say_doubled(World& world, const Ledger& ledger, const LearnState& state) {
  for (const std::size_t entry : state.doubled)
    world.say_to_people(phrase(
        Text{"注意：{0} 又登记了一次 {1}，以先登记的为准；要更正，用 sihu learn record --reason",
             "note: {0} records {1} a second time, the first counts; correct it with "
             "sihu learn record --reason"},
        to_string(ledger.place(ledger.entries[entry])), ledger.entries[entry].event.subject));
}

}  // namespace

void say_counted_once(World& world, const std::vector<CountedOnce>& again) {
  std::map<std::pair<SessionKey, SessionKey>, std::vector<Phrase>> people;
  for (const CountedOnce& one : again) people[{one.first, one.again}].push_back(same(one.person));
  for (const auto& [keys, names] : people)
    world.say_to_people(
        phrase(Text{"注意：{0} 的 {1} 由 {2} 和 {3} 各登记了一次，{4} 两次都在，学时只算一次",
                    "note: {1} on {0} is recorded by {2} and by {3}; both have {4}, whose hours "
                    "count once"},
               to_string(keys.first.on), keys.first.course, keys.first.host, keys.second.host,
               enumerated(names)));
}

Result<LearnDesk> open_learning(World& world) {
  auto workspace = world.open_workspace();
  if (!workspace) return tl::unexpected(workspace.error());
  const auto today = world.today(*workspace);
  if (!today) return tl::unexpected(today.error());
  auto ledger = workspace->read_ledger();
  if (!ledger) return tl::unexpected(ledger.error());
  for (const Fault& note : ledger->notes) world.say_to_people(note.what);
  LearnState state = fold_learning(*ledger);
  say_doubled(world, *ledger, state);
  say_counted_once(world, counted_once(state));
  return LearnDesk{std::move(*workspace), std::move(*ledger), std::move(state), *today};
}

Result<CourseShelf> open_courses(const Workspace& workspace) {
  auto courses = read_courses(workspace);
  if (!courses) return tl::unexpected(courses.error());
  CourseShelf shelf;
  for (KeptCourse& kept : *courses) {
    std::string id = kept.course.id;
    std::string doc = kept.doc();
    shelf.texts.emplace(id, std::move(kept.text));
    shelf.offered.emplace(std::move(id), OfferedCourse{std::move(kept.course), std::move(doc)});
  }
  return shelf;
}

Result<std::map<std::string, Item>> all_items(const Workspace& workspace) {
  const auto ids = workspace.checklist_ids();
  if (!ids) return tl::unexpected(ids.error());
  std::map<std::string, Item> items;
  for (const std::string& id : *ids) {
    const auto kept = workspace.checklist(id);
    if (!kept) return tl::unexpected(kept.error());
    for (const Item& item : kept->checklist.items) items.emplace(item.id, item);
  }
  return items;
}

Result<void> check_known_item(const std::map<std::string, Item>& items, const std::string& id) {
  if (id.empty() || items.contains(id)) return {};
  std::vector<std::string> ids;
  for (const auto& [known, item] : items) ids.push_back(known);
  return fail(Kind::input, "unknown-item",
              phrase(Text{"没有检查表含有条目 {0}", "no checklist has the item {0}"}, id),
              did_you_mean(id, ids));
}

}  // namespace sihu
