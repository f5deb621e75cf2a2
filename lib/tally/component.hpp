#pragma once

#include "wording/text.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sihu {

/// A part of the score of a quarter: the four mutuals, and how well was rectified.
enum class Component { check, review, learn, test, rectification };

inline constexpr std::array<Component, 5> all_components{Component::check, Component::review,
                                                         Component::learn, Component::test,
                                                         Component::rectification};

/// Its key in sihu.yaml, and what people call it.
std::optional<Component> parse_component(std::string_view text);
std::string_view to_string(Component component);
const Text& wording(Component component);

/// Something of each component.
template <class Value>
struct PerComponent {
  std::array<Value, 5> all{};

  Value& operator[](Component component) { return all[static_cast<std::size_t>(component)]; }
  const Value& operator[](Component component) const {
    return all[static_cast<std::size_t>(component)];
  }

  friend bool operator==(const PerComponent&, const PerComponent&) = default;
};

}  // namespace sihu
