// What only sihu.yaml and the checklists together can tell of `appraise:`.
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>

namespace sihu {
namespace {

Phrase perhaps_meant(const std::string& typed, const std::vector<std::string>& known) {
  const auto meant = nearest(typed, known);
  return meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{};
}

void check_known(LintedFile& organisation, const Node& node, const Checklist& checklist,
                 const std::vector<std::string>& known) {
  if (std::ranges::find(known, node.text) != known.end()) return;
  lint_add(organisation, node, false, "unknown-fill",
           phrase(Text{"检查表 {0} 里没有 {1}", "there is no {1} in the checklist {0}"},
                  checklist.id, node.text),
           perhaps_meant(node.text, known));
}

void check_fill(LintedFile& organisation, const Node& fill, const Checklist& checklist) {
  std::vector<std::string> areas;
  std::vector<std::string> items;
  for (const Area& area : checklist.areas) areas.push_back(area.id);
  for (const Item& item : checklist.items) items.push_back(item.id);
  for (const Node& rule : fill.items) {
    if (const Node* area = rule.find("area")) check_known(organisation, *area, checklist, areas);
    if (const Node* item = rule.find("item")) check_known(organisation, *item, checklist, items);
  }
}

}  // namespace

void lint_appraise(LintedFile& organisation, const std::vector<LintedFile>& files) {
  const Node* appraise = organisation.root->find("appraise");
  const Node* named = appraise ? appraise->find("checklist") : nullptr;
  if (!named || !organisation.organisation) return;
  std::vector<std::string> known;
  for (const LintedFile& file : files) {
    if (file.kind != DocumentKind::checklist || file.id.empty()) continue;
    known.push_back(file.id);
    const Node* fill = appraise->find("fill");
    if (file.id == named->text && file.checklist && fill)
      check_fill(organisation, *fill, *file.checklist);
  }
  if (std::ranges::find(known, named->text) == known.end())
    lint_add(organisation, *named, false, "unknown-checklist",
             phrase(Text{"checklists/ 里没有 {0}", "there is no {0} in checklists/"}, named->text),
             perhaps_meant(named->text, known));
}

}  // namespace sihu
