#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

namespace sihu {
namespace {

// Where the items stand in this file, by id; what it inherited is said where it was written.
std::unordered_map<std::string_view, const Node*> nodes_of(const LintedFile& file) {
  std::unordered_map<std::string_view, const Node*> nodes;
  const Node* items = file.root ? file.root->find("items") : nullptr;
  if (!items) return nodes;
  for (const Node& node : items->items)
    if (const Node* id = node.find("id")) nodes.emplace(id->text, &node);
  return nodes;
}

const Node& part(const Node& node, const char* key) {
  const Node* found = node.find(key);
  return found ? *found : node;
}

void check_veto(LintedFile& file, const Item& item, const Node& node) {
  if (!item.veto || !node.find("veto")) return;
  if (item.deduct.empty() && !(item.target && item.target->proportional)) return;
  lint_add(
      file, part(node, "veto"), true, "veto-never-acts",
      phrase(Text{"veto 只在这一项判为不合格时起作用，按规则或按比例扣分不会触发它",
                  "veto acts only when the item fails; taking off points never makes it act"}));
}

void check_tags(LintedFile& file, const Item& item, const Node& node,
                const std::vector<std::string>& tags) {
  const Node* applies = node.find("applies-to");
  if (!applies) return;
  for (const Node& tag : applies->items) {
    if (std::find(tags.begin(), tags.end(), tag.text) != tags.end()) continue;
    const auto meant = nearest(tag.text, tags);
    lint_add(file, tag, true, "tag-without-branch",
             phrase(Text{"{0}：没有支部带标签 {1}", "{0}: no branch has the tag {1}"}, item.id,
                    tag.text),
             meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
  }
}

bool reaches_nobody(const Checklist& checklist, const Organisation& organisation) {
  return std::none_of(checklist.items.begin(), checklist.items.end(), [&](const Item& item) {
    return item.applies_to.empty() ||
           std::any_of(organisation.branches.begin(), organisation.branches.end(),
                       [&](const Branch& branch) {
                         return std::find_first_of(branch.tags.begin(), branch.tags.end(),
                                                   item.applies_to.begin(),
                                                   item.applies_to.end()) != branch.tags.end();
                       });
  });
}

}  // namespace

void lint_checklist(LintedFile& file, const Organisation* organisation) {
  const Checklist& checklist = *file.checklist;
  std::set<std::string> tags;
  if (organisation)
    for (const Branch& branch : organisation->branches)
      tags.insert(branch.tags.begin(), branch.tags.end());
  const std::vector<std::string> known(tags.begin(), tags.end());
  const auto nodes = nodes_of(file);
  for (const Item& item : checklist.items) {
    const auto node = nodes.find(item.id);
    if (node == nodes.end()) continue;
    check_veto(file, item, *node->second);
    if (organisation) check_tags(file, item, *node->second, known);
  }
  if (organisation && file.root && reaches_nobody(checklist, *organisation))
    lint_add(file, part(*file.root, "checklist"), true, "checklist-for-nobody",
             phrase(Text{"没有哪个支部有 {0} 的任何一项", "no branch gets any item of {0}"},
                    checklist.id));
}

}  // namespace sihu
