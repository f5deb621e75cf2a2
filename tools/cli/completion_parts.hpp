#pragma once

#include "tools/cli/declaration.hpp"
#include "tools/cli/tree.hpp"
#include "wording/shell_word.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A place of the command line: what can stand there.
struct Spot {
  std::string path;  ///< `check/run`; empty at the root
  std::vector<const CommandNode*> children;
  std::vector<Declaration> declared;  ///< without the global ones
};

std::string joined(const std::vector<std::string>& words, std::string_view between = " ");
bool names_files(Flags::What what);
/// `*:--lang`, or `check/run:--answers|check/run:-a`: a pattern of `case`.
std::string option_pattern(const std::string& path, const Declaration& option);
/// The patterns under which a word goes one step down: `/check|check/run`.
std::string steps(const std::vector<Spot>& spots);
std::vector<std::string> option_names(const std::vector<Declaration>& declared);
/// Subcommands, and the choices of positional arguments.
std::vector<std::string> plain_words(const Spot& spot);
/// The kind of `completed_kinds` that `what` is; empty: the workspace knows none.
std::string kind_completed(Flags::What what);
/// What stands at each place of the positional arguments: such a kind, `file`, `folder`, or `-`;
/// `...` at the end: the last one again and again.
std::vector<std::string> values_by_place(const Spot& spot);
/// Every option that takes a value, as `option_pattern` writes one.
std::vector<std::string> value_patterns(const std::vector<Spot>& spots,
                                        const std::vector<Declaration>& global);

std::string bash_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global);
std::string zsh_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global,
                       Lang lang);
std::string fish_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global,
                        Lang lang);

}  // namespace sihu
