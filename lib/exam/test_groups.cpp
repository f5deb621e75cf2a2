#include "exam/test_groups.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace sihu {
namespace {

struct Topic {
  std::string name;
  ItemNumbers items;
  std::vector<double> totals;
  std::vector<double> fulls;
};

std::vector<Topic> topics_of(const MarkedTest& test) {
  std::vector<Topic> topics;
  for (std::size_t i = 0; i < test.questions.size(); ++i) {
    const std::string& name = test.questions[i].topic;
    auto found = std::ranges::find(topics, name, &Topic::name);
    if (found == topics.end()) found = topics.insert(topics.end(), Topic{name, {}, {}, {}});
    found->items.push_back(i);
  }
  for (Topic& topic : topics) {
    topic.totals = totals_of(test.answers, topic.items);
    topic.fulls = fulls_of(test.answers, topic.items);
  }
  return topics;
}

double sum_of(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

std::optional<double> share_of(double total, double full) {
  return full > 0 ? std::optional(total / full) : std::nullopt;
}

// Of each branch, what its candidates have in `values`.
std::vector<std::vector<double>> by_branch(const MarkedTest& test,
                                           const std::vector<double>& values) {
  std::vector<std::vector<double>> parted(test.branches.size());
  for (std::size_t i = 0; i < test.branch_of.size(); ++i)
    parted[test.branch_of[i]].push_back(values[i]);
  return parted;
}

std::vector<BranchFigures> branch_figures(const MarkedTest& test,
                                          const std::vector<Topic>& topics) {
  std::vector<BranchFigures> figures;
  const auto every = all_items(test.answers);
  const auto wholes = by_branch(test, totals_of(test.answers, every));
  const auto fulls = by_branch(test, fulls_of(test.answers, every));
  for (std::size_t branch = 0; branch < test.branches.size(); ++branch) {
    const Spread spread = spread_of(wholes[branch]);
    figures.push_back({test.branches[branch],
                       wholes[branch].size(),
                       spread.mean,
                       std::sqrt(spread.variance),
                       share_of(sum_of(wholes[branch]), sum_of(fulls[branch])).value_or(0),
                       {}});
  }
  for (const Topic& topic : topics) {
    const auto totals = by_branch(test, topic.totals);
    const auto could = by_branch(test, topic.fulls);
    for (std::size_t branch = 0; branch < figures.size(); ++branch)
      figures[branch].topics.push_back(share_of(sum_of(totals[branch]), sum_of(could[branch])));
  }
  std::ranges::sort(figures, {}, &BranchFigures::branch);
  return figures;
}

void withhold(ItemStatistics& item) {
  item.r = item.r_rest = item.difference = item.alpha_without = item.efficiency = item.weight =
      std::nullopt;
  for (OptionStatistics& option : item.options) option.r = std::nullopt;
  item.unanswered.r = std::nullopt;
}

// Keeps what is counted, leaves out what chance decides where there are few.
void withhold_correlations(ItemReport& report) {
  TestStatistics& whole = report.statistics;
  whole.skewness = whole.alpha = whole.kr21 = whole.error = std::nullopt;
  for (TopicFigures& topic : report.groups.topics) topic.alpha = std::nullopt;
}

}  // namespace

TestGroups group_figures(const MarkedTest& test) {
  const auto topics = topics_of(test);
  TestGroups groups;
  for (const Topic& topic : topics)
    groups.topics.push_back({topic.name, topic.items.size(),
                             sum_of(topic.fulls) / static_cast<double>(test.answers.candidates),
                             share_of(sum_of(topic.totals), sum_of(topic.fulls)).value_or(0),
                             alpha_of(test.answers, topic.items)});
  groups.branches = branch_figures(test, topics);
  return groups;
}

ItemReport report_items(MarkedTest test) {
  ItemReport report{std::move(test), {}, {}};
  report.statistics = analyse_items(report.test.answers);
  report.groups = group_figures(report.test);
  if (report.statistics.candidates < least_for_correlations) withhold_correlations(report);
  for (ItemStatistics& item : report.statistics.items)
    if (item.candidates < least_for_correlations) withhold(item);
  return report;
}

}  // namespace sihu
