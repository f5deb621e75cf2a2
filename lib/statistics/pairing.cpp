#include "statistics/pairing.hpp"

#include "base/cost_flow.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace sihu {

namespace {

using HelpKey = std::tuple<std::size_t, std::size_t, std::size_t>;

HelpKey key_of_help(const TopicHelp& help) {
  return {help.topic, help.helper, help.learner};
}

std::set<std::pair<std::size_t, std::size_t>> both_ways(const std::vector<PairApart>& apart) {
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const PairApart& pair : apart) {
    pairs.emplace(pair.a, pair.b);
    pairs.emplace(pair.b, pair.a);
  }
  return pairs;
}

// Every pair that may be, by topic and helper.
std::vector<TopicHelp> possible(const PairingTask& task, const PairingRules& rules) {
  const auto apart = both_ways(task.apart);
  std::vector<TopicHelp> pairs;
  for (std::size_t topic = 0; topic < task.scores.size(); ++topic) {
    const auto& scores = task.scores[topic];
    for (std::size_t helper = 0; helper < scores.size(); ++helper) {
      if (!scores[helper] || *scores[helper] < rules.helper_least) continue;
      for (std::size_t learner = 0; learner < scores.size(); ++learner) {
        if (!scores[learner] || *scores[learner] >= rules.learner_below) continue;
        const Rational gain = *scores[helper] - *scores[learner];
        if (gain <= 0 || apart.contains({helper, learner})) continue;
        pairs.push_back({topic, helper, learner, std::min(gain, rules.gain_most)});
      }
    }
  }
  return pairs;
}

// So much more than what breaks ties of 1 900 pairs together that no gain is given up for it.
constexpr std::int64_t gain_over_ties = 2'000'000'000;
constexpr std::int64_t scores_apart = 101;  // from 0 to 100

std::int64_t whole(const Rational& number) {
  return std::stoll(number.rounded(0));
}

// Of equal gains first the dearer lesson, to the hundredth of a point, then the better helper.
std::int64_t tie_breaker(const TopicHelp& pair, const PairingTask& task) {
  const std::int64_t cost =
      task.costs.empty() ? 0 : whole(task.costs[pair.topic][pair.learner] * 100);
  return cost * scores_apart + whole(*task.scores[pair.topic][pair.helper]);
}

// How often each pair was arranged before, above how often anybody who could teach the same lesson
// has: where all of them have, there is no repeat to avoid, and another lesson is not worth more.
std::vector<long> repeats(const std::vector<TopicHelp>& pairs, const PairingTask& task) {
  std::map<HelpKey, long> times;
  for (const TopicHelp& help : task.earlier) ++times[key_of_help(help)];
  std::vector<long> before;
  std::map<std::pair<std::size_t, std::size_t>, long> least;  // of a lesson
  for (const TopicHelp& pair : pairs) {
    const auto found = times.find(key_of_help(pair));
    before.push_back(found == times.end() ? 0 : found->second);
    const auto [at, fresh] = least.emplace(std::pair(pair.topic, pair.learner), before.back());
    if (!fresh) at->second = std::min(at->second, before.back());
  }
  for (std::size_t i = 0; i < pairs.size(); ++i)
    before[i] -= least.at({pairs[i].topic, pairs[i].learner});
  return before;
}

// What each pair is worth: thousandths of a point, at least one, above what breaks ties.
std::vector<std::int64_t> worths(const std::vector<TopicHelp>& pairs, const PairingTask& task,
                                 const PairingRules& rules) {
  const std::vector<long> before = repeats(pairs, task);
  std::vector<std::int64_t> worth;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Rational left = (pairs[i].gain - Rational(before[i]) * rules.repeat_cost) * 1000;
    worth.push_back(std::max<std::int64_t>(1, whole(left)) * gain_over_ties +
                    tie_breaker(pairs[i], task));
  }
  return worth;
}

// Nodes: for each branch as a helper and as a learner one for itself and one for each topic, then
// where units come from and go to. A unit goes by a helper, its topic, the learner's topic and the
// learner.
class PairNodes {
 public:
  explicit PairNodes(const PairingTask& task) : topics_(task.scores.size()) {
    for (const auto& scores : task.scores) branches_ = std::max(branches_, scores.size());
  }

  std::size_t branches() const { return branches_; }
  std::size_t topics() const { return topics_; }
  int helper(std::size_t branch) const { return numbered(branch, 0); }
  int helper(std::size_t branch, std::size_t topic) const { return numbered(branch, 1 + topic); }
  int learner(std::size_t branch) const { return numbered(branches_ + branch, 0); }
  int learner(std::size_t branch, std::size_t topic) const {
    return numbered(branches_ + branch, 1 + topic);
  }
  int source() const { return numbered(2 * branches_, 0); }
  int sink() const { return source() + 1; }
  int count() const { return source() + 2; }

 private:
  int numbered(std::size_t side, std::size_t place) const {
    return static_cast<int>(side * (topics_ + 1) + place);
  }

  std::size_t branches_ = 0;
  std::size_t topics_;
};

// How many lessons a branch may still give.
int load_left(std::size_t branch, const PairingTask& task, const PairingRules& rules) {
  const int given = branch < task.given.size() ? task.given[branch] : 0;
  return std::max(0, rules.helper_load - given);
}

// First an arc for each pair, at the end one for nobody.
std::vector<FlowArc> arcs_of(const std::vector<TopicHelp>& pairs,
                             const std::vector<std::int64_t>& worth, const PairNodes& nodes,
                             const PairingTask& task, const PairingRules& rules) {
  const std::int64_t best = *std::ranges::max_element(worth);
  std::vector<FlowArc> arcs;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    arcs.push_back({nodes.helper(pairs[i].helper, pairs[i].topic),
                    nodes.learner(pairs[i].learner, pairs[i].topic), 1, best - worth[i]});
  for (std::size_t branch = 0; branch < nodes.branches(); ++branch) {
    arcs.push_back({nodes.source(), nodes.helper(branch), load_left(branch, task, rules), 0});
    arcs.push_back({nodes.learner(branch), nodes.sink(), rules.learner_load, 0});
    for (std::size_t topic = 0; topic < nodes.topics(); ++topic) {
      arcs.push_back({nodes.helper(branch), nodes.helper(branch, topic), rules.class_size, 0});
      arcs.push_back({nodes.learner(branch, topic), nodes.learner(branch), 1, 0});
    }
  }
  // Worth nothing: once this is the cheapest way, no further pair adds anything.
  arcs.push_back({nodes.source(), nodes.sink(), 1, best});
  return arcs;
}

}  // namespace

std::vector<TopicHelp> pair_up(const PairingTask& task, const PairingRules& rules) {
  const auto pairs = possible(task, rules);
  if (pairs.empty()) return {};
  const PairNodes nodes(task);
  const auto arcs = arcs_of(pairs, worths(pairs, task, rules), nodes, task, rules);
  CostFlow flow(nodes.count(), arcs);
  const std::size_t nobody = arcs.size() - 1;
  while (flow.carried(nobody) == 0) flow.augment(nodes.source(), nodes.sink());
  std::vector<TopicHelp> chosen;
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (flow.carried(i) > 0) chosen.push_back(pairs[i]);
  return chosen;
}

Rational gain_of(const std::vector<TopicHelp>& pairs) {
  Rational sum;
  for (const TopicHelp& pair : pairs) sum += pair.gain;
  return sum;
}

}  // namespace sihu
