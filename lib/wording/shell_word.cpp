#include "wording/shell_word.hpp"

#include <algorithm>

namespace sihu {
namespace {

bool is_plain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  const bool ascii = static_cast<unsigned char>(c) < 0x80;
  return letter || !ascii || std::string_view("/._-+,:@%").find(c) != std::string_view::npos;
}

}  // namespace

std::string single_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else
      out += c;
  }
  return out + "'";
}

std::string shell_word(std::string_view text) {
  const bool plain = !text.empty() && std::ranges::all_of(text, is_plain);
  return plain ? std::string(text) : single_quoted(text);
}

}  // namespace sihu
