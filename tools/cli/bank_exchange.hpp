#pragma once

#include "exam/bank_formats.hpp"
#include "tools/cli/world.hpp"

#include <string>
#include <vector>

namespace sihu {

// What `sihu test bank import` and `export` have in common.

/// The words that `--format` takes.
std::vector<std::string> bank_format_words();

/// Says what is lost or left out, one line a question: `place: id: what`. `name` stands for the
/// place of what is said of the bank itself. How many questions were left out.
std::size_t say_losses(World& world, const std::vector<ExchangeLoss>& losses,
                       const std::string& name);

}  // namespace sihu
