#include "learn/teachers.hpp"

#include "statistics/pairing.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

std::pair<std::string, std::string> in_order(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

// Branches and items by number, as pairing knows them.
class PairingNumbers {
 public:
  explicit PairingNumbers(const TeacherScene& scene)
      : scene_(scene), planned_(planned_teachers(scene.plan)) {
    for (const Branch& branch : scene.organisation.branches) {
      number_.emplace(branch.id, branches.size());
      branches.push_back(branch.id);
    }
    for (const auto& [branch, items] : scene.costs)
      for (const LearningCost& item : items) topic_.emplace(learning_key(item), 0);
    for (auto& [key, number] : topic_) {
      number = topics.size();
      topics.push_back(key);
    }
  }

  PairingTask task(const PairingRules& rules) const {
    PairingTask task;
    task.scores.assign(topics.size(),
                       std::vector<std::optional<Rational>>(branches.size(), std::nullopt));
    task.costs.assign(topics.size(), std::vector<Rational>(branches.size()));
    add_helpers(task, rules);
    add_learners(task, rules);
    for (const auto& [a, b] : scene_.apart)
      if (number_.contains(a) && number_.contains(b))
        task.apart.push_back({number_.at(a), number_.at(b)});
    add_planned(task);
    add_earlier(task);
    return task;
  }

  std::vector<std::string> branches;
  std::vector<std::string> topics;

 private:
  void add_helpers(PairingTask& task, const PairingRules& rules) const {
    for (const auto& [branch, items] : scene_.costs)
      for (const LearningCost& item : items)
        if (item.score >= rules.helper_least && number_.contains(branch))
          task.scores[topic_.at(learning_key(item))][number_.at(branch)] = item.score;
  }

  bool somebody_teaches(const PairingTask& task, std::size_t topic, std::size_t learner) const {
    for (std::size_t helper = 0; helper < branches.size(); ++helper)
      if (helper != learner && task.scores[topic][helper] &&
          !scene_.apart.contains(in_order(branches[helper], branches[learner])))
        return true;
    return false;
  }

  // Items are dearest first.
  void add_learners(PairingTask& task, const PairingRules& rules) const {
    const PairingTask helpers = task;
    for (const auto& [branch, items] : scene_.costs) {
      if (!number_.contains(branch)) continue;
      int lessons = planned_for(branch);
      for (const LearningCost& item : items) {
        const std::size_t topic = topic_.at(learning_key(item));
        if (lessons >= most_lessons || planned_.contains({branch, learning_key(item)}) ||
            item.score >= rules.learner_below ||
            !somebody_teaches(helpers, topic, number_.at(branch)))
          continue;
        task.scores[topic][number_.at(branch)] = item.score;
        task.costs[topic][number_.at(branch)] = item.cost;
        ++lessons;
      }
    }
  }

  int planned_for(const std::string& branch) const {
    return static_cast<int>(std::ranges::count_if(
        planned_, [&](const auto& lesson) { return lesson.first.first == branch; }));
  }

  void add_planned(PairingTask& task) const {
    task.given.assign(branches.size(), 0);
    for (const auto& [lesson, teacher] : planned_)
      if (const auto found = number_.find(teacher); found != number_.end())
        ++task.given[found->second];
  }

  // What a session taught: the items that its course helps with.
  void add_earlier(PairingTask& task) const {
    for (const auto& [key, session] : scene_.state.sessions) {
      const auto course = scene_.courses.find(key.course);
      const auto helper = number_.find(branch_of(session.teacher));
      if (course == scene_.courses.end() || helper == number_.end()) continue;
      std::set<std::size_t> learners;
      for (const auto& [person, hours] : session.attended)
        if (const auto found = number_.find(branch_of(person)); found != number_.end())
          learners.insert(found->second);
      for (const std::size_t topic : topics_of(course->second.course))
        for (const std::size_t learner : learners)
          if (learner != helper->second)
            task.earlier.push_back({topic, helper->second, learner, {}});
    }
  }

  std::vector<std::size_t> topics_of(const CourseFile& course) const {
    std::vector<std::size_t> found;
    for (const auto& [key, topic] : topic_)
      if (key == topic_key(course.topic) ||
          std::ranges::find(course.items, key.substr(key.find('/') + 1)) != course.items.end())
        found.push_back(topic);
    return found;
  }

  std::string branch_of(const std::string& id) const {
    const Person* person = scene_.organisation.find_person(id);
    return person && !number_.contains(id) ? person->branch : id;
  }

  const TeacherScene& scene_;
  std::map<BranchLesson, std::string> planned_;
  std::map<std::string, std::size_t, std::less<>> number_;
  std::map<std::string, std::size_t, std::less<>> topic_;
};

}  // namespace

std::map<std::string, Rational> best_scores(const BranchCosts& costs) {
  std::map<std::string, Rational> best;
  for (const auto& [branch, all] : costs)
    for (const LearningCost& cost : all) {
      const auto [at, fresh] = best.emplace(learning_key(cost), cost.score);
      if (!fresh) at->second = std::max(at->second, cost.score);
    }
  return best;
}

BranchPairs inspecting_pairs(const PlanFile* plan, const std::vector<CheckSummary>& checks,
                             const Organisation& organisation) {
  BranchPairs pairs;
  const auto add = [&](const std::string& from, const std::string& to) {
    if (!from.empty() && from != to) pairs.insert(in_order(from, to));
  };
  if (plan)
    for (const PlanRow& row : plan->rows)
      if (row.mutual == Mutual::check) add(row.from, row.to);
  for (const CheckSummary& check : checks) {
    std::set<std::string> people;
    for (const auto& [id, item] : check.state.items)
      for (const GivenAnswer& given : item.standing) people.insert(given.person);
    for (const std::string& id : people)
      if (const Person* person = organisation.find_person(id))
        add(person->branch, check.key.branch);
  }
  return pairs;
}

std::map<BranchLesson, std::string> planned_teachers(const PlanFile* plan) {
  std::map<BranchLesson, std::string> teachers;
  if (!plan) return teachers;
  for (const PlanRow& row : plan->rows)
    if (row.mutual == Mutual::learn && !row.lesson.empty())
      teachers.emplace(BranchLesson{row.to, row.lesson}, row.from);
  return teachers;
}

std::map<BranchLesson, std::string> find_teachers(const TeacherScene& scene) {
  std::map<BranchLesson, std::string> teachers = planned_teachers(scene.plan);
  const int capacity = scene.organisation.learn.capacity;
  if (capacity == 0 || scene.organisation.branches.size() > most_paired_branches) return teachers;
  PairingRules rules;
  rules.helper_least = taught_from;
  rules.learner_below = learnt_below;
  rules.helper_load = capacity;
  rules.class_size = capacity;
  rules.learner_load = most_lessons;
  const PairingNumbers numbers(scene);
  for (const TopicHelp& help : pair_up(numbers.task(rules), rules))
    teachers.emplace(BranchLesson{numbers.branches[help.learner], numbers.topics[help.topic]},
                     numbers.branches[help.helper]);
  return teachers;
}

void add_askable(const TeacherScene& scene, const std::string& branch,
                 std::map<BranchLesson, std::string>& teachers) {
  std::map<std::string, std::pair<Rational, std::string>> best;
  const auto own = scene.costs.find(branch);
  if (own != scene.costs.end())
    for (const LearningCost& cost : own->second)
      if (cost.score >= Rational(taught_from)) best[learning_key(cost)] = {Rational(100), branch};
  for (const auto& [helper, costs] : scene.costs) {
    if (helper == branch || scene.apart.contains(in_order(helper, branch))) continue;
    for (const LearningCost& cost : costs) {
      if (cost.score < Rational(taught_from)) continue;
      auto& [score, who] = best[learning_key(cost)];
      if (who.empty() || score < cost.score) {
        score = cost.score;
        who = helper;
      }
    }
  }
  for (const auto& [key, found] : best)
    if (found.second != branch) teachers.try_emplace({branch, key}, found.second);
}

}  // namespace sihu
