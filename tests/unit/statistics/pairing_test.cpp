#include "statistics/pairing.hpp"

#include "base/chance.hpp"
#include "support/numbers.hpp"

using namespace sihu;
using namespace sihu::test;

namespace {

using Scores = std::vector<std::vector<std::optional<Rational>>>;

struct PairingCase {
  PairingTask task;
  PairingRules rules;
};

PairingCase reference_case(const Node& node) {
  PairingCase made;
  for (const Node& topic : at(node, "scores").items) {
    auto& scores = made.task.scores.emplace_back();
    for (const Node& score : topic.items) scores.emplace_back(std::stol(score.text));
  }
  made.rules.helper_least = std::stol(at(node, "helper_min").text);
  made.rules.learner_below = std::stol(at(node, "learner_max").text) + 1;
  made.rules.gain_most = std::stol(at(node, "gain_cap").text);
  made.rules.helper_load = std::stoi(at(node, "max_helper_load").text);
  made.rules.learner_load = std::stoi(at(node, "max_learner_load").text);
  return made;
}

Node pairing_reference() {
  return at(read_reference("statistics/reference/learn/expected_learn.json"), "pairing");
}

void check_loads(const std::vector<TopicHelp>& pairs, const PairingRules& rules) {
  std::map<std::size_t, int> given, taken;
  for (const TopicHelp& pair : pairs) {
    CHECK(++given[pair.helper] <= rules.helper_load);
    CHECK(++taken[pair.learner] <= rules.learner_load);
  }
}

// The best by trying, for one topic and one lesson each: every learner takes any helper, or none.
Rational best_by_trying(const PairingTask& task, const PairingRules& rules, std::size_t learner,
                        std::vector<bool> busy) {
  const auto& scores = task.scores[0];
  if (learner == scores.size()) return 0;
  Rational best = best_by_trying(task, rules, learner + 1, busy);
  if (*scores[learner] >= rules.learner_below) return best;
  for (std::size_t helper = 0; helper < scores.size(); ++helper) {
    if (busy[helper] || *scores[helper] < rules.helper_least) continue;
    busy[helper] = true;
    const Rational gain = std::min<Rational>(*scores[helper] - *scores[learner], rules.gain_most);
    best = std::max<Rational>(best, gain + best_by_trying(task, rules, learner + 1, busy));
    busy[helper] = false;
  }
  return best;
}

}  // namespace

TEST_SUITE("statistics") {
  TEST_CASE("the gain of all pairs is the optimum of the reference") {
    const Node reference = pairing_reference();
    const PairingCase given = reference_case(reference);
    const auto pairs = pair_up(given.task, given.rules);
    check_loads(pairs, given.rules);
    CHECK(gain_of(pairs) == std::stol(at(reference, "optimum_gain").text));
  }

  TEST_CASE("a topic of its own has the optimum of the assignment problem") {
    const Node reference = pairing_reference();
    const PairingCase given = reference_case(reference);
    const auto& topics = at(reference, "topics").items;
    for (std::size_t topic = 0; topic < topics.size(); ++topic) {
      const Node& expected = at(at(reference, "per_topic_hungarian"), topics[topic].text);
      PairingRules rules = given.rules;
      rules.helper_load = rules.learner_load = 1;
      const auto pairs = pair_up({{given.task.scores[topic]}, {}, {}}, rules);
      CHECK(static_cast<int>(pairs.size()) == std::stoi(at(expected, "pairs").text));
      CHECK(gain_of(pairs) == std::stol(at(expected, "gain").text));
    }
  }

  TEST_CASE("no trying finds more gain") {
    Chance chance(7);
    for (int round = 0; round < 200; ++round) {
      PairingTask task{{{}}, {}, {}};
      for (int branch = 0; branch < 6; ++branch)
        task.scores[0].emplace_back(Rational(static_cast<long>(50 + chance.below(50))));
      PairingRules rules;
      rules.helper_load = rules.learner_load = 1;
      CHECK(gain_of(pair_up(task, rules)) ==
            best_by_trying(task, rules, 0, std::vector<bool>(task.scores[0].size())));
    }
  }

  TEST_CASE("85 may teach, 75 needn't learn, and who has no score does neither") {
    const Scores scores{{85, 75, {}, Rational(7499, 100), Rational(8499, 100)}};
    CHECK(pair_up({scores, {}, {}}) == std::vector<TopicHelp>{{0, 0, 3, Rational(1001, 100)}});
  }

  TEST_CASE("who inspects the other this quarter does not help, either way") {
    const Scores scores{{95, 90, 60}};
    PairingRules rules;
    rules.learner_load = 1;
    CHECK(pair_up({scores, {}, {}}, rules).at(0).helper == 0);
    CHECK(pair_up({scores, {{0, 2}}, {}}, rules).at(0).helper == 1);
    CHECK(pair_up({scores, {{2, 0}}, {}}, rules).at(0).helper == 1);
    CHECK(pair_up({scores, {{2, 0}, {1, 2}}, {}}, rules).empty());
  }

  TEST_CASE("of equal gains the dearer lesson is given, by whoever does it best") {
    PairingRules rules;
    rules.helper_load = rules.learner_load = 1;
    // 85 and 100 promise the same 30 points
    CHECK(pair_up({{{10, 85, 100, 90}}, {}, {}}, rules) == std::vector<TopicHelp>{{0, 2, 0, 30}});
    PairingTask task{{{100, 20, {}}, {100, {}, 30}}, {}, {}};
    for (const long dearer : {0, 1}) {
      task.costs = {{0, dearer == 0 ? 9 : 8, 0}, {0, 0, dearer == 0 ? 8 : 9}};
      const auto pairs = pair_up(task, rules);
      REQUIRE(pairs.size() == 1);
      CHECK(pairs[0].topic == static_cast<std::size_t>(dearer));
    }
    // no cost outweighs a thousandth of a point
    CHECK(
        pair_up(
            {{{85, 60, {}}, {85, {}, Rational(59999, 1000)}}, {}, {}, {}, {{0, 100, 0}, {0, 0, 0}}},
            rules)
            .at(0)
            .topic == 1);
  }

  TEST_CASE("what a branch teaches already is of its load") {
    const Scores scores{{95, 90, 60, 61, 62}};
    PairingRules rules;
    rules.class_size = rules.learner_load = 2;
    const auto taught_by_first = [&](std::vector<int> given) {
      const auto pairs = pair_up({scores, {}, {}, std::move(given)}, rules);
      return std::ranges::count(pairs, std::size_t{0}, &TopicHelp::helper);
    };
    CHECK(taught_by_first({}) == 2);
    CHECK(taught_by_first({1}) == 1);
    CHECK(taught_by_first({3}) == 0);
  }

  TEST_CASE("a repeat is avoided where others are nearly as good, but is better than nobody") {
    PairingRules rules;
    rules.learner_load = 1;
    const TopicHelp before{0, 0, 2, 0};
    CHECK(pair_up({{{88, 85, 60}}, {}, {before}}, rules).at(0).helper == 1);
    CHECK(pair_up({{{88, 85, 60}}, {}, {{1, 0, 2, 0}}}, rules).at(0).helper == 0);
    CHECK(pair_up({{{94, 85, 60}}, {}, {before}}, rules).at(0).helper == 0);
    const std::vector<TopicHelp> often(9, before);
    CHECK(pair_up({{{88, 70, 60}}, {{0, 1}}, often}, rules) ==
          std::vector<TopicHelp>{{0, 0, 2, 28}});
  }

  TEST_CASE("a dearer lesson is not given up because its only teacher has given it before") {
    PairingRules rules;
    rules.helper_load = 1;
    PairingTask task{{{100, 0}, {100, 40}}, {}, {{0, 0, 1, 0}}, {}, {{0, 20}, {0, 4}}};
    CHECK(pair_up(task, rules) == std::vector<TopicHelp>{{0, 0, 1, 30}});
  }

  TEST_CASE("a topic is taught to as many as the class holds, and learned from one") {
    const Scores scores{{95, 60, 61, 62}, {50, 50, 50, 50}};
    PairingRules rules;
    rules.helper_load = 3;
    CHECK(pair_up({scores, {}, {}}, rules).size() == 1);
    rules.class_size = 2;
    CHECK(pair_up({scores, {}, {}}, rules) == std::vector<TopicHelp>{{0, 0, 1, 30}, {0, 0, 2, 30}});
    rules.class_size = 9;
    CHECK(pair_up({scores, {}, {}}, rules).size() == 3);
    CHECK(pair_up({{{95, 94, 60}}, {}, {}}, rules).size() == 1);
  }

  TEST_CASE("where nobody can teach or nobody has to learn there are no pairs") {
    CHECK(pair_up({}).empty());
    CHECK(pair_up({{{84, 60}}, {}, {}}).empty());
    CHECK(pair_up({{{90, 80}}, {}, {}}).empty());
  }
}
