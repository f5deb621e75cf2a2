#include "tally/component.hpp"

#include <algorithm>

namespace sihu {

std::optional<Component> parse_component(std::string_view text) {
  const auto found = std::ranges::find_if(
      all_components, [&](Component component) { return to_string(component) == text; });
  return found == all_components.end() ? std::nullopt : std::optional(*found);
}

std::string_view to_string(Component component) {
  static constexpr PerComponent<std::string_view> words{
      {"check", "review", "learn", "test", "rectification"}};
  return words[component];
}

const Text& wording(Component component) {
  static constexpr std::array<Text, 5> words{Text{"互查", "check"}, Text{"互评", "review"},
                                             Text{"互学", "learn"}, Text{"互考", "test"},
                                             Text{"整改", "rectification"}};
  return words[static_cast<std::size_t>(component)];
}

}  // namespace sihu
