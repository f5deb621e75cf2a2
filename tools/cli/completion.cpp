#include "tools/cli/completion.hpp"

#include "tools/cli/completion_parts.hpp"
#include "tools/cli/global.hpp"
#include "tools/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

void collect(const CommandNode& node, std::vector<Spot>& spots) {
  Spot spot;
  spot.path = node.path;
  std::ranges::replace(spot.path, ' ', '/');
  for (const CommandNode& child : node.children) spot.children.push_back(&child);
  if (node.command) spot.declared = declarations_of(*node.command);
  spots.push_back(std::move(spot));
  for (const CommandNode& child : node.children) collect(child, spots);
}

std::vector<Spot> spots_of(const CommandNode& root) {
  std::vector<Spot> spots;
  collect(root, spots);
  return spots;
}

std::vector<Declaration> global_declarations() {
  GlobalOptions options;
  DeclaredFlags flags;
  declare_global(flags, options);
  std::vector<Declaration> list = flags.list();
  for (Declaration& declared : list) declared.accept = nullptr;
  return list;
}

}  // namespace

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

bool names_files(Flags::What what) {
  return what == Flags::What::file || what == Flags::What::directory;
}

std::string option_pattern(const std::string& path, const Declaration& option) {
  std::vector<std::string> patterns;
  for (const std::string& name : option.names) patterns.push_back(path + ":" + name);
  return joined(patterns, "|");
}

std::string steps(const std::vector<Spot>& spots) {
  std::vector<std::string> patterns;
  for (const Spot& spot : spots) {
    if (spot.path.empty()) continue;
    patterns.push_back(spot.path.find('/') == std::string::npos ? "/" + spot.path : spot.path);
  }
  return patterns.empty() ? "-" : joined(patterns, "|");
}

std::vector<std::string> option_names(const std::vector<Declaration>& declared) {
  std::vector<std::string> names;
  for (const Declaration& d : declared)
    if (!d.positional()) names.insert(names.end(), d.names.begin(), d.names.end());
  return names;
}

std::vector<std::string> plain_words(const Spot& spot) {
  std::vector<std::string> words;
  for (const CommandNode* child : spot.children) words.push_back(child->word);
  for (const Declaration& d : spot.declared)
    if (d.positional()) words.insert(words.end(), d.choices.begin(), d.choices.end());
  return words;
}

bool takes_files(const Spot& spot) {
  return std::ranges::any_of(
      spot.declared, [](const Declaration& d) { return d.positional() && names_files(d.what); });
}

std::string kind_completed(Flags::What what) {
  switch (what) {
    case Flags::What::branch:
      return "branch";
    case Flags::What::person:
      return "person";
    case Flags::What::checklist:
      return "checklist";
    case Flags::What::quarter:
      return "quarter";
    case Flags::What::problem:
      return "problem";
    default:
      return {};
  }
}

std::vector<std::string> completed_kinds() {
  std::vector<std::string> kinds;
  for (const auto what : {Flags::What::branch, Flags::What::person, Flags::What::checklist,
                          Flags::What::quarter, Flags::What::problem})
    kinds.push_back(kind_completed(what));
  return kinds;
}

std::vector<std::string> kinds_completed(const Spot& spot) {
  std::vector<std::string> kinds;
  for (const Declaration& d : spot.declared) {
    const std::string kind = d.positional() ? kind_completed(d.what) : std::string();
    if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
  }
  return kinds;
}

std::string completion_script(Shell shell, const CommandNode& root, Lang lang) {
  const std::vector<Spot> spots = spots_of(root);
  const std::vector<Declaration> global = global_declarations();
  switch (shell) {
    case Shell::bash:
      return bash_script(spots, global);
    case Shell::zsh:
      return zsh_script(spots, global, lang);
    case Shell::fish:
      return fish_script(spots, global, lang);
  }
  return {};
}

}  // namespace sihu
