#include "report/branch_counts.hpp"

#include "report/catalogue.hpp"

#include <numeric>

namespace sihu {
namespace {

std::vector<Column> columns() {
  const auto left = Column::Align::left;
  const auto right = Column::Align::right;
  std::vector<Column> columns{{"branch", {"支部编号", "branch id"}, left},
                              {"branch_name", {"支部", "branch"}, left, true, 8}};
  for (const Status status :
       {Status::open, Status::submitted, Status::disputed, Status::closed, Status::withdrawn})
    columns.push_back({std::string(to_string(status)), phrase(wording(status)), right});
  columns.push_back({"total", {"合计", "total"}, right});
  return columns;
}

std::vector<Value> row_of(const std::string& branch, const StatusCounts& counts,
                          const Organisation& organisation) {
  std::vector<Value> row{branch, branch_phrase(organisation, branch)};
  for (const std::uint32_t count : counts) row.push_back(std::int64_t{count});
  row.push_back(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
  return row;
}

}  // namespace

Table branch_counts_table(const std::map<std::string, StatusCounts>& counts,
                          const Organisation& organisation) {
  Table table{phrase(Text{"各支部问题数", "Problems by branch"}), columns(), {}};
  for (const Branch& branch : organisation.branches) {
    const auto found = counts.find(branch.id);
    table.rows.push_back(
        row_of(branch.id, found == counts.end() ? StatusCounts{} : found->second, organisation));
  }
  for (const auto& [branch, count] : counts)
    if (!organisation.find_branch(branch))
      table.rows.push_back(row_of(branch, count, organisation));
  return table;
}

}  // namespace sihu
