#include "exam/topic_costs.hpp"

#include <set>
#include <utility>

namespace sihu {
namespace {

struct TopicSum {
  Rational earned;
  Rational full;
  Rational lost;  // of a paper's points, over all who count
  std::set<std::string> missed;
};

using TopicSums = std::map<std::string, TopicSum>;

// The papers that a branch has results, or a person marks, of in the quarter; a make-up is no paper
// of its own.
template <class Recorded>
std::map<std::string, int> count_papers(
    const std::map<std::pair<PaperKey, std::string>, Recorded>& recorded, Quarter quarter) {
  std::set<std::pair<PaperKey, std::string>> counted;
  std::map<std::string, int> papers;
  for (const auto& [of, one] : recorded)
    if (of.first.quarter == quarter && counted.insert({first_of(of.first), of.second}).second)
      ++papers[of.second];
  return papers;
}

// What a make-up asks was missed before, unless the person was not there.
bool is_asked_again(const ExamState& state, const PaperKey& key, const std::string& person) {
  return is_make_up(key) && state.marks.contains({first_of(key), person});
}

void add_paper(TopicSums& sums, const MarkedSitting& sitting, const ExamForm& form, int people) {
  const Rational whole = sitting.full() * Rational(people);
  for (std::size_t i = 0; i < sitting.answers.size(); ++i) {
    const BankQuestion& question = *form.questions[i].question;
    const MarkedAnswer& answer = sitting.answers[i];
    TopicSum& sum = sums[question.topic];
    sum.earned += answer.mark;
    sum.full += answer.full;
    sum.lost += (answer.full - answer.mark) / whole;
    if (answer.mark != answer.full) sum.missed.insert(answer.question);
  }
}

BranchCosts costs_of(const std::map<std::string, TopicSums>& sums,
                     const std::map<std::string, int>& papers, const Rational& weight) {
  BranchCosts costs;
  for (const auto& [whose, topics] : sums) {
    std::vector<LearningCost> all;
    for (const auto& [topic, sum] : topics)
      all.push_back({nullptr,
                     {},
                     Rational(100) * sum.earned / sum.full,
                     weight * sum.lost / Rational(papers.at(whose)),
                     topic,
                     static_cast<int>(sum.missed.size())});
    add_costs(costs[whose], all);
  }
  return costs;
}

}  // namespace

TopicCosts topic_costs(const MissedScene& scene, const std::vector<MarkedPapers>& papers) {
  std::map<std::string, TopicSums> branches;
  std::map<std::string, TopicSums> people;
  for (const MarkedPapers& marked : papers)
    for (const MarkedPaper& paper : marked.papers) {
      const MarkedSitting& sitting = paper.sitting;
      const PaperKey& key = paper.handed->key;
      const auto result = scene.state.results.find({key, sitting.branch});
      if (is_asked_again(scene.state, key, sitting.candidate) ||
          result == scene.state.results.end() || result->second.people == 0 ||
          !scene.state.marks.contains({key, sitting.candidate}))
        continue;
      const ExamForm& form = *scene.form_by_key(paper.handed->form_key());
      add_paper(branches[sitting.branch], sitting, form, result->second.people);
      add_paper(people[sitting.candidate], sitting, form, 1);
    }
  return {costs_of(branches, count_papers(scene.state.results, scene.quarter), scene.test_weight),
          costs_of(people, count_papers(scene.state.marks, scene.quarter), scene.test_weight)};
}

std::vector<PaperKey> graded_papers(const ExamState& state, Quarter quarter) {
  std::set<PaperKey> keys;
  for (const auto& [of, result] : state.results)
    if (of.first.quarter == quarter) keys.insert(of.first);
  return {keys.begin(), keys.end()};
}

}  // namespace sihu
