#include "snapshot/join_rows.hpp"

#include "problem/twins.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

namespace sihu {
namespace {

auto fault_of(const OpenRow& row) {
  return std::tie(row.quarter, row.branch, row.checklist, row.item);
}

// The hash of what tells faults apart; few others have the same.
std::size_t hash_of(const OpenRow& row) {
  const std::hash<std::string_view> hash;
  return ((hash(row.item) * 31 + hash(row.branch)) * 31 + hash(row.quarter)) * 31 +
         hash(row.checklist);
}

bool was_opened_first(const OpenRow& a, const OpenRow& b) {
  return a.opened != b.opened ? a.opened < b.opened : stands_before(a, b);
}

void take_first(std::optional<Date>& day, const std::optional<Date>& other) {
  if (other && (!day || *other < *day)) day = other;
}

// Several rows, one at least, as one.
OpenRow joined(std::vector<OpenRow> twins) {
  std::ranges::sort(twins, was_opened_first);
  OpenRow one = twins.front();
  std::vector<Status> statuses;
  for (const OpenRow& twin : twins) statuses.push_back(twin.status);
  one.status = joint_status(statuses);
  one.submitted.reset();
  const auto of = std::ranges::find(twins, one.status, &OpenRow::status);
  one.owner = of->owner;
  for (const OpenRow& twin : twins) {
    one.severity = std::max(one.severity, twin.severity);
    if (twin.status == one.status) take_first(one.submitted, twin.submitted);
    if (!one.asked && twin.asked) {
      one.asked = twin.asked;
      one.asked_by = twin.asked_by;
    }
  }
  return one;
}

}  // namespace

void join_rows(std::vector<OpenRow>& rows) {
  // Few rows have twins: alike ones are brought together by a number each, not by what they say.
  std::vector<std::pair<std::size_t, std::size_t>> order;  // hash, place
  order.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!rows[i].item.empty() && !rows[i].duplicate_id) order.emplace_back(hash_of(rows[i]), i);
  std::ranges::sort(order);
  std::map<std::size_t, std::vector<OpenRow>> twins;  // by the place of the first
  std::vector<std::size_t> later;                     // places
  std::vector<std::size_t> firsts;                    // of those with one hash, each fault's
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t place = order[i].second;
    if (i == 0 || order[i - 1].first != order[i].first) firsts.clear();
    const auto first = std::ranges::find_if(
        firsts, [&](std::size_t other) { return fault_of(rows[other]) == fault_of(rows[place]); });
    if (first == firsts.end()) {
      firsts.push_back(place);
      continue;
    }
    auto& together = twins[*first];
    if (together.empty()) together.push_back(rows[*first]);
    together.push_back(rows[place]);
    later.push_back(place);
  }
  if (twins.empty()) return;
  for (auto& [place, together] : twins) rows[place] = joined(std::move(together));
  std::ranges::sort(later);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (!std::ranges::binary_search(later, i)) rows[kept++] = rows[i];
  rows.resize(kept);
  std::ranges::sort(rows, more_urgent);
}

}  // namespace sihu
