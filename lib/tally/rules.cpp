#include "tally/rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace sihu {
namespace {

constexpr std::array<std::pair<std::string_view, TieNumbers>, 3> ties{
    {{"standard", TieNumbers::skipping}, {"dense", TieNumbers::dense}, {"last", TieNumbers::last}}};
constexpr std::array<std::pair<std::string_view, Halves>, 2> roundings{
    {{"half-up", Halves::away}, {"half-even", Halves::even}}};

template <class Words, class Value>
std::string_view word_for(const Words& words, Value value) {
  return std::ranges::find(words, value, [](const auto& pair) { return pair.second; })->first;
}

// False, and `into` as it was, if the word is not known.
template <class Words, class Value>
bool read_word(const Words& words, std::string_view word, Value& into) {
  const auto found = std::ranges::find(words, word, [](const auto& pair) { return pair.first; });
  if (found == words.end()) return false;
  into = found->second;
  return true;
}

// What stands before `end`, which `text` loses with it.
std::string_view take_until(std::string_view& text, char end) {
  const std::string_view taken = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), taken.size() + 1));
  return taken;
}

bool read_tie_breaks(std::string_view list, std::vector<Component>& into) {
  while (!list.empty()) {
    const auto component = parse_component(take_until(list, ','));
    if (!component) return false;
    into.push_back(*component);
  }
  return true;
}

bool read_rule(std::string_view key, std::string_view value, TallyRules& into) {
  if (key == "ties") return read_word(ties, value, into.numbers);
  if (key == "rounding") return read_word(roundings, value, into.halves);
  if (key == "tie-breaks") return read_tie_breaks(value, into.tie_breaks);
  const auto component = parse_component(key);
  const auto weight = Rational::parse(value);
  if (!component || !weight || *weight < Rational(0)) return false;
  into.weights[*component] = *weight;
  return true;
}

}  // namespace

TallyRules tally_rules(const Organisation& organisation) {
  TallyRules rules;
  for (const Component component : all_components)
    rules.weights[component] = organisation.quarter_weights.at(std::string(to_string(component)));
  read_word(ties, organisation.ranking.ties, rules.numbers);
  rules.halves = organisation.ranking.halves;
  for (const std::string& name : organisation.ranking.tie_breaks)
    rules.tie_breaks.push_back(*parse_component(name));
  return rules;
}

std::string to_string(const TallyRules& rules) {
  std::string line;
  for (const Component component : all_components)
    line += std::string(to_string(component)) + '=' + rules.weights[component].shortest() + ' ';
  line += "ties=" + std::string(word_for(ties, rules.numbers));
  line += " rounding=" + std::string(word_for(roundings, rules.halves)) + " tie-breaks=";
  for (const Component component : rules.tie_breaks)
    line += std::string(line.ends_with('=') ? "" : ",") + std::string(to_string(component));
  return line;
}

std::optional<TallyRules> parse_tally_rules(std::string_view text) {
  TallyRules rules;
  const std::string whole(text);
  while (!text.empty()) {
    std::string_view value = take_until(text, ' ');
    const std::string_view key = take_until(value, '=');
    if (!read_rule(key, value, rules)) return std::nullopt;
  }
  // Nothing twice, nothing left out: there is one way to write them.
  return to_string(rules) == whole ? std::optional(rules) : std::nullopt;
}

}  // namespace sihu
