#pragma once

#include "tools/cli/declaration.hpp"
#include "wording/result.hpp"

#include <string>
#include <vector>

namespace sihu {

/// Sorts `arguments` (without the command's own words) to `declared` and stores their values.
///
/// All faults at once, `Kind::usage`. `typed` is the command for hints: `sihu due`. Options may
/// stand anywhere; behind `--` everything is positional.
Result<void> parse_arguments(const std::vector<std::string>& arguments,
                             const std::vector<Declaration>& declared, const std::string& typed);

/// Whether the argument behind `token` is its value: `-C`, `--as`, `-qC`.
bool takes_next(const std::string& token, const std::vector<Declaration>& declared);

/// Whether `token` is one of the options, alone or with `=value`, or a cluster of short ones.
bool is_declared(const std::string& token, const std::vector<Declaration>& declared);

/// The fault for an option nobody declared.
Fault unknown_option(const std::string& token, const std::vector<Declaration>& declared,
                     const std::string& typed);

}  // namespace sihu
