#pragma once

#include "document/plan_file.hpp"
#include "store/workspace.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// `plans/2026Q4.yaml`.
std::string plan_name(Quarter quarter);

/// The quarters whose names plans have, sound or not, earliest first.
Result<std::vector<Quarter>> planned_quarters(const Workspace& workspace);

/// The plan of a quarter; nothing where there is none; in a workspace that is as a seal holds it
/// the plan of then. `Kind::input` with all faults when it can't
/// be understood, `Kind::environment` when it can't be read.
Result<std::optional<PlanFile>> read_plan(const Workspace& workspace, Quarter quarter);

/// The plans of all quarters before, earliest first; failures as `read_plan`, of all of them.
Result<std::vector<PlanFile>> read_plans_before(const Workspace& workspace, Quarter quarter);

/// The quarters after `quarter` that have a plan, sound or not, earliest first.
Result<std::vector<Quarter>> planned_after(const Workspace& workspace, Quarter quarter);

/// Writes the plan of a quarter that has none; false, and nothing is changed, when somebody made
/// one meanwhile.
Result<bool> create_plan(const Workspace& workspace, const PlanFile& plan);

/// Writes a plan in place of what was there, or leaves that: beside, flushed, renamed.
Result<void> save_plan(const Workspace& workspace, const PlanFile& plan);

}  // namespace sihu
