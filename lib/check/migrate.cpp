#include "check/migrate.hpp"

#include <algorithm>

namespace sihu {

namespace {

bool same_rule(const DeductRule& a, const DeductRule& b) {
  return a.id == b.id && a.when == b.when && a.each == b.each && a.most == b.most;
}

bool same_target(const std::optional<Target>& a, const std::optional<Target>& b) {
  if (!a || !b) return !a && !b;
  return a->at_least == b->at_least && a->at_most == b->at_most &&
         a->proportional == b->proportional;
}

bool asks_the_same(const Item& a, const Item& b) {
  return a.title == b.title && a.standard == b.standard && a.points == b.points &&
         a.veto == b.veto && a.zero_if == b.zero_if && same_target(a.target, b.target) &&
         std::ranges::equal(a.deduct, b.deduct, same_rule);
}

}  // namespace

Course course_of(const CheckState& state, std::string_view doc) {
  if (!state.begun()) return Course::begin;
  if (state.beginnings.back().doc == doc) return Course::go_on;
  const bool left_behind =
      std::ranges::find(state.beginnings, doc, &Beginning::doc) != state.beginnings.end();
  return state.signed_off || left_behind ? Course::recorded : Course::migrate;
}

Migration compare_checklists(const Checklist& older, const Checklist& newer) {
  Migration migration{older.version, newer.version, {}, {}, {}, {}};
  for (const auto& item : newer.items) {
    const auto* before = older.find(item.id);
    if (!before)
      migration.added.push_back(item.id);
    else if (asks_the_same(*before, item))
      migration.kept.push_back(item.id);
    else
      migration.changed.push_back(item.id);
  }
  for (const auto& item : older.items)
    if (!newer.find(item.id)) migration.gone.push_back(item.id);
  return migration;
}

}  // namespace sihu
