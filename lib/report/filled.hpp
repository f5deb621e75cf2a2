#pragma once

#include "wording/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What is put into the gaps of a template: `{{name}}` is a text; `{{#name}} … {{/name}}` is there
/// where a flag holds or a text is not empty, once for each of a list, and `{{^name}} … {{/name}}`
/// where not. Inside a list the names of the list's own entries come first.
struct Filling {
  std::map<std::string, std::string> texts = {};
  std::map<std::string, bool> flags = {};
  std::map<std::string, std::vector<Filling>> lists = {};

  /// Whether there is a text, a flag or a list of that name.
  bool has(const std::string& name) const;
};

/// A template (mustache) with its gaps filled; the only door to the mustache library. Texts are put
/// in as `prose_text` has them, so that nothing in them becomes a heading or a list.
///
/// `Kind::input`, with file, line and column: a section that is not closed, and a name that is not
/// among `known`, with the nearest.
Result<std::string> filled(std::string_view text, std::string_view name, const Filling& filling,
                           const std::vector<std::string>& known);

}  // namespace sihu
