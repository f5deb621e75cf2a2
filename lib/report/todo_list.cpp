#include "report/todo_list.hpp"

#include "report/catalogue.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

using Row = std::vector<Value>;

Coded kind_of(const char* code, Text words) {
  return {code, phrase(words)};
}

// What is to be learnt, as its key tells it.
struct Lesson {
  std::string checklist;  // empty: a topic, or nothing in particular
  std::string name;       // of the item or the topic

  bool is_item() const { return !checklist.empty(); }
};

Lesson lesson_of(const std::string& key) {
  if (key.starts_with(':')) return {{}, key.substr(1)};
  const std::size_t slash = key.find('/');
  return slash == std::string::npos ? Lesson{}
                                    : Lesson{key.substr(0, slash), key.substr(slash + 1)};
}

bool helps_with(const CourseFile& course, const Lesson& lesson) {
  if (!lesson.is_item()) return course.topic == lesson.name;
  return std::ranges::find(course.items, lesson.name) != course.items.end();
}

// Items of checklists that have to do with it: for a topic those that its courses name.
std::set<std::string> items_of(const LearnTodo& todo, const Lesson& lesson) {
  if (lesson.is_item()) return {lesson.name};
  std::set<std::string> items;
  for (const auto& [id, offered] : todo.courses)
    if (helps_with(offered.course, lesson))
      items.insert(offered.course.items.begin(), offered.course.items.end());
  return items;
}

// What others do well, or what is not known to be done badly; nobody learns from itself.
bool may_be_shown(const LearnTodo& todo, const Practice& practice, const std::string& learner,
                  const std::string& teacher) {
  if (practice.branch == teacher) return true;
  const auto own = todo.costs.find(practice.branch);
  return practice.branch != learner &&
         (own == todo.costs.end() ||
          std::ranges::none_of(own->second, [&](const LearningCost& cost) {
            return !cost.is_topic() && cost.item->id == practice.item &&
                   cost.score < Rational(taught_from);
          }));
}

// The newest practice of the teacher for it; where he has none, of another branch.
const Practice* practice_for(const LearnTodo& todo, const Lesson& lesson,
                             const std::string& learner, const std::string& teacher) {
  const auto items = items_of(todo, lesson);
  const Practice* found = nullptr;
  for (const Practice& practice : todo.practices) {
    if (!items.contains(practice.item) || !may_be_shown(todo, practice, learner, teacher)) continue;
    if (!found || practice.branch == teacher || found->branch != teacher) found = &practice;
  }
  return found;
}

std::vector<std::string> courses_for(const LearnTodo& todo, const Lesson& lesson) {
  std::vector<std::string> ids;
  for (const auto& [id, offered] : todo.courses)
    if (helps_with(offered.course, lesson)) ids.push_back(id);
  return ids;
}

std::vector<std::string> courses_of_kind(const LearnTodo& todo, CourseKind kind) {
  std::vector<std::string> ids;
  for (const auto& [id, offered] : todo.courses)
    if (offered.course.kind == kind) ids.push_back(id);
  return ids;
}

// A person whose own branch does it well asks the colleagues.
bool own_branch_teaches(const LearnTodo& todo, const std::string& key) {
  const auto own = todo.costs.find(todo.learner->person->branch);
  if (own == todo.costs.end()) return false;
  const auto found = std::ranges::find(own->second, key, learning_key);
  return found != own->second.end() && found->score >= Rational(taught_from);
}

std::string teacher_for(const LearnTodo& todo, const std::string& branch, const std::string& key) {
  const auto found = todo.teachers.find({branch, key});
  if (found != todo.teachers.end()) return found->second;
  return todo.learner && own_branch_teaches(todo, key) ? branch : std::string();
}

Phrase title_of(const LearningCost& cost) {
  if (!cost.is_topic()) return cost.item->title;
  return phrase(Text{"答错的题 {0} 道", "{0} missed"}, counted(cost.questions, "question"));
}

using BestScores = std::map<std::string, Rational>;

bool is_planned(const LearnTodo& todo, const std::string& teacher, const std::string& branch,
                const std::string& key) {
  return todo.plan && std::ranges::any_of(todo.plan->rows, [&](const PlanRow& row) {
           return row.mutual == Mutual::learn && row.from == teacher && row.to == branch &&
                  row.lesson == key;
         });
}

Row cost_row(const LearnTodo& todo, const std::string& branch, int rank, const LearningCost& cost,
             const BestScores& best) {
  const std::string key = learning_key(cost);
  const std::string teacher = teacher_for(todo, branch, key);
  const Lesson lesson = lesson_of(key);
  const Practice* practice = practice_for(todo, lesson, branch, teacher);
  const auto highest = best.find(key);
  const auto none = why_no_teacher(todo, branch, cost);
  return {
      branch,
      branch_phrase(todo.organisation, branch),
      static_cast<std::int64_t>(rank),
      cost.is_topic() ? kind_of("topic", {"试题专题", "topic"}) : kind_of("item", {"条目", "item"}),
      lesson.name,
      title_of(cost),
      lesson.is_item() ? Value(lesson.checklist) : Value(),
      cost.score.rounded(),
      cost.cost.rounded(),
      teacher.empty() ? Value() : Value(teacher),
      teacher.empty() ? Value() : Value(branch_phrase(todo.organisation, teacher)),
      none ? Value(phrase(wording(*none))) : Value(branch_phrase(todo.organisation, teacher)),
      practice ? Value(practice->note) : Value(),
      practice ? Value(practice->branch) : Value(),
      courses_for(todo, lesson),
      highest == best.end() ? Value() : Value(highest->second.rounded()),
      is_planned(todo, teacher, branch, key),
      none ? Value(std::string(to_string(*none))) : Value()};
}

// Rows of the plan for a branch that its results of the quarter say nothing of: what was not
// examined again since, or two that are paired for whatever they like.
std::vector<const PlanRow*> planned_besides(const LearnTodo& todo, const std::string& branch) {
  std::vector<const PlanRow*> rows;
  if (!todo.plan) return rows;
  const auto own = todo.costs.find(branch);
  for (const PlanRow& row : todo.plan->rows)
    if (row.mutual == Mutual::learn && row.to == branch &&
        (row.lesson.empty() || own == todo.costs.end() ||
         std::ranges::find(own->second, row.lesson, learning_key) == own->second.end()))
      rows.push_back(&row);
  return rows;
}

Coded kind_of_lesson(const PlanRow& row) {
  if (row.lesson.empty()) return kind_of("pair", {"结对", "pair"});
  return row.lesson.front() == ':' ? kind_of("topic", {"试题专题", "topic"})
                                   : kind_of("item", {"条目", "item"});
}

Row planned_row(const LearnTodo& todo, int rank, const PlanRow& planned) {
  const Lesson lesson = lesson_of(planned.lesson);
  const bool about = !planned.lesson.empty();
  const Practice* practice = about ? practice_for(todo, lesson, planned.to, planned.from) : nullptr;
  return {planned.to,
          branch_phrase(todo.organisation, planned.to),
          static_cast<std::int64_t>(rank),
          kind_of_lesson(planned),
          about ? Value(lesson.name) : Value(),
          planned.note.empty() ? Value() : Value(planned.note),
          lesson.is_item() ? Value(lesson.checklist) : Value(),
          Value(),
          Value(),
          planned.from,
          branch_phrase(todo.organisation, planned.from),
          branch_phrase(todo.organisation, planned.from),
          practice ? Value(practice->note) : Value(),
          practice ? Value(practice->branch) : Value(),
          about ? courses_for(todo, lesson) : std::vector<std::string>{},
          Value(),
          true,
          Value()};
}

void add_need(Table& table, const LearnTodo& todo, Coded kind, Phrase title,
              std::vector<std::string> courses) {
  const std::string& branch = todo.learner->person->branch;
  table.rows.push_back({branch, branch_phrase(todo.organisation, branch), Value(), std::move(kind),
                        Value(), std::move(title), Value(), Value(), Value(), Value(), Value(),
                        Value(), Value(), Value(), std::move(courses), Value(), false, Value()});
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

}  // namespace

std::vector<LearningCost> wanted_costs(const LearnTodo& todo, const std::string& branch) {
  const auto found = todo.costs.find(branch);
  auto costs = found == todo.costs.end() ? std::vector<LearningCost>{} : found->second;
  if (todo.learner) {
    std::erase_if(costs, [](const LearningCost& cost) { return cost.is_topic(); });
    add_costs(costs, todo.own_topics);
  }
  std::erase_if(costs, [](const LearningCost& cost) { return cost.cost.is_zero(); });
  return costs;
}

std::optional<NoTeacher> why_no_teacher(const LearnTodo& todo, const std::string& branch,
                                        const LearningCost& cost) {
  const std::string key = learning_key(cost);
  if (!teacher_for(todo, branch, key).empty()) return std::nullopt;
  const auto found = todo.without_teacher.find({branch, key});
  return found == todo.without_teacher.end() ? NoTeacher::nobody : found->second;
}

bool is_wanted(const LearnTodo& todo, const std::string& branch) {
  return todo.branch.empty() || todo.branch == branch;
}

Table todo_table(const LearnTodo& todo) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  Table table{phrase(Text{"学什么（按 {0} 的检查和考试）",
                          "What to learn (by the checks and tests of {0})"},
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
               {"teacher_name", {"向谁学", "teacher"}, left, false},
               {"teacher_shown", {"向谁学", "teacher"}, left, true, 10, false},
               {"practice", {"好做法", "practice"}, left, true, 8},
               {"practice_of", {"谁的", "of"}},
               {"courses", {"课程", "courses"}, left, true, 6},
               {"best", {"最好的支部得分率", "best score"}, right, false},
               {"planned", {"计划", "planned"}, left, false},
               {"no_teacher", {"没有的原因", "why none"}, left, false}},
              {}};
  if (todo.learner) add_needs(table, todo);
  const BestScores best = best_scores(todo.costs);
  for (const Branch& branch : todo.organisation.branches) {
    if (!is_wanted(todo, branch.id)) continue;
    int rank = 0;
    for (const LearningCost& cost : wanted_costs(todo, branch.id))
      table.rows.push_back(cost_row(todo, branch.id, ++rank, cost, best));
    for (const PlanRow* row : planned_besides(todo, branch.id))
      table.rows.push_back(planned_row(todo, ++rank, *row));
  }
  return table;
}

}  // namespace sihu
