#pragma once

#include "base/rational.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace sihu {

/// Who may teach, who should learn, and how much of it anybody is asked to do. Points as the
/// scores.
struct PairingRules {
  Rational helper_least = 85;   ///< this score or more: can teach the topic
  Rational learner_below = 75;  ///< less than this: should learn it; not above `helper_least`
  Rational gain_most = 30;      ///< a larger difference promises no more than this
  int helper_load = 2;          ///< lessons that a branch gives at most, over all topics
  int class_size = 1;           ///< branches that one branch teaches the same topic at most
  int learner_load = 2;         ///< lessons that a branch takes at most, over all topics
  /// Taken from the gain for each time the same has been arranged, more often than with whoever
  /// else could teach it: a lesson that one branch alone can give loses nothing.
  Rational repeat_cost = 5;
};

/// One branch teaches another one topic; all three by number.
struct TopicHelp {
  std::size_t topic = 0;
  std::size_t helper = 0;
  std::size_t learner = 0;
  Rational gain;  ///< points between the two, at most `gain_most`

  friend bool operator==(const TopicHelp&, const TopicHelp&) = default;
};

/// Two branches that must not teach each other, either way: one inspects the other this quarter,
/// and who judges does not help.
struct PairApart {
  std::size_t a = 0;
  std::size_t b = 0;
};

/// What is known of all branches.
struct PairingTask {
  /// For each topic a score of each branch; nothing: not known, neither teaches nor learns it.
  std::vector<std::vector<std::optional<Rational>>> scores;
  std::vector<PairApart> apart;
  std::vector<TopicHelp> earlier;  ///< of earlier quarters, each as often as it was; gains unread
  std::vector<int> given = {};     ///< lessons that each branch gives already; shorter: none
  /// What each branch loses by a topic, in points from 0 to 100, as `scores`; empty: all alike.
  std::vector<std::vector<Rational>> costs = {};
};

/// The pairs with the largest sum of gains, less what repeats cost, that the loads allow: a
/// minimum-cost flow. Among equal sums the dearer lessons are given, and by who does them better
/// (up to 1 900 lessons). Nobody learns a topic from two. By topic, then helper, then learner. A
/// pair that was repeated so often that nothing is left of its gain still counts a thousandth of a
/// point: better the same teacher again than none. Gains are compared to the thousandth.
std::vector<TopicHelp> pair_up(const PairingTask& task, const PairingRules& rules = {});

/// The sum of gains.
Rational gain_of(const std::vector<TopicHelp>& pairs);

}  // namespace sihu
