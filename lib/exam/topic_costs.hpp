#pragma once

#include "exam/grade.hpp"
#include "learn/costs.hpp"

#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What the tests of a quarter cost, by topic of the questions.
struct TopicCosts {
  BranchCosts branches;
  BranchCosts people;  ///< by person
};

/// What missed questions are looked at by.
struct MissedScene {
  const ExamState& state;
  Quarter quarter;
  Rational test_weight;  ///< of `test` in the quarter
  FormByKey form_by_key;
};

/// Topics of papers whose results the committee recorded, as far as `papers` could be read.
///
/// A topic costs a branch what its candidates lost there of their papers' points, over all people
/// who count (whoever did not sit missed no topic), the mean over the branch's recorded papers,
/// times what `test` weighs in the quarter: mending it gains that much of the total. It costs a
/// person the same by the own papers alone: what it would cost if the whole branch answered so.
/// Topics are in the order of `item_costs`, those that lost nothing too. A make-up counts
/// for whoever was absent at first, and for nobody else: what it asks was missed before.
TopicCosts topic_costs(const MissedScene& scene, const std::vector<MarkedPapers>& papers);

/// The papers of a quarter that have a recorded result, make-ups too.
std::vector<PaperKey> graded_papers(const ExamState& state, Quarter quarter);

}  // namespace sihu
