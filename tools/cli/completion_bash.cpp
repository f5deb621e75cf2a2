#include "tools/cli/completion_parts.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

using What = Flags::What;

std::string bash_value_case(const std::string& path, const Declaration& option) {
  std::string values = ":";
  if (!option.choices.empty())
    values = fmt::format("COMPREPLY=($(compgen -W {} -- \"$cur\"))",
                         single_quoted(joined(option.choices)));
  else if (names_files(option.what))
    values = fmt::format("_sihu_files -{}", option.what == What::file ? 'f' : 'd');
  else if (const std::string kind = kind_completed(option.what); !kind.empty())
    values = "_sihu_values " + kind;
  return fmt::format("    {}) {}; return ;;\n", option_pattern(path, option), values);
}

std::string bash_values(const std::vector<Spot>& spots, const std::vector<Declaration>& global) {
  std::string text;
  for (const Declaration& d : global)
    if (d.takes_value) text += bash_value_case("*", d);
  for (const Spot& spot : spots)
    for (const Declaration& d : spot.declared)
      if (d.takes_value && !d.positional()) text += bash_value_case(spot.path, d);
  return text;
}

}  // namespace

std::string bash_script(const std::vector<Spot>& spots, const std::vector<Declaration>& global) {
  std::string words;
  for (const Spot& spot : spots)
    words += fmt::format("    {}) words={} flags={} places={} ;;\n", single_quoted(spot.path),
                         single_quoted(joined(plain_words(spot))),
                         single_quoted(joined(option_names(spot.declared))),
                         single_quoted(joined(values_by_place(spot))));
  return fmt::format(R"script(# bash completion for sihu; made by `sihu completion bash`
# The ids of a kind that begin like the word, of the workspace that the line names.
_sihu_values() {{
  local i place=()
  for ((i = 1; i < COMP_CWORD - 1; i++)); do
    case ${{COMP_WORDS[i]}} in -C|--workspace) place=(-C "${{COMP_WORDS[i+1]}}") ;; esac
  done
  COMPREPLY+=($(compgen -W "$("${{COMP_WORDS[0]}}" "${{place[@]}}" completion --values "$1" 2>/dev/null | cut -f 1)" -- "$cur"))
}}
_sihu_files() {{
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen "$1" -- "$cur")
}}
# What stands at the place of the argument: the last kind is for all that follow, where dots say so.
_sihu_place() {{
  local kinds=($1) at=$2 last
  last=$((${{#kinds[@]}} - 1))
  if ((last > 0 && at >= last)) && [[ ${{kinds[last]}} == ... ]]; then at=$((last - 1)); fi
  case ${{kinds[at]}} in
    file) _sihu_files -f ;;
    folder) _sihu_files -d ;;
    ''|-) ;;
    *) _sihu_values "${{kinds[at]}}" ;;
  esac
}}
_sihu() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}
  local where='' words='' flags='' places='' given=0 i
  COMPREPLY=()
  # --branch=zb05 comes as three words.
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${{COMP_WORDS[COMP_CWORD-2]}}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$where:${{COMP_WORDS[i]}}" in
      {})
        i=$((i + 1))
        if [[ ${{COMP_WORDS[i]}} == = ]]; then i=$((i + 1)); fi
        continue ;;
    esac
    case "$where/${{COMP_WORDS[i]}}" in
      {}) where=${{where:+$where/}}${{COMP_WORDS[i]}}; continue ;;
    esac
    if [[ ${{COMP_WORDS[i]}} != -* ]]; then given=$((given + 1)); fi
  done
  case "$where:$prev" in
{}  esac
  case "$where" in
{}  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags "{} -- "$cur"))
  else
    _sihu_place "$places" "$given"
    if [[ $given == 0 ]]; then COMPREPLY=($(compgen -W "$words" -- "$cur") "${{COMPREPLY[@]}}"); fi
  fi
}}
complete -F _sihu sihu
)script",
                     joined(value_patterns(spots, global), "|"), steps(spots),
                     bash_values(spots, global), words,
                     single_quoted(joined(option_names(global))));
}

}  // namespace sihu
