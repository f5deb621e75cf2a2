#pragma once

#include "tools/cli/exit.hpp"
#include "tools/cli/flags.hpp"
#include "tools/cli/world.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A command: what it is called, what it takes and what it does.
struct Command {
  std::string name;  ///< as typed: `due`, or `check run`
  Text summary;      ///< one line
  Text example;      ///< a short terminal session for `--help`
  /// Declares flags into fresh options and gives the function that runs with them.
  std::function<std::function<Exit(World&)>(Flags&)> prepare;
};

/// What a group of commands (`check`) says of itself; what each takes is said by its own help.
struct GroupWords {
  Text summary;  ///< one line
  /// How its commands follow one another, for `--help`; nothing: that of the command of its name.
  std::optional<Text> example = {};
};

/// A command from its own options struct, its declaration of flags and its work.
template <class Options>
Command make_command(std::string name, Text summary, Text example,
                     void (*declare)(Flags&, Options&), Exit (*run)(const Options&, World&)) {
  return Command{std::move(name), summary, example, [declare, run](Flags& flags) {
                   auto options = std::make_shared<Options>();
                   declare(flags, *options);
                   return std::function<Exit(World&)>(
                       [options, run](World& world) { return run(*options, world); });
                 }};
}

/// Every command, in the order of their names: generated from the files in `tools/commands/`.
std::vector<Command> all_commands();

/// Runs a command line (without the program's name) in `world`. The demo replays its quarters with
/// it.
Exit run_command_line(const std::vector<std::string>& arguments, World& world);

}  // namespace sihu
