#include "store/plans.hpp"

#include "store/files.hpp"

namespace sihu {
namespace {

namespace fs = std::filesystem;

constexpr const char* folder = "plans";
constexpr std::string_view yaml_ending = ".yaml";
constexpr std::uint64_t most_document_bytes = 64u * 1024 * 1024;  // the YAML gate allows far less

}  // namespace

std::string plan_name(Quarter quarter) {
  return std::string(folder) + "/" + to_string(quarter) + std::string(yaml_ending);
}

Result<std::optional<PlanFile>> read_plan(const Workspace& workspace, Quarter quarter) {
  const std::string name = plan_name(quarter);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  const auto kind = look_at(*file, name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == fs::file_type::not_found) return std::optional<PlanFile>();
  const auto text = read_file(*file, name, most_document_bytes);
  if (!text) return tl::unexpected(text.error());
  auto plan = load_plan(*text, name);
  if (!plan) return tl::unexpected(plan.error());
  return std::optional<PlanFile>(std::move(*plan));
}

Result<std::vector<PlanFile>> read_plans_before(const Workspace& workspace, Quarter quarter) {
  const auto names = list_inside(workspace.root(), folder, yaml_ending);
  if (!names) return tl::unexpected(names.error());
  std::vector<PlanFile> plans;
  Failure failure{Kind::input, {}};
  for (const std::string& name : *names) {
    const auto named = Quarter::parse(name.substr(0, name.size() - yaml_ending.size()));
    if (!named || *named >= quarter) continue;
    auto plan = read_plan(workspace, *named);
    if (plan && *plan)
      plans.push_back(std::move(**plan));
    else if (!plan)
      add_failure(failure, std::move(plan.error()));
  }
  if (!failure.faults.empty()) return tl::unexpected(std::move(failure));
  return plans;
}

Result<void> save_plan(const Workspace& workspace, const PlanFile& plan) {
  const std::string name = plan_name(plan.quarter);
  const auto file = path_inside(workspace.root(), name);
  if (!file) return tl::unexpected(file.error());
  if (auto made = make_folders(file->parent_path()); !made) return made;
  return write_file_atomically(*file, write_plan(plan), name);
}

}  // namespace sihu
