#include "document/organisation_parts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace sihu {
namespace {

constexpr int most_targets = 100;
constexpr int most_capacity = 10000;
constexpr int longest_gap = 100;

// The ids of the branches, to ask about many.
class Known {
 public:
  Known(Reader& reader, const Organisation& organisation) : reader_(reader) {
    for (const Branch& branch : organisation.branches) ids_.insert(branch.id);
  }

  // Complains about what is no branch. Without any branch nothing can be said.
  bool check(const Node& node, const std::string& id) const {
    if (ids_.empty() || ids_.contains(id)) return true;
    reader_.unknown(node, "unknown-branch",
                    phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, id),
                    {ids_.begin(), ids_.end()});
    return false;
  }

  int count() const { return static_cast<int>(ids_.size()); }

 private:
  Reader& reader_;
  std::set<std::string> ids_;
};

// So many inspections of each that some two would have to inspect each other.
void warn_of_targets(Reader& reader, const Node& node, int targets, int branches) {
  const int most = std::max(1, (branches - 1) / 2);
  if (branches < 2 || targets <= most) return;
  reader.warn(
      node, "too-many-targets",
      branches == 2
          ? phrase(Text{"只有 2 个支部，各只有 1 个可查，targets: {0} 排不出计划",
                        "there are 2 branches, each with 1 to inspect: targets: {0} has no "
                        "plan"},
                   targets)
          : phrase(Text{"{0} 个支部时 targets: {1} 排不出计划：总有两个支部要互相检查",
                        "with {0} branches targets: {1} has no plan: some two would have to "
                        "inspect each other"},
                   branches, targets),
      phrase(Text{"最多写 {0}", "write {0} at most"}, most));
}

void said_twice(Reader& reader, const Node& node, std::string_view key, const std::string& value) {
  reader.fault(node, "duplicate-value",
               phrase(Text{"{0} 里 {1} 重复", "{1} is there twice in {0}"}, key, value));
}

std::optional<RecusedPair> read_pair(Reader& reader, const Node& node, const Known& known) {
  if (!node.is_sequence() || node.items.size() != 2) {
    reader.wrong_type(node, "recuse",
                      phrase(Text{"两个支部，如 [zb01, zb07]", "two branches, as [zb01, zb07]"}));
    return std::nullopt;
  }
  const auto a = reader.id(node.items[0], "recuse");
  const auto b = reader.id(node.items[1], "recuse");
  if (!a || !b) return std::nullopt;
  if (*a == *b) {
    reader.fault(node.items[1], "recused-from-itself",
                 phrase(Text{"{0} 本来就不检查自己，应写另一个支部",
                             "{0} never inspects itself; name another branch"},
                        *a));
    return std::nullopt;
  }
  const bool first = known.check(node.items[0], *a);
  if (!known.check(node.items[1], *b) || !first) return std::nullopt;
  return RecusedPair{*a, *b};
}

void read_recuse(Reader& reader, const Node& node, const Known& known, Organisation& into) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const Node& one : reader.list(node, "recuse")) {
    auto pair = read_pair(reader, one, known);
    if (!pair) continue;
    if (seen.emplace(std::minmax(pair->a, pair->b)).second)
      into.recuse.push_back(std::move(*pair));
    else
      said_twice(reader, one, "recuse", "[" + pair->a + ", " + pair->b + "]");
  }
}

void read_team(Reader& reader, const Node& node, const Known& known, std::set<std::string>& taken,
               PlanSettings& into) {
  const auto ids = reader.ids(node, "teams");
  if (!ids) return;
  if (node.items.size() < 2) {
    reader.fault(node, "team-of-one",
                 phrase(Text{"一个小组至少两个支部", "a team has two branches at least"}));
    return;
  }
  std::set<std::string> members;
  for (const Node& one : node.items) {
    if (!one.is_scalar() || !members.insert(one.text).second) continue;
    if (known.check(one, one.text) && !taken.insert(one.text).second)
      reader.fault(one, "in-two-teams",
                   phrase(Text{"{0} 已在前面的小组里，一个支部只能在一个小组",
                               "{0} is in a team before this one; a branch has one team"},
                          one.text));
  }
  into.teams.push_back(*ids);
}

void read_capacity(Reader& reader, const Node& node, const Known& known, PlanSettings& into) {
  if (!node.is_map()) {
    reader.wrong_type(node, "capacity",
                      phrase(Text{"映射，如 {{zb03: 0}}", "a map, as {{zb03: 0}}"}));
    return;
  }
  for (const auto& [key, value] : node.entries) {
    const bool there = known.check(key, key.text);
    const auto most = reader.integer(value, "capacity", 0, most_capacity);
    if (there && most) into.capacity[key.text] = *most;
  }
}

void read_settings(Reader& reader, const Node& node, const Known& known, PlanSettings& into) {
  const Keys keys(reader, node, "plan", {"targets", "teams", "capacity", "gap"});
  if (!keys) return;
  keys.read("targets", into.targets, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 1, most_targets);
  });
  if (const Node* targets = keys.find("targets"))
    warn_of_targets(reader, *targets, into.targets, known.count());
  keys.read("gap", into.gap, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 0, longest_gap);
  });
  std::set<std::string> taken;
  if (const Node* teams = keys.find("teams"))
    for (const Node& team : reader.list(*teams, "teams"))
      read_team(reader, team, known, taken, into);
  if (const Node* capacity = keys.find("capacity")) read_capacity(reader, *capacity, known, into);
}

// Somebody of no branch belongs to no two.
void check_person(Reader& reader, const Node& person, const Known& known) {
  const Node* recuse = person.find("recuse");
  if (!recuse || !recuse->is_sequence()) return;
  const Node* own = person.find("branch");
  if (!own)
    reader.fault(*recuse, "recused-without-branch",
                 phrase(Text{"不属于支部的人不写 recuse；两个支部回避写在 sihu.yaml 的 recuse 里",
                             "somebody of no branch needs no recuse; two branches are recused "
                             "under recuse of sihu.yaml"}));
  for (const Node& one : recuse->items) {
    if (!one.is_scalar() || !known.check(one, one.text) || !own || own->text != one.text) continue;
    reader.fault(one, "recused-from-itself",
                 phrase(Text{"{0} 是这个人自己的支部，应写另一个支部",
                             "{0} is this person's own branch; name another"},
                        one.text));
  }
}

}  // namespace

void read_planning(Reader& reader, const Keys& keys, Organisation& into) {
  const Known known(reader, into);
  if (const Node* recuse = keys.find("recuse")) read_recuse(reader, *recuse, known, into);
  if (const Node* plan = keys.find("plan")) read_settings(reader, *plan, known, into.plan);
  const Node* people = keys.find("people");
  if (!people || !people->is_sequence()) return;
  for (const Node& person : people->items)
    if (person.is_map()) check_person(reader, person, known);
}

}  // namespace sihu
