#pragma once

#include "problem/life.hpp"
#include "tools/cli/command.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What the verbs of `sihu rectify` take; each declares those that mean something to it.
struct RectifyOptions {
  std::string id;
  std::string note;
  std::string reason;
  std::vector<std::string> evidence;
  std::string to;
  std::optional<Date> due;
  std::optional<Date> on;
  std::string kind;
};

void declare_step(Flags& flags, RectifyOptions& options, StepName step);

/// Records `step`: judged before any evidence is kept, and again under the lock; prints what
/// happened and what comes next.
Exit run_step(StepName step, const RectifyOptions& options, World& world);

/// Why `step` can't be recorded whatever note it gets, before somebody is asked for one.
Result<void> check_step(StepName step, const RectifyOptions& options, World& world);

/// The command for a step of a problem's life.
template <StepName step>
Command rectify_command(Text summary, Text example) {
  return make_command<RectifyOptions>(
      "rectify " + std::string(to_string(step)), summary, example,
      [](Flags& flags, RectifyOptions& options) { declare_step(flags, options, step); },
      [](const RectifyOptions& options, World& world) { return run_step(step, options, world); });
}

}  // namespace sihu
