#pragma once

#include <compare>
#include <string>

namespace sihu {

/// Where something stands in a text that a person wrote.
///
/// `line` and `column` count from 1, columns in characters (code points), not bytes; 0 means "not
/// known". `file` is the name as the user would type it, relative to the workspace where possible.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  friend auto operator<=>(const Place&, const Place&) = default;
};

/// The place as `file:line:column`, without the parts that are not known.
std::string to_string(const Place& place);

}  // namespace sihu
