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

std::string quoted_all(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + fish_quoted(word);
  return text;
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

std::string fish_condition(const Spot& spot, const std::string& place = {}) {
  return " -n " + fish_quoted("__sihu_at " + fish_quoted(spot.path) + place);
}

std::string fish_values(const std::string& kind) {
  if (kind == "file") return " -F\n";
  if (kind == "folder") return " -a '(__fish_complete_directories)'\n";
  return " -a '(__sihu_values " + kind + ")'\n";
}

std::string fish_spot(const Spot& spot, Lang lang) {
  const std::string first = "complete -c sihu" + fish_condition(spot, " -eq 0");
  std::string text;
  for (const CommandNode* child : spot.children)
    text += first + " -a " + child->word + " -d " +
            fish_quoted(child->summary ? child->summary->in(lang) : std::string_view()) + "\n";
  for (const Declaration& d : spot.declared) {
    if (!d.positional())
      text += fish_option(d, fish_condition(spot), lang);
    else if (!d.choices.empty())
      text += first + " -a " + fish_quoted(joined(d.choices)) + "\n";
  }
  const auto places = values_by_place(spot);
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (places[at] == "-" || places[at] == "...") continue;
    const bool repeated = at + 1 < places.size() && places[at + 1] == "...";
    const std::string place = (repeated ? " -ge " : " -eq ") + std::to_string(at);
    text += "complete -c sihu" + fish_condition(spot, place) + fish_values(places[at]);
  }
  return text;
}

}  // namespace

std::string fish_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global,
                        Lang lang) {
  std::vector<std::string> paths;
  for (const Spot& spot : spots)
    if (!spot.path.empty()) paths.push_back(spot.path);
  std::string text = fmt::format(R"(# fish completion for sihu; made by `sihu completion fish`
# Where the line is among the commands, and how many arguments were given.
function __sihu_place
  set -l where ''
  set -l given 0
  set -l skip 0
  for word in (commandline -opc)[2..-1]
    if test $skip = 1
      set skip 0
      continue
    end
    set -l next (string trim -c / -- "$where/$word")
    if contains -- "$where:$word" {}; or contains -- "*:$word" {}
      set skip 1
    else if contains -- "$next" {}
      set where "$next"
    else if not string match -q -- '-*' "$word"
      set given (math $given + 1)
    end
  end
  echo "$where"
  echo $given
end
function __sihu_at
  set -l place (__sihu_place)
  test "$place[1]" = "$argv[1]"; or return 1
  test (count $argv) -lt 3; or test $place[2] $argv[2] $argv[3]
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
                                 quoted_all(value_patterns(spots, {})),
                                 quoted_all(value_patterns({}, global)), joined(paths));
  for (const Declaration& d : global) text += fish_option(d, "", lang);
  for (const Spot& spot : spots) text += fish_spot(spot, lang);
  return text;
}

}  // namespace sihu
