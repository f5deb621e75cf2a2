#include "tools/cli/completion.hpp"

#include "tools/cli/completion_parts.hpp"
#include "tools/cli/global.hpp"
#include "tools/cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sihu {
namespace {

constexpr std::array<std::pair<Flags::What, std::string_view>, 10> kinds{{
    {Flags::What::branch, "branch"},
    {Flags::What::person, "person"},
    {Flags::What::checklist, "checklist"},
    {Flags::What::quarter, "quarter"},
    {Flags::What::problem, "problem"},
    {Flags::What::item, "item"},
    {Flags::What::paper, "paper"},
    {Flags::What::course, "course"},
    {Flags::What::learner, "learner"},
    {Flags::What::id, "id"},
}};

void collect(const CommandNode& root, const CommandNode& node, std::vector<Spot>& spots) {
  Spot spot;
  spot.path = node.path;
  std::ranges::replace(spot.path, ' ', '/');
  for (const CommandNode& child : node.children) spot.children.push_back(&child);
  if (node.command) spot.declared = declarations_of(*node.command);
  for (Declaration& declared : spot.declared)
    if (declared.what == Flags::What::command) declared.choices = root.child_words();
  spots.push_back(std::move(spot));
  for (const CommandNode& child : node.children) collect(root, child, spots);
}

std::vector<Spot> spots_of(const CommandNode& root) {
  std::vector<Spot> spots;
  collect(root, root, spots);
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

std::string kind_completed(Flags::What what) {
  const auto found =
      std::ranges::find(kinds, what, &std::pair<Flags::What, std::string_view>::first);
  return found == kinds.end() ? std::string() : std::string(found->second);
}

std::vector<std::string> completed_kinds() {
  std::vector<std::string> names;
  for (const auto& [what, name] : kinds) names.emplace_back(name);
  return names;
}

std::vector<std::string> values_by_place(const Spot& spot) {
  std::vector<std::string> places;
  for (const Declaration& d : spot.declared) {
    if (!d.positional()) continue;
    const std::string kind = d.what == Flags::What::file        ? "file"
                             : d.what == Flags::What::directory ? "folder"
                                                                : kind_completed(d.what);
    places.push_back(kind.empty() ? "-" : kind);
    if (d.repeated) places.emplace_back("...");
  }
  return places;
}

std::vector<std::string> value_patterns(const std::vector<Spot>& spots,
                                        const std::vector<Declaration>& global) {
  std::vector<std::string> patterns;
  const auto add = [&](const std::string& path, const std::vector<Declaration>& declared) {
    for (const Declaration& d : declared)
      if (d.takes_value && !d.positional())
        for (const std::string& name : d.names) patterns.push_back(path + ":" + name);
  };
  add("*", global);
  for (const Spot& spot : spots) add(spot.path, spot.declared);
  return patterns;
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
