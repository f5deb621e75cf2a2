#pragma once

#include "exam/answer_file.hpp"
#include "statistics/items.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a test says of one topic.
struct TopicFigures {
  std::string topic;  ///< empty: questions that name none
  std::size_t questions = 0;
  double full = 0;              ///< points in a paper, on average
  double share = 0;             ///< of them that all candidates got
  std::optional<double> alpha;  ///< see `alpha_of`
};

/// And of the candidates of one branch.
struct BranchFigures {
  std::string branch;
  std::size_t candidates = 0;
  double mean = 0;       ///< points
  double deviation = 0;  ///< points; 0 of a single candidate
  double share = 0;      ///< of all points
  /// Share of the points of each topic, in the order of the topics; nothing: nobody was asked.
  std::vector<std::optional<double>> topics;
};

struct TestGroups {
  std::vector<TopicFigures> topics;     ///< in the order of the questions
  std::vector<BranchFigures> branches;  ///< by id; empty where branches are not known
};

TestGroups group_figures(const MarkedTest& test);

/// With fewer candidates than this correlations, and reliability, which rests on them, are nothing
/// but chance (our choice: from ten on the error of a correlation is below a third).
inline constexpr std::size_t least_for_correlations = 10;

/// A test with all that was found out about it; of fewer candidates than `least_for_correlations`
/// only what is counted: means, shares, spreads, who chose what. So of each question that fewer
/// were asked.
struct ItemReport {
  MarkedTest test;
  TestStatistics statistics;
  TestGroups groups;
};
ItemReport report_items(MarkedTest test);

}  // namespace sihu
