#pragma once

#include "store/workspace.hpp"

#include <functional>
#include <string_view>

namespace sihu {

/// Which lines somebody wants to see. Asked by several threads at once.
using WantLine = std::function<bool(std::string_view event, std::string_view subject)>;

/// A ledger of the lines that are wanted, and of all files. Goes through all of them and holds only
/// those. Failures and notes as `Workspace::read_ledger`.
Result<Ledger> read_lines(const Workspace& workspace, const WantLine& wanted);

/// The lines about the problems that `part` may name: a ledger of them alone, on which
/// `fold_problems` and `find` say of these problems what they say on the whole one.
///
/// For the whole id of a problem that is open in the snapshot it reads those lines and what is new;
/// else it goes through all files, holding only what it looks for.
Result<Ledger> read_problem_lines(const Workspace& workspace, std::string_view part);

/// The same with the lines about all other problems of their branch and quarter: what else was
/// found of the same item is among them (`join_twins`). Goes through the files of that quarter and
/// later ones.
Result<Ledger> read_lines_beside(const Workspace& workspace, std::string_view part);

}  // namespace sihu
