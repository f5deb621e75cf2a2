#include "ledger/grammar.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_id_character(char c) {
  return is_lower(c) || is_digit(c) || c == '-';
}
constexpr bool is_subject_character(char c) {
  return is_id_character(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '/' || c == ':' ||
         c == '+' || c == '~';
}
// Looked up, because every line of a large ledger has a long subject.
constexpr auto subject_characters = [] {
  std::array<bool, 256> found{};
  for (int c = 0; c < 128; ++c)
    found[static_cast<std::size_t>(c)] = is_subject_character(static_cast<char>(c));
  return found;
}();

constexpr bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f');
}

}  // namespace

bool is_ledger_id(std::string_view text) {
  return !text.empty() && text[0] != '-' && std::ranges::all_of(text, is_id_character);
}

bool is_ledger_person(std::string_view text) {
  return text == "-" || is_ledger_id(text);
}

bool is_event_name(std::string_view text) {
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
    if (!is_key(text.substr(0, dot))) return false;
    text.remove_prefix(dot + 1);
  }
  return is_key(text);
}

bool is_subject(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return subject_characters[static_cast<unsigned char>(c)];
  });
}

bool is_key(std::string_view text) {
  return !text.empty() && is_lower(text[0]) && std::ranges::all_of(text, is_id_character);
}

bool is_check(std::string_view text) {
  return text.size() == 16 && std::ranges::all_of(text, is_hex_digit);
}

bool is_device_id(std::string_view text) {
  return text.size() == 6 && std::ranges::all_of(text, [](char c) {
           return device_letters.find(c) != std::string_view::npos;
         });
}

}  // namespace sihu
