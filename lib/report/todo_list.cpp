#include "report/todo_list.hpp"

#include "report/catalogue.hpp"

#include <algorithm>

namespace sihu {
namespace {

using Row = std::vector<Value>;

Coded kind_of(const char* code, Text words) {
  return {code, phrase(words)};
}

// The newest practice of the teacher for the item; where he has none, of any branch.
const Practice* practice_for(const LearnTodo& todo, const std::string& item,
                             const std::string& teacher) {
  const Practice* found = nullptr;
  for (const Practice& practice : todo.practices) {
    if (practice.item != item) continue;
    if (!found || practice.branch == teacher || found->branch != teacher) found = &practice;
  }
  return found;
}

std::vector<std::string> courses_for(const LearnTodo& todo, const std::string& item) {
  std::vector<std::string> ids;
  for (const auto& [id, offered] : todo.courses)
    if (std::ranges::find(offered.course.items, item) != offered.course.items.end())
      ids.push_back(id);
  return ids;
}

std::vector<std::string> courses_of_kind(const LearnTodo& todo, CourseKind kind) {
  std::vector<std::string> ids;
  for (const auto& [id, offered] : todo.courses)
    if (offered.course.kind == kind) ids.push_back(id);
  return ids;
}

Row item_row(const LearnTodo& todo, const std::string& branch, int rank, const ItemCost& item) {
  const auto found = todo.teachers.find({branch, item_key(item)});
  const std::string teacher = found == todo.teachers.end() ? std::string() : found->second;
  const Practice* practice = practice_for(todo, item.item->id, teacher);
  return {branch,
          branch_name(todo.organisation, branch),
          static_cast<std::int64_t>(rank),
          kind_of("item", {"条目", "item"}),
          item.item->id,
          item.item->title,
          item.checklist,
          item.score.rounded(),
          item.cost.rounded(),
          teacher,
          teacher.empty() ? Phrase{} : branch_name(todo.organisation, teacher),
          practice ? Value(practice->note) : Value(),
          practice ? Value(practice->branch) : Value(),
          courses_for(todo, item.item->id)};
}

void add_need(Table& table, const LearnTodo& todo, Coded kind, Phrase title,
              std::vector<std::string> courses) {
  const std::string& branch = todo.learner->person->branch;
  table.rows.push_back({branch, branch_name(todo.organisation, branch), Value(), std::move(kind),
                        Value(), std::move(title), Value(), Value(), Value(), Value(), Value(),
                        Value(), Value(), std::move(courses)});
}

void add_needs(Table& table, const LearnTodo& todo) {
  const LearnerYear& one = *todo.learner;
  const bool late = one.onboarding == Newcomer::overdue;
  if (late || one.onboarding == Newcomer::due)
    add_need(table, todo, kind_of("onboarding", {"岗前培训", "on-boarding"}),
             late ? phrase(Text{"岗前培训已逾期（限 {0}）", "on-boarding, overdue since {0}"},
                           to_string(*one.onboarding_due))
                  : phrase(Text{"岗前培训，限 {0}", "on-boarding, by {0}"},
                           to_string(*one.onboarding_due)),
             courses_of_kind(todo, CourseKind::onboarding));
  if (one.mentoring == Newcomer::due)
    add_need(table, todo, kind_of("mentor", {"带教", "mentor"}),
             phrase(Text{"还没有带教人", "has no mentor yet"}),
             courses_of_kind(todo, CourseKind::mentoring));
  if (!one.missing().is_zero())
    add_need(table, todo, kind_of("hours", {"学时", "hours"}),
             phrase(Text{"今年还差 {0} 学时（应学 {1}）", "{0} h more this year, of {1}"},
                    one.missing().shortest(), one.required.shortest()),
             {});
}

bool is_wanted(const LearnTodo& todo, const std::string& branch) {
  return todo.branch.empty() || todo.branch == branch;
}

}  // namespace

Table todo_table(const LearnTodo& todo) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"学什么（按 {0} 的检查）", "What to learn (by the checks of {0})"},
                     to_string(todo.quarter)),
              {{"branch", {"支部编号", "branch id"}, left, false},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"rank", {"次序", "rank"}, right},
               {"kind", {"类别", "kind"}},
               {"item", {"条目", "item"}},
               {"title", {"内容", "title"}, left, true, 8},
               {"checklist", {"检查表", "checklist"}, left, false},
               {"score", {"得分率", "score"}, right},
               {"cost", {"失分", "cost"}, right},
               {"teacher", {"帮带支部编号", "teacher id"}, left, false},
               {"teacher_name", {"向谁学", "teacher"}, left, true, 6},
               {"practice", {"好做法", "practice"}, left, true, 8},
               {"practice_of", {"谁的", "of"}},
               {"courses", {"课程", "courses"}, left, true, 6}},
              {}};
  if (todo.learner) add_needs(table, todo);
  for (const Branch& branch : todo.organisation.branches) {
    const auto found = todo.costs.find(branch.id);
    if (found == todo.costs.end() || !is_wanted(todo, branch.id)) continue;
    int rank = 0;
    for (const ItemCost& item : found->second)
      if (!item.cost.is_zero()) table.rows.push_back(item_row(todo, branch.id, ++rank, item));
  }
  return table;
}

std::vector<Phrase> todo_words(const LearnTodo& todo) {
  std::vector<Phrase> words;
  const bool any = std::ranges::any_of(
      todo.costs, [&](const auto& costs) { return is_wanted(todo, costs.first); });
  if (!any) {
    words.push_back(phrase(Text{"{0} 没有检查结果可据", "there are no checks of {0} to go by"},
                           to_string(todo.quarter)));
    return words;
  }
  words.push_back(phrase(
      Text{
          "失分是季度总分里的分数；每个支部失分最多的 {0} 个条目各配一个帮带支部："
          "做到 85 分以上，不是本季互相检查的，帮带次数不超过 {1}",
          "cost is in points of the quarter's total; the {0} dearest items of each branch get a "
          "teacher: a branch with 85 or more, that neither inspects it nor is inspected by it this "
          "quarter, for at most {1} lessons"},
      most_lessons, todo.organisation.learn.capacity));
  if (todo.organisation.branches.size() > most_paired_branches)
    words.push_back(phrase(Text{"支部多于 {0} 个，不配帮带支部",
                                "with more than {0} branches no teachers are looked for"},
                           most_paired_branches));
  return words;
}

}  // namespace sihu
