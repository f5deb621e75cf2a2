#include "document/checklist.hpp"

#include "document/checklist_parts.hpp"
#include "document/kind.hpp"
#include "document/sources.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <map>

namespace sihu {
namespace {

void read_areas(Reader& reader, const Node& node, Checklist& into) {
  for (const Node& one : reader.list(node, "areas")) {
    const Keys keys(reader, one, "area", {"id", "title", "points"});
    Area area;
    area.place = one.place;
    keys.require("title", area.title, &Reader::phrase);
    keys.require("points", area.points, &Reader::not_negative);
    if (keys.require("id", area.id, &Reader::id)) into.areas.push_back(std::move(area));
  }
}

// What counts towards the sum: an item with a last day stands beside the one that follows it.
bool counts(const Item& item) {
  return !item.valid_until;
}

Rational sum_of(const Checklist& checklist, std::string_view area) {
  Rational sum;
  for (const Item& item : checklist.items)
    if (counts(item) && (area.empty() || item.area == area)) sum += item.points;
  return sum;
}

// The node to point at: what stands in another file is not what the reader can mend here.
const Node& own(const Reader& reader, const Node* node, const Node& root) {
  return node && node->place.file == reader.source().name() ? *node : root;
}

void check_areas(Reader& reader, const Node& root, const Checklist& checklist) {
  const Node* list = root.find("areas");
  for (const Area& area : checklist.areas) {
    const Rational sum = sum_of(checklist, area.id);
    if (sum == area.points) continue;
    const Node* at = nullptr;
    for (const Node& one : list->items)
      if (one.place == area.place) at = one.find("points");
    reader.fault(own(reader, at, root), "points-do-not-add-up",
                 phrase(Text{"方面 {0} 是 {1} 分，各项之和是 {2} 分",
                             "area {0} has {1} points, its items add up to {2}"},
                        area.id, area.points.shortest(), sum.shortest()));
  }
}

void check_full(Reader& reader, const Node& root, Checklist& checklist) {
  Rational sum = sum_of(checklist, "");
  Text parts{"各项", "items"};
  if (!checklist.areas.empty()) {
    parts = Text{"各方面", "areas"};
    sum = Rational();
    for (const Area& area : checklist.areas) sum += area.points;
  }
  const Node* full = root.find("full");
  if (!full) {
    checklist.full = sum;
  } else if (checklist.full != sum) {
    reader.fault(
        own(reader, full, root), "points-do-not-add-up",
        phrase(Text{"满分 full 是 {0}，{1}之和是 {2}", "full is {0}, the {1} add up to {2}"},
               checklist.full.shortest(), parts, sum.shortest()));
  }
}

}  // namespace

Checklist read_checklist(Reader& reader, const Node& root) {
  Checklist checklist;
  checklist.place = root.place;
  const Keys keys(reader, root, "checklist",
                  {"checklist", "version", "title", "full", "extends", "laws", "areas", "notes",
                   "items", "retired"});
  keys.require("checklist", checklist.id, &Reader::id);
  keys.require("version", checklist.version, &Reader::word);
  keys.require("title", checklist.title, &Reader::phrase);
  keys.read("notes", checklist.notes, &Reader::phrase);
  const bool full = keys.read("full", checklist.full, &Reader::positive);
  if (const Node* extends = keys.find("extends")) {
    if (extends->is_scalar()) checklist.extends.push_back(extends->text);
    for (const Node& id : extends->items) checklist.extends.push_back(id.text);
  }
  const Node* laws = keys.find("laws");
  if (laws) checklist.laws = read_laws(reader, *laws);
  if (const Node* areas = keys.find("areas")) read_areas(reader, *areas, checklist);
  keys.read("retired", checklist.retired, &Reader::item_ids);
  const Node* items = keys.require("items");
  const bool was_clean = reader.clean();
  if (items) read_items(reader, *items, laws != nullptr, checklist);
  // Sums over what could not be read would only be noise.
  if (!items || !full || !was_clean || !reader.clean()) return checklist;
  check_areas(reader, root, checklist);
  check_full(reader, root, checklist);
  return checklist;
}

Result<Checklist> load_checklist(std::string_view text, std::string_view name,
                                 const ChecklistSource& source, std::vector<Fault>* warnings) {
  const Source own_source(without_bom(text), name);
  Reader reader(own_source);
  Checklist checklist;
  std::vector<std::string> chain;
  const auto root = reader.document();
  if (root && !refuse_other_kind(reader, *root, DocumentKind::checklist)) {
    auto resolved = resolve_extends(reader, *root, source, chain);
    if (!resolved) reader.read_partially();
    checklist = read_checklist(reader, resolved ? *resolved : *root);
  }
  if (warnings) {
    const std::vector<Fault> found = reader.take_warnings();
    warnings->insert(warnings->end(), found.begin(), found.end());
  }
  if (!reader.clean()) return fail(Kind::input, reader.take_faults());
  return checklist;
}

const Item* Checklist::find(std::string_view wanted) const {
  const auto at =
      std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == wanted; });
  return at == items.end() ? nullptr : &*at;
}

bool Item::applies(const Branch& branch, Date on) const {
  if ((valid_from && on < *valid_from) || (valid_until && *valid_until < on)) return false;
  return applies_to.empty() ||
         std::any_of(applies_to.begin(), applies_to.end(), [&](const std::string& tag) {
           return std::find(branch.tags.begin(), branch.tags.end(), tag) != branch.tags.end();
         });
}

}  // namespace sihu
