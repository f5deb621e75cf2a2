#pragma once

#include <string>
#include <string_view>

namespace sihu {

/// What a page said, as a text, and what it was more than that.
struct PlainOfHtml {
  std::string text;
  bool formatting = false;  ///< bold, tables, links and the like were dropped
  bool picture = false;     ///< a picture, sound, film or formula object was dropped
};

/// The words of a piece of HTML: paragraphs, line breaks and list items begin a line, other tags
/// are dropped, characters by name (the common ones) or number become themselves. Nothing is
/// refused; what only looks like a tag stays.
PlainOfHtml plain_of_html(std::string_view html);

}  // namespace sihu
