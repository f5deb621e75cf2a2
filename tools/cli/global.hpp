#pragma once

#include "tools/cli/declaration.hpp"
#include "tools/cli/world.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The options every command has.
struct GlobalOptions {
  std::string workspace;
  std::string person;
  std::string now;
  std::string lang;
  std::string color = "auto";
  bool quiet = false;
  bool version = false;
  bool help = false;
};

void declare_global(Flags& flags, GlobalOptions& options);

/// The world as `options` want it; what they don't say stays. `Kind::usage` when a moment or a
/// person from option or environment is nothing that can be one.
Result<World> apply_global(const World& world, const GlobalOptions& options);

/// The language that `--lang` names anywhere in `arguments`, before anything else is read.
std::optional<Lang> find_language(const std::vector<std::string>& arguments);

/// `zh`, `en`, or nothing.
std::optional<Lang> parse_language(std::string_view text);

}  // namespace sihu
