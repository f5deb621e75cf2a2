#pragma once

#include "wording/text.hpp"

#include <string>
#include <string_view>

namespace sihu {

/// A text of which nothing becomes markup, in an element or in a quoted attribute; a line feed
/// becomes `<br>`, other control characters are shown.
std::string html_text(std::string_view text);

/// What a page is made of; `title` is text, the rest is HTML.
struct HtmlPage {
  std::string title;
  std::string style;  ///< rules
  std::string body;
  std::string script;  ///< empty: none; the page must be readable without it
};

/// A page in one file that reads nothing from anywhere, which its security policy says too: neither
/// from the network nor from other files. UTF-8, its language declared, as wide as the screen.
std::string html_page(const HtmlPage& page, Lang lang);

}  // namespace sihu
