#include "ledger/escape.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

void append_escaped(std::string& out, char32_t code) {
  if (code == '\t')
    out += "\\t";
  else if (code == '\n')
    out += "\\n";
  else if (code == '\r')
    out += "\\r";
  else
    out += fmt::format("\\x{:02x}", static_cast<unsigned>(code));
}

// Whether `text` holds a control character; well-formed UTF-8 has C1 only as C2 80..9F.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7f) return true;
    if (byte == 0xc2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xa0)
      return true;
  }
  return false;
}

std::optional<unsigned> hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return static_cast<unsigned>(digit - '0');
  if (digit >= 'a' && digit <= 'f') return static_cast<unsigned>(digit - 'a' + 10);
  return std::nullopt;
}

// The character that the escape at the start of `rest` stands for, taken off `rest`.
std::optional<char32_t> take_escape(std::string_view& rest) {
  const char kind = rest.size() > 1 ? rest[1] : '\0';
  const auto take = [&rest](std::size_t length, char32_t code) {
    rest.remove_prefix(length);
    return std::optional(code);
  };
  if (kind == '\\') return take(2, '\\');
  if (kind == 't') return take(2, '\t');
  if (kind == 'n') return take(2, '\n');
  if (kind == 'r') return take(2, '\r');
  if (kind != 'x' || rest.size() < 4) return std::nullopt;
  const auto high = hex_value(rest[2]);
  const auto low = hex_value(rest[3]);
  if (!high || !low) return std::nullopt;
  return take(4, *high * 16 + *low);
}

}  // namespace

std::string escape_value(std::string_view value) {
  std::string out;
  out.reserve(value.size());
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(value, at);
    if (code == '\\')
      out += "\\\\";
    else if (is_control(code))
      append_escaped(out, code);
    else
      out += value.substr(start, at - start);
  }
  return out;
}

std::optional<std::string> unescape_value(std::string_view written) {
  if (has_control(written)) return std::nullopt;
  if (written.find('\\') == std::string_view::npos) return std::string(written);
  std::string value;
  for (std::string_view rest = written; !rest.empty();) {
    const std::size_t plain = std::min(rest.find('\\'), rest.size());
    value += rest.substr(0, plain);
    rest.remove_prefix(plain);
    if (rest.empty()) break;
    const auto code = take_escape(rest);
    if (!code) return std::nullopt;
    append_utf8(value, *code);
  }
  return escape_value(value) == written ? std::optional(std::move(value)) : std::nullopt;
}

}  // namespace sihu
