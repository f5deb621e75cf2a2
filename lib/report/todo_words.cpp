#include "report/todo_words.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

// What is to be learnt and nobody does well enough to teach it, dearest first of each branch.
std::vector<Phrase> done_well_by_nobody(const LearnTodo& todo) {
  const auto best = best_scores(todo.costs);
  std::vector<Phrase> names;
  std::set<std::string> named;
  for (const Branch& branch : todo.organisation.branches) {
    if (!is_wanted(todo, branch.id)) continue;
    for (const LearningCost& cost : wanted_costs(todo, branch.id)) {
      const std::string key = learning_key(cost);
      const auto highest = best.find(key);
      const bool taught = highest != best.end() && highest->second >= Rational(taught_from);
      if (taught || cost.score >= Rational(learnt_below) || !named.insert(key).second) continue;
      names.push_back(same(cost.is_topic() ? cost.topic : cost.item->id));
    }
  }
  return names;
}

// Lessons that only branches could give which give all they can, dearest first of each branch.
std::vector<Phrase> left_over(const LearnTodo& todo) {
  std::vector<Phrase> names;
  for (const Branch& branch : todo.organisation.branches) {
    if (!is_wanted(todo, branch.id)) continue;
    for (const LearningCost& cost : wanted_costs(todo, branch.id))
      if (why_no_teacher(todo, branch.id, cost) == NoTeacher::all_busy)
        names.push_back(phrase(Text{"{0} 的 {1}", "{1} of {0}"}, branch.id,
                               cost.is_topic() ? cost.topic : cost.item->id));
  }
  return names;
}

// That the plan says who teaches whom, where it does.
void say_planned(const LearnTodo& todo, std::vector<Phrase>& words) {
  const bool any = todo.plan && std::ranges::any_of(todo.plan->rows, [&](const PlanRow& row) {
                     return row.mutual == Mutual::learn && is_wanted(todo, row.to);
                   });
  if (any)
    words.push_back(phrase(Text{"向谁学先照 plans/{0}.yaml 里互学的行，没有写的另配",
                                "teachers are those of plans/{0}.yaml, for what it leaves open "
                                "others"},
                           to_string(todo.plan->quarter)));
}

bool is_anything_left(const LearnTodo& todo) {
  if (!todo.own_topics.empty()) return true;
  return std::ranges::any_of(todo.organisation.branches, [&](const Branch& branch) {
    return is_wanted(todo, branch.id) && !wanted_costs(todo, branch.id).empty();
  });
}

// The first of the names, and how many there are.
Phrase first_named(std::vector<Phrase> names) {
  constexpr std::size_t most = 10;
  const std::size_t all = names.size();
  if (all <= most) return enumerated(names);
  names.resize(most);
  return phrase(Text{"{0} 等 {1} 项", "{0} ({1} in all)"}, enumerated(names), all);
}

Phrase nobody_words(std::vector<Phrase> names) {
  return phrase(Text{"没有一个支部做到 {0} 分、要另请人讲的：{1}",
                     "no branch has {0} or more, so that somebody else has to teach it: {1}"},
                taught_from, first_named(std::move(names)));
}

Phrase busy_words(const LearnTodo& todo, std::vector<Phrase> names) {
  return phrase(Text{"能教的支部都教满 {0} 次、没有配上的：{1}；要多配，在 sihu.yaml 调高 learn: "
                     "capacity，或改计划里互学的行",
                     "whoever could teach it gives {0} already: {1}; for more raise learn: "
                     "capacity in sihu.yaml, or change the plan's rows of learning"},
                counted(todo.organisation.learn.capacity, "lesson"), first_named(std::move(names)));
}

// Whom a branch learns from: lessons are given out, and nobody gives more than it can.
Phrase assigned_words(const LearnTodo& todo) {
  return phrase(
      Text{"失分是季度总分里的分数；每个支部得分率不到 {3} 而失分最多的 {0} 项各配一个帮带支部："
           "做到 {2} 分以上，不是本季互相检查的，帮带次数不超过 {1}",
           "cost is in points of the quarter's total; the {0} dearest below {3} of each branch get "
           "a teacher: a branch with {2} or more, that neither inspects it nor is inspected by it "
           "this quarter, for at most {1} lessons"},
      most_lessons, todo.organisation.learn.capacity, taught_from, learnt_below);
}

// Whom a person may ask: that costs a question and no lesson.
Phrase whom_to_ask_words(const LearnTodo& todo) {
  return phrase(
      Text{"失分是季度总分里的分数；向谁学：支部配好的，照支部的（sihu learn todo "
           "{1}）；没有配的，是可以去"
           "问的：做到 {0} 分以上的支部，本支部做到的就问本支部的人",
           "cost is in points of the quarter's total; from whom: where the branch was given a "
           "teacher (sihu learn todo {1}) that one, else whom one may ask: a branch with {0} or "
           "more, one's own colleagues where their branch is one"},
      taught_from, todo.learner->person->branch);
}

}  // namespace

std::vector<Phrase> todo_words(const LearnTodo& todo) {
  std::vector<Phrase> words;
  say_planned(todo, words);
  const bool any = !todo.own_topics.empty() ||
                   std::ranges::any_of(
                       todo.costs, [&](const auto& costs) { return is_wanted(todo, costs.first); });
  if (!any) {
    words.push_back(phrase(
        Text{"{0} 没有检查和考试结果可据", "there are no checks and no tests of {0} to go by"},
        to_string(todo.quarter)));
    return words;
  }
  if (!is_anything_left(todo)) {
    words.push_back(
        phrase(Text{"{0} 的检查和考试没有失分，不用据此补课",
                    "nothing was lost in checks and tests of {0}: they ask for no lesson"},
               to_string(todo.quarter)));
    return words;
  }
  words.push_back(todo.learner ? whom_to_ask_words(todo) : assigned_words(todo));
  if (!todo.own_topics.empty())
    words.push_back(phrase(
        Text{"试题专题按本人的卷子算：全支部都这样答，会失这么多分",
             "topics are by the own papers: their cost is what it would be if the whole branch "
             "answered so"}));
  if (auto nobody = done_well_by_nobody(todo); !nobody.empty())
    words.push_back(nobody_words(std::move(nobody)));
  if (auto busy = left_over(todo); !busy.empty())
    words.push_back(busy_words(todo, std::move(busy)));
  if (todo.organisation.branches.size() > most_paired_branches)
    words.push_back(phrase(Text{"支部多于 {0} 个，不配帮带支部",
                                "with more than {0} branches no teachers are looked for"},
                           most_paired_branches));
  return words;
}

}  // namespace sihu
