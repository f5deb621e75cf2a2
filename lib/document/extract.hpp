#pragma once

#include "document/plan_file.hpp"
#include "wording/result.hpp"

#include <set>
#include <string>
#include <string_view>

namespace sihu {

/// `extract:` of sihu.yaml: the branch for whose people alone the workspace was made out of the
/// whole one, with nobody else's data; empty: it is a whole one. The text of a sihu.yaml that
/// `load_organisation` read without a fault.
std::string extract_branch(std::string_view organisation_text);

/// sihu.yaml for the people of `branch`, out of the whole one called `name`, which
/// `load_organisation` read without a fault.
///
/// All branches, the rules that hold for everybody, and the branch's own people as they are written
/// there. Of anybody else only those in `others`, by id, branch, roles and public keys: their names
/// are their ids. Of the sections only those that a branch works by: a new one stays at home until
/// it is named here. No remarks.
Result<std::string> extract_organisation(std::string_view text, std::string_view name,
                                         const std::string& branch,
                                         const std::set<std::string>& others);

/// The rows of a plan that have to do with `branch`, and nothing of how the plan came about; not
/// their notes either, which say how well others did.
PlanFile extract_plan(const PlanFile& plan, std::string_view branch);

}  // namespace sihu
