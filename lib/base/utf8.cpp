#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace sihu {
namespace {

struct Lead {
  int length;         // 0: this byte cannot start a character
  unsigned char low;  // the range of the second byte: RFC 3629, section 4
  unsigned char high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte >= 0xc2 && byte <= 0xdf) return {2, 0x80, 0xbf};
  if (byte == 0xe0) return {3, 0xa0, 0xbf};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte >= 0xe1 && byte <= 0xef) return {3, 0x80, 0xbf};
  if (byte == 0xf0) return {4, 0x90, 0xbf};
  if (byte >= 0xf1 && byte <= 0xf3) return {4, 0x80, 0xbf};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  return {0, 0, 0};
}

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool is_well_formed_at(std::string_view text, std::size_t at, const Lead& lead) {
  const auto length = static_cast<std::size_t>(lead.length);
  if (length == 0 || at + length > text.size()) return false;
  if (length > 1 && (byte_at(text, at + 1) < lead.low || byte_at(text, at + 1) > lead.high))
    return false;
  for (std::size_t i = 2; i < length; ++i)
    if ((byte_at(text, at + i) & 0xc0) != 0x80) return false;
  return true;
}

// No branch depends on a byte, so that the compiler takes many at once.
bool has_ascii_control(std::string_view text) {
  unsigned char found = 0;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const unsigned char low = (byte < 0x20) & (byte != '\t') & (byte != '\n');
    found = static_cast<unsigned char>(found | low | (byte == 0x7f));
  }
  return found != 0;
}

// How far text is ASCII from `at` on, in steps of eight.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & high_bits) != 0) break;
  }
  return at;
}

// Whether a character of three bytes, as nearly all Chinese ones are, is plainly right.
bool is_common_three(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const unsigned char first = byte_at(text, at);
  return first >= 0xe1 && first <= 0xef && first != 0xed && (byte_at(text, at + 1) >> 6) == 2 &&
         (byte_at(text, at + 2) >> 6) == 2;
}

// Characters of no width that reorder text or hide in it. The joiner U+200D holds emoji together.
bool is_unseen(char32_t code) {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x2069) ||
         code == 0x200b || code == 0x200c || code == 0x200e || code == 0x200f || code == 0x061c ||
         code == 0xfeff;
}

void append_visible(std::string& out, char32_t code, std::string_view bytes) {
  if (code == '\t')
    out += "\\t";
  else if (code == '\n')
    out += "\\n";
  else if (code == '\r')
    out += "\\r";
  else if (is_control(code))
    out += fmt::format("\\x{:02x}", static_cast<unsigned>(code));
  else if (is_unseen(code))
    out += fmt::format("\\u{{{:04x}}}", static_cast<unsigned>(code));
  else
    out += bytes;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const Lead lead = lead_of(byte_at(text, at));
    if (!is_well_formed_at(text, at, lead)) return at;
    at += static_cast<std::size_t>(lead.length);
  }
  return std::nullopt;
}

bool is_plain_text(std::string_view text) {
  if (has_ascii_control(text)) return false;
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    if (is_common_three(text, at)) {
      at += 3;
      continue;
    }
    const Lead lead = lead_of(byte_at(text, at));
    if (!is_well_formed_at(text, at, lead)) return false;
    if (lead.length == 2 && byte_at(text, at) == 0xc2 && byte_at(text, at + 1) < 0xa0) return false;
    at += static_cast<std::size_t>(lead.length);
    if (lead.length == 1) at = skip_ascii(text, at);
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const unsigned char first = byte_at(text, at++);
  if (first < 0x80) return first;
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  char32_t code = first & (0x3fu >> more);
  for (int i = 0; i < more && at < text.size(); ++i)
    code = (code << 6) | (byte_at(text, at++) & 0x3fu);
  return code;
}

void append_utf8(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xc0 | (code >> 6));
    put(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    put(0xe0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3f));
    put(0x80 | (code & 0x3f));
  } else {
    put(0xf0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3f));
    put(0x80 | ((code >> 6) & 0x3f));
    put(0x80 | (code & 0x3f));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
  return count;
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const bool blank = code <= 0x20 || code == 0xa0 || code == 0x3000 || code == 0xfeff ||
                       (code >= 0x2000 && code <= 0x200b);
    if (!blank) return false;
  }
  return true;
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(text, at);
    append_visible(out, code, text.substr(start, at - start));
  }
  return out;
}

std::string visible_paragraphs(std::string_view text) {
  constexpr std::string_view tab = "    ";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", at), text.size());
    std::string_view part = text.substr(at, end - at);
    const bool breaks = end < text.size() && text[end] == '\n';
    if (breaks && part.ends_with('\r')) part.remove_suffix(1);
    out += visible(part);
    if (breaks)
      out += '\n';
    else if (end < text.size())
      out += tab;
    at = end + 1;
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace sihu
