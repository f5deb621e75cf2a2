#include "document/kind.hpp"

namespace sihu {
namespace {

struct Home {
  DocumentKind kind;
  const char* key;
  Text wording;
  const char* place;
};

const Home homes[] = {
    {DocumentKind::organisation,
     "sihu",
     {"单位配置", "an organisation's configuration"},
     "sihu.yaml"},
    {DocumentKind::calendar, "calendar", {"日历", "a calendar"}, "calendars/"},
    {DocumentKind::checklist, "checklist", {"检查表", "a checklist"}, "checklists/"},
    {DocumentKind::plan, "plan", {"计划", "a plan"}, "plans/"},
    {DocumentKind::rubric, "rubric", {"评分规则", "a rubric"}, "rubrics/"},
    {DocumentKind::bank, "bank", {"题库", "a question bank"}, "banks/"},
    {DocumentKind::paper, "paper", {"组卷规则", "the rules of a paper"}, "papers/"},
    {DocumentKind::course, "course", {"课程", "a course"}, "courses/"},
    {DocumentKind::record_register, "register", {"台账的说明", "a register"}, "records/"},
};

const Home* home_of(DocumentKind kind) {
  for (const Home& home : homes)
    if (home.kind == kind) return &home;
  return nullptr;
}

bool lies_in(std::string_view name, std::string_view folder) {
  return name.starts_with(folder) || name.find("/" + std::string(folder)) != std::string_view::npos;
}

}  // namespace

DocumentKind kind_by_keys(const Node& root) {
  if (root.is_sequence()) return DocumentKind::answers;
  if (root.find("sihu")) return DocumentKind::organisation;
  if (root.find("calendar")) return DocumentKind::calendar;
  // Answers may say which checklist they belong to.
  if (root.find("answers")) return DocumentKind::answers;
  if (root.find("checklist")) return DocumentKind::checklist;
  if (root.find("plan")) return DocumentKind::plan;
  // Sheets that were filled in say which rubric they go by.
  if (root.find("rubric") && !root.find("sheets")) return DocumentKind::rubric;
  if (root.find("bank")) return DocumentKind::bank;
  if (root.find("paper")) return DocumentKind::paper;
  if (root.find("course")) return DocumentKind::course;
  if (root.find("register")) return DocumentKind::record_register;
  return DocumentKind::unknown;
}

DocumentKind kind_by_name(std::string_view name) {
  if (name == "sihu.yaml" || name.ends_with("/sihu.yaml")) return DocumentKind::organisation;
  for (const DocumentKind kind :
       {DocumentKind::checklist, DocumentKind::calendar, DocumentKind::plan, DocumentKind::rubric,
        DocumentKind::bank, DocumentKind::paper, DocumentKind::course,
        DocumentKind::record_register})
    if (lies_in(name, home_of(kind)->place)) return kind;
  return DocumentKind::unknown;
}

bool refuse_other_kind(Reader& reader, const Node& root, DocumentKind expected) {
  const Home* meant = home_of(expected);
  const Home* found = home_of(kind_by_keys(root));
  if (!meant || !found || found == meant || root.find(meant->key)) return false;
  reader.fault(*root.find(found->key), "other-document",
               phrase(Text{"这是{0}，此处应为{1}", "this is {0}, expected {1} here"},
                      phrase(found->wording), phrase(meant->wording)),
               phrase(Text{"它属于 {0}", "it belongs into {0}"}, found->place));
  return true;
}

}  // namespace sihu
