#include "store/plans.hpp"

#include "store/files.hpp"

#include <algorithm>

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder = "plans";
constexpr std::string_view yaml_ending = ".yaml";

// Where the plan of a quarter is written; the folder is made.
Result<fs::path> ready_place(const Workspace& workspace, Quarter quarter) {
  auto file = path_inside(workspace.root(), plan_name(quarter));
  if (!file) return file;
  if (auto made = make_folders(file->parent_path()); !made) return tl::unexpected(made.error());
  return file;
}

}  // namespace

std::string plan_name(Quarter quarter) {
  return std::string(folder) + "/" + to_string(quarter) + std::string(yaml_ending);
}

Result<std::vector<Quarter>> planned_quarters(const Workspace& workspace) {
  const auto names = list_inside(workspace.root(), folder, yaml_ending);
  if (!names) return tl::unexpected(names.error());
  std::vector<Quarter> quarters;
  for (const std::string& name : *names)
    if (const auto quarter = Quarter::parse(name.substr(0, name.size() - yaml_ending.size())))
      quarters.push_back(*quarter);
  std::ranges::sort(quarters);
  return quarters;
}

Result<std::optional<PlanFile>> read_plan(const Workspace& workspace, Quarter quarter) {
  const std::string name = plan_name(quarter);
  const auto text = workspace.document(name);
  if (!text) return tl::unexpected(text.error());
  if (!*text) return std::optional<PlanFile>();
  auto plan = load_plan(**text, name);
  if (!plan) return tl::unexpected(plan.error());
  return std::optional<PlanFile>(std::move(*plan));
}

Result<std::vector<PlanFile>> read_plans_before(const Workspace& workspace, Quarter quarter) {
  const auto quarters = planned_quarters(workspace);
  if (!quarters) return tl::unexpected(quarters.error());
  std::vector<PlanFile> plans;
  Failure failure{Kind::input, {}};
  for (const Quarter named : *quarters) {
    if (named >= quarter) continue;
    auto plan = read_plan(workspace, named);
    if (plan && *plan)
      plans.push_back(std::move(**plan));
    else if (!plan)
      add_failure(failure, std::move(plan.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return plans;
}

Result<std::vector<Quarter>> planned_after(const Workspace& workspace, Quarter quarter) {
  auto quarters = planned_quarters(workspace);
  if (quarters) std::erase_if(*quarters, [&](Quarter named) { return named <= quarter; });
  return quarters;
}

Result<bool> create_plan(const Workspace& workspace, const PlanFile& plan) {
  const auto file = ready_place(workspace, plan.quarter);
  if (!file) return tl::unexpected(file.error());
  return create_file_atomically(*file, write_plan(plan), plan_name(plan.quarter));
}

Result<void> save_plan(const Workspace& workspace, const PlanFile& plan) {
  const auto file = ready_place(workspace, plan.quarter);
  if (!file) return tl::unexpected(file.error());
  return write_file_atomically(*file, write_plan(plan), plan_name(plan.quarter));
}

}  // namespace sihu
