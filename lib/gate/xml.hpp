#pragma once

#include "base/place.hpp"
#include "gate/source.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sihu {

/// An element of XML, with the place of its name.
struct XmlElement {
  std::string name;
  Place place;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  ///< its own characters, without those of the elements in it
  std::vector<XmlElement> children;

  /// The first element of that name in it, or nothing.
  const XmlElement* find(std::string_view child) const;
  /// The value of an attribute; empty when it is not there.
  std::string_view attribute(std::string_view wanted) const;
};

/// Reads one XML document strictly; the only door to the XML library.
///
/// Refused, with its place: more than 16 MiB, nesting over 64, anything that is not UTF-8, control
/// characters, a document type, entities other than the five of XML and characters by number,
/// anything that is not well-formed, text or a second element beside the first. A byte-order mark
/// is accepted, and what the declaration says of the encoding does not count. `name` is what places
/// call the file. Failures are `Kind::input`.
Result<XmlElement> read_xml(std::string_view text, std::string_view name);

/// `text` as it stands in an element or in the quotes of an attribute.
std::string xml_escaped(std::string_view text);

}  // namespace sihu
