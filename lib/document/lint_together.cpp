#include "document/lint_files.hpp"
#include "wording/nearest.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sihu {
namespace {

// How far ahead the longest usual limit reaches.
constexpr int days_ahead = 45;

const Node& own_key(const LintedFile& file) {
  const char* key = file.kind == DocumentKind::calendar          ? "calendar"
                    : file.kind == DocumentKind::plan            ? "plan"
                    : file.kind == DocumentKind::rubric          ? "rubric"
                    : file.kind == DocumentKind::bank            ? "bank"
                    : file.kind == DocumentKind::paper           ? "paper"
                    : file.kind == DocumentKind::course          ? "course"
                    : file.kind == DocumentKind::record_register ? "register"
                                                                 : "checklist";
  const Node* node = file.root->find(key);
  return node ? *node : *file.root;
}

// `in_workspace`: the files around are those of one workspace, not only of one folder.
void check_ids(std::vector<LintedFile>& files, bool in_workspace) {
  std::map<std::pair<DocumentKind, std::string>, std::string> first;
  for (const LintedFile& file : files)
    if (in_workspace && !file.wanted && !file.id.empty())
      first.emplace(std::pair(file.kind, file.id), file.file->name);
  for (LintedFile& file : files) {
    if (!file.wanted || file.id.empty()) continue;
    const auto [before, is_new] = first.emplace(std::pair(file.kind, file.id), file.file->name);
    if (!is_new)
      lint_add(file, own_key(file), false, "duplicate-document",
               phrase(Text{"编号 {0} 在 {1} 里已有", "the id {0} is already in {1}"}, file.id,
                      before->second));
    // Of a plan its reader says so.
    if (file.kind == DocumentKind::plan) continue;
    const std::string& name = file.file->name;
    const std::size_t slash = name.rfind('/');
    if (slash != std::string::npos && name.substr(slash + 1) != file.id + ".yaml")
      lint_add(file, own_key(file), true, "name-differs",
               phrase(Text{"文件名与编号不一致，应为 {0}.yaml",
                           "the file should be named {0}.yaml, after its id"},
                      file.id));
  }
}

LintedFile* find_organisation(std::vector<LintedFile>& files) {
  for (LintedFile& file : files)
    if (file.kind == DocumentKind::organisation && file.root &&
        (file.wanted || file.file->name == "sihu.yaml"))
      return &file;
  return nullptr;
}

LintedFile* find_named(std::vector<LintedFile>& files, const std::string& name) {
  for (LintedFile& file : files)
    if (file.file->name == name) return &file;
  return nullptr;
}

std::vector<std::string> calendar_names(const std::vector<LintedFile>& files) {
  std::vector<std::string> names;
  for (const LintedFile& file : files)
    if (file.kind == DocumentKind::calendar) names.push_back(file.file->name);
  return names;
}

bool is_said(const LintedFile& file, const Place& place) {
  return std::any_of(file.faults.begin(), file.faults.end(),
                     [&](const Fault& fault) { return fault.place == place; });
}

// The calendars that sihu.yaml names, as far as they are sound; says which are not there.
std::vector<Workdays> named_calendars(LintedFile& organisation, std::vector<LintedFile>& files) {
  std::vector<Workdays> calendars;
  std::set<std::string> missing;
  const Node* list = organisation.root->find("calendars");
  if (!list) return calendars;
  for (const Node& node : list->items) {
    if (!node.is_scalar()) continue;
    LintedFile* file = find_named(files, node.text);
    if (file && file->calendar) calendars.push_back(*file->calendar);
    if (file || is_said(organisation, node.place) || !missing.insert(node.text).second) continue;
    organisation.faults.push_back(missing_calendar(
        *organisation.source, {node.text, node.place, node.width}, calendar_names(files)));
  }
  return calendars;
}

void check_unused(const LintedFile& organisation, std::vector<LintedFile>& files) {
  const Node* list = organisation.root->find("calendars");
  for (LintedFile& file : files) {
    if (file.kind != DocumentKind::calendar || !file.root || file.id.empty()) continue;
    const bool named =
        list && std::any_of(list->items.begin(), list->items.end(),
                            [&](const Node& one) { return one.text == file.file->name; });
    if (!named)
      lint_add(file, own_key(file), true, "calendar-not-used",
               phrase(Text{"sihu.yaml 的 calendars 没有列出它，不起作用",
                           "sihu.yaml does not list it under calendars, so it has no effect"}));
  }
}

bool counts_workdays(const std::optional<Limit>& limit) {
  return limit && limit->unit == Limit::Unit::workdays;
}

bool needs_workdays(const std::vector<LintedFile>& files) {
  for (const LintedFile& file : files) {
    if (file.organisation) {
      const RectificationRules& rules = file.organisation->rectification;
      if (counts_workdays(rules.verify_within)) return true;
      for (const auto& [severity, limit] : rules.limits)
        if (counts_workdays(limit)) return true;
    }
    if (file.checklist)
      for (const Item& item : file.checklist->items)
        if (counts_workdays(item.due)) return true;
  }
  return false;
}

void check_years(LintedFile& organisation, const Workdays& calendar, Date today) {
  for (const int year : years_without_calendar(calendar, today, today + days_ahead)) {
    const Node* list = organisation.root->find("calendars");
    lint_add(
        organisation, list ? *list : *organisation.root, true, "year-without-calendar",
        phrase(Text{"有按工作日算的时限，但没有 {0} 年的日历，只能按普通周末暂算",
                    "limits count working days, and {0} has no calendar: plain weekends are taken"},
               year),
        phrase(Text{"添加 calendars/cn-{0}.yaml，并列在 sihu.yaml 的 calendars",
                    "add calendars/cn-{0}.yaml and list it under calendars in sihu.yaml"},
               year));
  }
}

void check_calendars(LintedFile& organisation, std::vector<LintedFile>& files,
                     const LintInput& input) {
  const std::vector<Workdays> calendars = named_calendars(organisation, files);
  if (input.whole) check_unused(organisation, files);
  const auto joined = join_calendars(calendars);
  if (!joined) {
    for (const Fault& fault : joined.error().faults)
      lint_add(organisation, *organisation.root->find("calendars"), false, fault.name, fault.what);
  } else if (needs_workdays(files)) {
    check_years(organisation, *joined, input.today);
  }
}

// Branches that a plan names and sihu.yaml does not have: in a quarter that is over they may have
// left since, before that nobody can carry it out.
void check_plan(LintedFile& file, const std::set<std::string>& branches, Date today) {
  const bool is_over = file.plan->quarter.last_day() < today;
  const Node* rows = file.root->find("rows");
  if (!rows) return;
  for (const Node& row : rows->items)
    for (const char* key : {"from", "to"}) {
      const Node* there = row.find(key);
      if (!there || !there->is_scalar() || branches.contains(there->text)) continue;
      const Node& id = *there;
      const auto meant = nearest(id.text, {branches.begin(), branches.end()});
      lint_add(file, id, is_over, "unknown-branch",
               phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, id.text),
               meant ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *meant) : Phrase{});
    }
}

void check_plans(std::vector<LintedFile>& files, const Organisation& organisation, Date today) {
  std::set<std::string> branches;
  for (const Branch& branch : organisation.branches) branches.insert(branch.id);
  for (LintedFile& file : files)
    if (file.plan && file.root) check_plan(file, branches, today);
}

}  // namespace

void lint_together(std::vector<LintedFile>& files, const LintInput& input) {
  LintedFile* organisation = find_organisation(files);
  check_ids(files, organisation != nullptr);
  if (organisation) check_calendars(*organisation, files, input);
  if (organisation) lint_review(*organisation, files);
  if (organisation) lint_appraise(*organisation, files);
  if (input.whole) {
    lint_courses(files);
    lint_lessons(files, input.today);
  }
  lint_computed(files, input.whole);
  const Organisation* known =
      organisation && organisation->organisation ? &*organisation->organisation : nullptr;
  if (known) check_plans(files, *known, input.today);
  for (LintedFile& file : files)
    if (file.checklist) lint_checklist(file, known);
  for (LintedFile& file : files)
    if (linted_bank(file)) lint_bank(file, input.today, known);
  lint_banks(files, organisation != nullptr);
  for (LintedFile& file : files)
    if (file.paper) lint_paper(file, files);
}

}  // namespace sihu
