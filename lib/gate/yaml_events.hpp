#pragma once

#include "gate/node.hpp"
#include "gate/source.hpp"
#include "gate/tree.hpp"

#include <optional>
#include <string_view>

namespace sihu {

/// Puts the one document of `source` into `tree`, by libyaml, whose marks count characters and
/// which notices unclosed quotes and text behind the end. False when it had to stop; `tree` has the
/// faults.
bool follow_events(const Source& source, Tree& tree);

/// Reads `source` again, by yaml-cpp, and gives a fault where it differs from `root`: what two
/// libraries read differently is not what the writer can rely on.
std::optional<Fault> second_opinion(const Source& source, const Node& root);

/// A place where YAML could not be followed, in libyaml's words.
struct SyntaxError {
  std::string_view problem;
  Place at;
  std::string_view context;
  Place context_at;
};

/// Those words in ours, with the remedy for what people who type Chinese run into.
Fault explain_syntax(const Source& source, const SyntaxError& error);

}  // namespace sihu
