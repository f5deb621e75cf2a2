#pragma once

#include "exam/form.hpp"
#include "tools/cli/exit.hpp"
#include "tools/cli/world.hpp"

#include <optional>

namespace sihu {

/// The first page of a paper: what it is, and what is promised to whoever sits it.
void introduce_paper(World& world, const ExamForm& form);

/// Asks whether to begin. Nothing when the sitting may begin: only Enter begins it, since time then
/// runs to its end.
std::optional<Exit> ask_to_begin(World& world, const ExamForm& form);

}  // namespace sihu
