// sihu help: the help of a command by its name, and the manual pages.
#include "tools/cli/help.hpp"

#include "tools/cli/man.hpp"
#include "tools/cli/tree.hpp"

#include <algorithm>
#include <ostream>

namespace sihu {
namespace {

struct HelpOptions {
  std::vector<std::string> words;
  bool man = false;
};

void declare(Flags& flags, HelpOptions& options) {
  flags.optional_from_here();
  flags.texts("COMMAND", options.words, {"命令的词", "the words of a command"},
              Flags::What::command);
  flags.flag("--man", options.man,
             {"输出 man 手册页（roff），不写命令是 sihu(1)",
              "print the manual page in roff, without COMMAND that of sihu(1)"});
}

Exit run(const HelpOptions& options, World& world) {
  const CommandNode root = command_tree();
  const CommandNode* node = &root;
  for (const std::string& word : options.words) {
    const CommandNode* child = node->child(word);
    if (!child)
      return report_failure(world,
                            fail(Kind::usage, "unknown-command",
                                 phrase(Text{"没有命令 \"{0}\"", "no command \"{0}\""}, word),
                                 command_hint(root, *node, word))
                                .value());
    node = child;
  }
  if (options.man) {
    world.out << manual_page(*node, world.lang, SIHU_VERSION);
    return Exit::done;
  }
  const std::string help = render_help(*node, world.lang, help_columns(world));
  if (!world.page || !world.page(help)) world.out << help;
  return Exit::done;
}

}  // namespace

Command help_command() {
  return make_command<HelpOptions>("help", {"显示某个命令的帮助", "show the help of a command"},
                                   {"$ sihu help due", "$ sihu help due"}, declare, run);
}

}  // namespace sihu
