#include "tools/cli/completion_parts.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

using What = Flags::What;

std::string zsh_described(const std::string& word, std::string_view description) {
  std::string name;
  for (const char c : word) name += c == ':' ? std::string("\\:") : std::string(1, c);
  return single_quoted(name + ":" + std::string(description));
}

std::string zsh_flags(const std::vector<Declaration>& declared, Lang lang) {
  std::vector<std::string> items;
  for (const Declaration& d : declared) {
    if (d.positional()) continue;
    for (const std::string& name : d.names) items.push_back(zsh_described(name, d.help.in(lang)));
  }
  return joined(items);
}

std::string zsh_words(const Spot& spot, Lang lang) {
  std::vector<std::string> items;
  for (const CommandNode* child : spot.children)
    items.push_back(
        zsh_described(child->word, child->summary ? child->summary->in(lang) : std::string_view()));
  for (const Declaration& d : spot.declared)
    if (d.positional())
      for (const std::string& choice : d.choices)
        items.push_back(zsh_described(choice, d.help.in(lang)));
  return joined(items);
}

std::string zsh_value_case(const std::string& path, const Declaration& option) {
  std::string values = ":";
  if (!option.choices.empty())
    values = "compadd -- " + joined(option.choices);
  else if (names_files(option.what))
    values = option.what == What::file ? "_files" : "_files -/";
  else if (const std::string kind = kind_completed(option.what); !kind.empty())
    values = "_sihu_values " + kind;
  return fmt::format("    ({}) {}; return ;;\n", option_pattern(path, option), values);
}

}  // namespace

std::string zsh_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global,
                       Lang lang) {
  std::string values;
  std::string places;
  for (const Declaration& d : global)
    if (d.takes_value) values += zsh_value_case("*", d);
  for (const Spot& spot : spots) {
    for (const Declaration& d : spot.declared)
      if (d.takes_value && !d.positional()) values += zsh_value_case(spot.path, d);
    places += fmt::format("    ({}) names=({}); flags+=({}); places=({}) ;;\n",
                          single_quoted(spot.path), zsh_words(spot, lang),
                          zsh_flags(spot.declared, lang), joined(values_by_place(spot)));
  }
  return fmt::format(R"script(#compdef sihu
# zsh completion for sihu; made by `sihu completion zsh`
# The ids of a kind, with what people call them, of the workspace that the line names.
_sihu_values() {{
  local i line
  local -a place found
  for ((i = 2; i < CURRENT - 1; i++)); do
    case ${{words[i]}} in (-C|--workspace) place=(-C ${{words[i+1]}}) ;; esac
  done
  for line in ${{(f)"$(${{words[1]}} $place completion --values $1 2>/dev/null)"}}; do
    found+=("${{line/$'\t'/:}}")
  done
  (( $#found )) && _describe $1 found
}}
# What stands at the place of the argument: the last kind is for all that follow, where dots say so.
_sihu_place() {{
  local at=$1
  shift
  if [[ ${{@[-1]}} == ... && $at -ge $# ]]; then at=$(($# - 1)); fi
  case ${{@[at]}} in
    (file) _files ;;
    (folder) _files -/ ;;
    (''|-) ;;
    (*) _sihu_values ${{@[at]}} ;;
  esac
}}
_sihu() {{
  local where='' previous=${{words[CURRENT-1]}} given=0 i
  local -a names flags places
  flags=({})
  # --branch=zb05 is one word: its value is what is completed.
  if [[ $PREFIX == --*=* ]]; then
    previous=${{PREFIX%%=*}}
    compset -P '*='
  fi
  for ((i = 2; i < CURRENT; i++)); do
    case "$where:${{words[i]}}" in
      ({}) i=$((i + 1)); continue ;;
    esac
    case "$where/${{words[i]}}" in
      ({}) where=${{where:+$where/}}${{words[i]}}; continue ;;
    esac
    if [[ ${{words[i]}} != -* ]]; then given=$((given + 1)); fi
  done
  case "$where:$previous" in
{}  esac
  case "$where" in
{}  esac
  if [[ ${{words[CURRENT]}} == -* ]]; then
    _describe -o option flags
  else
    (( $#names && given == 0 )) && _describe command names
    (( $#places )) && _sihu_place $((given + 1)) "${{places[@]}}"
  fi
}}
if [[ $funcstack[1] == _sihu ]]; then _sihu "$@"; else compdef _sihu sihu; fi
)script",
                     zsh_flags(global, lang), joined(value_patterns(spots, global), "|"),
                     steps(spots), values, places);
}

}  // namespace sihu
