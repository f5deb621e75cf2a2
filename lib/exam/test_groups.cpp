#include "exam/test_groups.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sihu {
namespace {

struct Topic {
  std::string name;
  ItemNumbers items;
  double full = 0;
  std::vector<double> totals;
};

std::vector<Topic> topics_of(const MarkedTest& test) {
  std::vector<Topic> topics;
  for (std::size_t i = 0; i < test.questions.size(); ++i) {
    const std::string& name = test.questions[i].topic;
    auto found = std::ranges::find(topics, name, &Topic::name);
    if (found == topics.end()) found = topics.insert(topics.end(), Topic{name, {}, 0, {}});
    found->items.push_back(i);
    found->full += test.answers.items[i].full;
  }
  for (Topic& topic : topics) topic.totals = totals_of(test.answers, topic.items);
  return topics;
}

// Of each branch, what its candidates have in `totals`.
std::vector<std::vector<double>> by_branch(const MarkedTest& test,
                                           const std::vector<double>& totals) {
  std::vector<std::vector<double>> parted(test.branches.size());
  for (std::size_t i = 0; i < test.branch_of.size(); ++i)
    parted[test.branch_of[i]].push_back(totals[i]);
  return parted;
}

std::vector<BranchFigures> branch_figures(const MarkedTest& test,
                                          const std::vector<Topic>& topics) {
  double full = 0;
  for (const Topic& topic : topics) full += topic.full;
  std::vector<BranchFigures> figures;
  const auto wholes = by_branch(test, totals_of(test.answers, all_items(test.answers)));
  for (std::size_t branch = 0; branch < test.branches.size(); ++branch) {
    const Spread spread = spread_of(wholes[branch]);
    figures.push_back({test.branches[branch],
                       wholes[branch].size(),
                       spread.mean,
                       std::sqrt(spread.variance),
                       spread.mean / full,
                       {}});
  }
  for (const Topic& topic : topics) {
    const auto parted = by_branch(test, topic.totals);
    for (std::size_t branch = 0; branch < figures.size(); ++branch)
      figures[branch].topics.push_back(spread_of(parted[branch]).mean / topic.full);
  }
  std::ranges::sort(figures, {}, &BranchFigures::branch);
  return figures;
}

// Keeps what is counted, leaves out what chance decides where there are few.
void withhold_correlations(ItemReport& report) {
  TestStatistics& whole = report.statistics;
  whole.skewness = whole.alpha = whole.kr21 = whole.error = std::nullopt;
  for (ItemStatistics& item : whole.items) {
    item.r = item.r_rest = item.difference = item.alpha_without = item.efficiency = item.weight =
        std::nullopt;
    for (OptionStatistics& option : item.options) option.r = std::nullopt;
    item.unanswered.r = std::nullopt;
  }
  for (TopicFigures& topic : report.groups.topics) topic.alpha = std::nullopt;
}

}  // namespace

TestGroups group_figures(const MarkedTest& test) {
  const auto topics = topics_of(test);
  TestGroups groups;
  for (const Topic& topic : topics)
    groups.topics.push_back({topic.name, topic.items.size(), topic.full,
                             spread_of(topic.totals).mean / topic.full,
                             alpha_of(test.answers, topic.items)});
  groups.branches = branch_figures(test, topics);
  return groups;
}

ItemReport report_items(MarkedTest test) {
  ItemReport report{std::move(test), {}, {}};
  report.statistics = analyse_items(report.test.answers);
  report.groups = group_figures(report.test);
  if (report.statistics.candidates < least_for_correlations) withhold_correlations(report);
  return report;
}

}  // namespace sihu
