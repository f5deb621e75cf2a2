#pragma once

#include "store/workspace.hpp"

#include <string_view>

namespace sihu {

/// The lines about the problems that `part` may name: a ledger of them alone, on which
/// `fold_problems` and `find` say of these problems what they say on the whole one.
///
/// For the whole id of a problem that is open in the snapshot it reads those lines and what is new;
/// else it goes through all files, holding only what it looks for.
Result<Ledger> read_problem_lines(const Workspace& workspace, std::string_view part);

}  // namespace sihu
