#include "tools/cli/learn.hpp"

#include "tools/cli/values.hpp"
#include "wording/number.hpp"

#include <tuple>

namespace sihu {
namespace {

// `p001 (2 h and 1.5 h)`.
Phrase hours_apart(const std::vector<DifferentHours>& hours) {
  std::vector<Phrase> people;
  for (const DifferentHours& one : hours)
    people.push_back(phrase(Text{"{0}（{1} 和 {2} 学时）", "{0} ({1} h and {2} h)"}, one.person,
                            one.first.shortest(), one.again.shortest()));
  return enumerated(people);
}

void say_doubled(World& world, const Ledger& ledger, const LearnState& state) {
  for (const DoubledSession& doubled : state.doubled) {
    const Entry& entry = ledger.entries[doubled.entry];
    if (doubled.otherwise)
      world.say_to_people(phrase(
          Text{"注意：{0} 又登记了一次 {1}，内容不同，以先登记的为准；要更正，用 sihu learn record "
               "--reason",
               "note: {0} records {1} a second time and otherwise, the first counts; correct it "
               "with sihu learn record --reason"},
          to_string(ledger.place(entry)), entry.event.subject));
    if (!doubled.hours.empty())
      world.say_to_people(phrase(
          Text{"注意：{0} 又登记了一次 {1}，学时不同，按少的算：{2}；要更正，用 sihu learn record "
               "--reason",
               "note: {0} records {1} a second time with other hours, of which the fewer count: "
               "{2}; correct it with sihu learn record --reason"},
          to_string(ledger.place(entry)), entry.event.subject, hours_apart(doubled.hours)));
  }
}

// Two sessions, with the hours that each gives.
using Recorded = std::tuple<SessionKey, SessionKey, Rational, Rational>;

Phrase counted_once_words(const Recorded& recorded, const std::vector<Phrase>& people) {
  const auto& [first, again, hours, other] = recorded;
  if (hours == other)
    return phrase(Text{"注意：{0} 的 {1} 由 {2} 和 {3} 各登记了一次，{4} 两次都在，学时只算一次",
                       "note: {1} on {0} is recorded by {2} and by {3}; both have {4}, whose hours "
                       "count once"},
                  to_string(first.on), first.course, first.host, again.host, enumerated(people));
  return phrase(Text{"注意：{0} 的 {1} 由 {2}（{5} 学时）和 {3}（{6} 学时）各登记了一次，{4} "
                     "两次都在，学时只算一次，按少的算",
                     "note: {1} on {0} is recorded by {2} ({5} h) and by {3} ({6} h); both have "
                     "{4}, whose hours count once, the fewer of them"},
                to_string(first.on), first.course, first.host, again.host, enumerated(people),
                hours.shortest(), other.shortest());
}

}  // namespace

void say_counted_once(World& world, const std::vector<CountedOnce>& again) {
  std::map<Recorded, std::vector<Phrase>> people;
  for (const CountedOnce& one : again)
    people[{one.first, one.again, one.first_hours, one.again_hours}].push_back(same(one.person));
  for (const auto& [recorded, names] : people)
    world.say_to_people(counted_once_words(recorded, names));
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
