// sihu completion: a script that teaches a shell the commands and options.
#include "tools/cli/completion.hpp"

#include <ostream>

namespace sihu {
namespace {

struct CompletionOptions {
  std::string shell;
};

void declare(Flags& flags, CompletionOptions& options) {
  flags.choice("SHELL", options.shell, {"bash", "zsh", "fish"}, {"哪种 shell", "which shell"});
}

Exit run(const CompletionOptions& options, World& world) {
  Shell shell = Shell::bash;
  if (options.shell == "zsh") shell = Shell::zsh;
  if (options.shell == "fish") shell = Shell::fish;
  world.out << completion_script(shell, command_tree(), world.lang);
  return Exit::done;
}

}  // namespace

Command completion_command() {
  return make_command<CompletionOptions>(
      "completion", {"输出 shell 的补全脚本", "print a completion script for a shell"},
      {"$ source <(sihu completion bash)", "$ source <(sihu completion bash)"}, declare, run);
}

}  // namespace sihu
