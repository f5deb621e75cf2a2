// What only courses or plans and checklists together can tell.
#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

// Items as courses name them; with `behind_checklists` as plans do: `dues/DF-02`.
std::set<std::string> known_items(const std::vector<LintedFile>& files, bool behind_checklists) {
  std::set<std::string> items;
  for (const LintedFile& file : files)
    if (file.checklist)
      for (const Item& item : file.checklist->items)
        items.insert(behind_checklists ? file.checklist->id + "/" + item.id : item.id);
  return items;
}

// A checklist that can't be read may have the item.
bool every_checklist_is_read(const std::vector<LintedFile>& files) {
  return std::ranges::none_of(files, [](const LintedFile& file) {
    return file.kind == DocumentKind::checklist && !file.checklist;
  });
}

void unknown_item(LintedFile& file, const Node& node, const std::set<std::string>& items) {
  const auto meant = nearest(node.text, {items.begin(), items.end()});
  lint_add(file, node, true, "unknown-item",
           phrase(Text{"没有检查表含有条目 {0}", "no checklist has the item {0}"}, node.text),
           meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
}

void lint_course(LintedFile& file, const std::set<std::string>& items) {
  const Node* list = file.root->find("items");
  if (!list) return;
  for (const Node& node : list->items)
    if (!items.contains(node.text)) unknown_item(file, node, items);
}

void lint_plan(LintedFile& file, const std::set<std::string>& items) {
  const Node* rows = file.root->find("rows");
  if (!rows) return;
  for (const Node& row : rows->items) {
    const Node* item = row.find("item");
    if (item && !items.contains(item->text)) unknown_item(file, *item, items);
  }
}

}  // namespace

void lint_courses(std::vector<LintedFile>& files) {
  if (!every_checklist_is_read(files)) return;
  const std::set<std::string> items = known_items(files, false);
  for (LintedFile& file : files)
    if (file.course) lint_course(file, items);
}

void lint_lessons(std::vector<LintedFile>& files, Date today) {
  if (!every_checklist_is_read(files)) return;
  const std::set<std::string> items = known_items(files, true);
  for (LintedFile& file : files)
    if (file.plan && file.root && today <= file.plan->quarter.last_day()) lint_plan(file, items);
}

}  // namespace sihu
