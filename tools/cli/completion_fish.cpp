#include "tools/cli/completion_parts.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

// fish knows `\'` inside single quotes, where the other shells leave them.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_option(const Declaration& option, const std::string& condition, Lang lang) {
  std::string line = "complete -c sihu" + condition;
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty())
    line += " -x -a " + fish_quoted(joined(option.choices));
  else if (const std::string kind = kind_completed(option.what); !kind.empty())
    line += " -x -a '(__sihu_values " + kind + ")'";
  else if (option.takes_value)
    line += names_files(option.what) ? " -r -F" : " -x";
  return line + " -d " + fish_quoted(option.help.in(lang)) + "\n";
}

std::string fish_spot(const Spot& spot, Lang lang) {
  const std::string condition = " -n " + fish_quoted("__sihu_at " + fish_quoted(spot.path));
  std::string text;
  for (const CommandNode* child : spot.children)
    text += "complete -c sihu" + condition + " -a " + child->word + " -d " +
            fish_quoted(child->summary ? child->summary->in(lang) : std::string_view()) + "\n";
  for (const Declaration& d : spot.declared) {
    if (!d.positional())
      text += fish_option(d, condition, lang);
    else if (!d.choices.empty())
      text += "complete -c sihu" + condition + " -a " + fish_quoted(joined(d.choices)) + "\n";
  }
  for (const std::string& kind : kinds_completed(spot))
    text += "complete -c sihu" + condition + " -a '(__sihu_values " + kind + ")'\n";
  if (takes_files(spot)) text += "complete -c sihu" + condition + " -F\n";
  return text;
}

}  // namespace

std::string fish_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global,
                        Lang lang) {
  std::vector<std::string> paths;
  for (const Spot& spot : spots)
    if (!spot.path.empty()) paths.push_back(spot.path);
  std::string text = fmt::format(R"(# fish completion for sihu; made by `sihu completion fish`
function __sihu_at
  set -l where ''
  for word in (commandline -opc)[2..-1]
    set -l next (string trim -c / -- "$where/$word")
    if contains -- "$next" {}
      set where "$next"
    end
  end
  test "$where" = "$argv[1]"
end
# The ids of a kind, with what people call them, of the workspace that the line names.
function __sihu_values
  set -l words (commandline -opc)
  set -l place
  for i in (seq 2 (count $words))
    if contains -- $words[$i] -C --workspace; and test $i -lt (count $words)
      set place -C $words[(math $i + 1)]
    end
  end
  $words[1] $place completion --values $argv[1] 2>/dev/null
end
complete -c sihu -f
)",
                                 joined(paths));
  for (const Declaration& d : global) text += fish_option(d, "", lang);
  for (const Spot& spot : spots) text += fish_spot(spot, lang);
  return text;
}

}  // namespace sihu
