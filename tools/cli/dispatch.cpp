#include "base/utf8.hpp"
#include "tools/cli/global.hpp"
#include "tools/cli/help.hpp"
#include "tools/cli/home.hpp"
#include "tools/cli/parser.hpp"
#include "tools/cli/tree.hpp"
#include "tools/cli/values.hpp"

#include <algorithm>
#include <ostream>

#ifndef SIHU_VERSION
#error "SIHU_VERSION is set by tools/CMakeLists.txt"
#endif

namespace sihu {
namespace {

using Words = std::vector<std::string>;

// The command line without the command's own words.
struct Route {
  const CommandNode* node;
  Words rest;
};

Fault unknown_command(const CommandNode& root, const CommandNode& node, const std::string& word) {
  return {{},
          "unknown-command",
          phrase(Text{"没有命令 \"{0}\"", "no command \"{0}\""},
                 node.path.empty() ? word : node.path + " " + word),
          command_hint(root, node, word)};
}

Result<Route> find_route(const CommandNode& root, const Words& arguments,
                         const std::vector<Declaration>& global) {
  Route route{&root, {}};
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const CommandNode* child = route.node->child(word);
    if (child) {
      route.node = child;
    } else if (route.node->command) {
      // `plan 2026Q4` beside `plan show`: the words behind are the command's own.
      route.rest.insert(route.rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                        arguments.end());
      break;
    } else if (word.size() > 1 && word.front() == '-' && word != "--") {
      if (!is_declared(word, global))
        return fail(Kind::usage, {unknown_option(word, global, route.node->typed())});
      route.rest.push_back(word);
      if (takes_next(word, global) && i + 1 < arguments.size())
        route.rest.push_back(arguments[++i]);
    } else {
      return fail(Kind::usage, {unknown_command(root, *route.node, word)});
    }
    // From a command without others below it everything is its own, whatever it looks like.
    if (child && child->command && child->children.empty()) {
      route.rest.insert(route.rest.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                        arguments.end());
      break;
    }
  }
  return route;
}

Result<void> check_utf8(const Words& arguments) {
  for (const std::string& word : arguments)
    if (find_invalid_utf8(word))
      return fail(Kind::usage, "not-utf8",
                  phrase(Text{"命令行中有不是 UTF-8 的文字",
                              "the command line has text that is not UTF-8"}),
                  phrase(Text{"检查终端的编码设置", "look at the terminal's encoding"}));
  return {};
}

bool asks_for(const Words& words, std::string_view short_name, std::string_view long_name) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == short_name || word == long_name) return true;
  }
  return false;
}

Exit run_node(const CommandNode& node, const Words& rest, const World& world,
              std::vector<Declaration> declared, GlobalOptions& global) {
  World base = world;
  std::function<Exit(World&)> work;
  DeclaredFlags flags;
  if (node.command) {
    work = node.command->prepare(flags);
    declared.insert(declared.end(), flags.list().begin(), flags.list().end());
  }
  if (auto parsed = parse_arguments(rest, declared, node.typed()); !parsed)
    return report_failure(base, parsed.error());
  if (!work && node.path.empty())
    if (auto applied = apply_global(base, global); applied && is_in_workspace(*applied))
      return show_home(*applied);
  if (!work) {
    base.err << render_help(node, base.lang, help_columns(base));
    return Exit::usage;
  }
  auto applied = apply_global(base, global);
  if (!applied) return report_failure(base, applied.error());
  return work(*applied);
}

Exit run_checked(const Words& arguments, World& world) {
  GlobalOptions global;
  DeclaredFlags flags;
  declare_global(flags, global);
  const CommandNode root = command_tree();
  const auto route = find_route(root, arguments, flags.list());
  if (!route) return report_failure(world, route.error());
  if (asks_for(route->rest, "-h", "--help")) {
    const std::string help = render_help(*route->node, world.lang, help_columns(world));
    if (!world.page || !world.page(help)) world.out << help;
    return Exit::done;
  }
  if (asks_for(route->rest, "--version", "--version")) {
    world.out << "sihu " << SIHU_VERSION << '\n';
    return Exit::done;
  }
  return run_node(*route->node, route->rest, world, flags.list(), global);
}

}  // namespace

Exit run_command_line(const Words& arguments, World& world) {
  World own = world;
  if (const auto language = find_language(arguments)) {
    own.lang = *language;
    own.lang_given = true;
  }
  if (auto readable = check_utf8(arguments); !readable)
    return report_failure(own, readable.error());
  return run_checked(arguments, own);
}

}  // namespace sihu
