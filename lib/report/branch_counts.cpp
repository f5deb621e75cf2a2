#include "report/branch_counts.hpp"

#include "report/catalogue.hpp"

#include <numeric>

namespace sihu {
namespace {

std::vector<Column> columns(bool findings_differ) {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  std::vector<Column> columns{{"branch", {"支部编号", "branch id"}, left},
                              {"branch_name", {"支部", "branch"}, left, true, 8}};
  for (const Status status :
       {Status::open, Status::submitted, Status::disputed, Status::closed, Status::withdrawn})
    columns.push_back({std::string(to_string(status)), phrase(wording(status)), right});
  columns.push_back({"total", {"合计", "total"}, right});
  columns.push_back({"findings", {"发现次数", "findings"}, right, findings_differ});
  return columns;
}

std::vector<Value> row_of(const std::string& branch, const StatusCounts& counts,
                          std::uint32_t again, const Organisation& organisation) {
  std::vector<Value> row{branch, branch_phrase(organisation, branch)};
  for (const std::uint32_t count : counts) row.push_back(std::int64_t{count});
  const auto total = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  row.push_back(total);
  row.push_back(total + again);
  return row;
}

}  // namespace

Table branch_counts_table(const std::map<std::string, StatusCounts>& counts,
                          const Organisation& organisation,
                          const std::map<std::string, std::uint32_t>& again) {
  Table table{phrase(Text{"各支部问题数", "Problems by branch"}), columns(!again.empty()), {}};
  const auto add = [&](const std::string& branch) {
    const auto count = counts.find(branch);
    const auto more = again.find(branch);
    table.rows.push_back(row_of(branch, count == counts.end() ? StatusCounts{} : count->second,
                                more == again.end() ? 0 : more->second, organisation));
  };
  for (const Branch& branch : organisation.branches) add(branch.id);
  for (const auto& [branch, count] : counts)
    if (!organisation.find_branch(branch)) add(branch);
  return table;
}

}  // namespace sihu
