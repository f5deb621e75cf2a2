#pragma once

#include "gate/workbook.hpp"
#include "gate/xml.hpp"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

// What a spreadsheet package is read with: its elements, whatever prefix a program gives their
// names (`x:row`), and what cells refer to.

/// The elements in it called `name`, and the first of them, or nothing.
std::vector<const XmlElement*> children_called(const XmlElement& element, std::string_view name);
const XmlElement* child_called(const XmlElement& element, std::string_view name);

/// The value of its attribute `name`, or an empty text.
std::string_view attribute_called(const XmlElement& element, std::string_view name);

/// The number that an attribute or a value is, from its first to its last character.
template <class Number>
std::optional<Number> exact_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The text of a shared or inline string: its runs, without the readings above the characters.
std::string string_text(const XmlElement& string);

/// A package and the strings and formats that its cells name by number.
class WorkbookPackage {
 public:
  WorkbookPackage(const WorkbookParts& parts, std::string_view name) : parts_(parts), name_(name) {}

  /// The first visible sheet; reads strings and formats on the way. Failures as `read_workbook`.
  Result<XmlElement> sheet();

  /// The shared string of that number, or nothing.
  const std::string* string(std::string_view index) const;
  /// Whether numbers of that style are days.
  bool is_day(std::string_view style) const;
  /// Whether days are counted from 1904.
  bool from_1904() const { return from_1904_; }

 private:
  Result<XmlElement> part(const std::string& part_name) const;
  Result<void> read_strings();
  Result<void> read_styles();
  Result<std::string> first_visible(const XmlElement& book) const;

  const WorkbookParts& parts_;
  std::string name_;
  std::vector<std::string> strings_;
  std::vector<bool> day_styles_;
  bool from_1904_ = false;
};

}  // namespace sihu
