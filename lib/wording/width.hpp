#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// How many terminal columns `text` takes: Chinese and full-width characters two, combining marks
/// none, an emoji sequence two, ambiguous characters one. `text` must be well-formed UTF-8 without
/// control characters. Widths are utf8proc's (Unicode), by grapheme cluster.
int display_width(std::string_view text);

/// `text` split into what a reader takes for one character (extended grapheme clusters, UAX #29):
/// what one press of the backspace key deletes.
std::vector<std::string_view> graphemes(std::string_view text);

/// `text` cut to at most `columns`, ending in `…` where something was cut.
std::string shorten(std::string_view text, int columns);

/// What a message shows of somebody's text, which may be a page long: its first 40 columns, control
/// characters made visible.
std::string in_brief(std::string_view text);

/// `text` padded with blanks on the right (or left) to `columns`; longer text is left as it is.
std::string pad_right(std::string_view text, int columns);
std::string pad_left(std::string_view text, int columns);

/// `text` broken into lines of at most `columns`, at blanks or between Chinese characters; line
/// feeds in `text` are kept as breaks. `columns` is at least 2.
std::vector<std::string> wrap(std::string_view text, int columns);

/// `text` with those of its lines broken, by `wrap`, that are wider than `columns`; what goes on
/// below has the blanks that the line begins with.
std::string within(std::string_view text, int columns);

}  // namespace sihu
