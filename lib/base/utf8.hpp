#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// The byte offset of the first byte that is not well-formed UTF-8, or nothing if all of it is.
///
/// Overlong forms, surrogates and code points above U+10FFFF are not well-formed (RFC 3629).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// Whether `text` is well-formed UTF-8 without any control character but tabs and line feeds: what
/// nearly every text is, told faster than where it is not.
bool is_plain_text(std::string_view text);

/// The code point that starts at `at`, moving `at` behind it.
///
/// `text` must be well-formed UTF-8 and `at` less than its size.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Appends `code` to `text` as UTF-8.
void append_utf8(std::string& text, char32_t code);

/// How many code points `text` has. `text` must be well-formed UTF-8.
std::size_t count_code_points(std::string_view text);

/// Whether `code` is a control character: C0, DEL or C1.
constexpr bool is_control(char32_t code) {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/// Whether `text` has nothing but blanks in it: ASCII white space, no-break and full-width blanks,
/// zero-width ones. `text` must be well-formed UTF-8.
bool is_blank(std::string_view text);

/// `text` with every control character, and every character that reorders text or hides in it
/// (U+202A..E, U+2066..9, zero-width ones but the joiner of emoji), shown as `\n`, `\t`, `\xNN` or
/// `\u{NNNN}`, so that printing it to a terminal is safe and two texts that look alike are alike.
std::string visible(std::string_view text);

/// As `visible`, for texts of several lines: line feeds stay, but for those at the end, and a tab
/// is four blanks.
std::string visible_paragraphs(std::string_view text);

}  // namespace sihu
