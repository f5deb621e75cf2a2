#include "wording/letters.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace sihu {
namespace {

// Categories stand in a row: letters, marks upon letters, then numbers.
std::string of_categories(const std::vector<utf8proc_int32_t>& codes, utf8proc_category_t last) {
  std::string kept;
  for (const utf8proc_int32_t code : codes) {
    const auto category = utf8proc_category(code);
    if (category >= UTF8PROC_CATEGORY_LU && category <= last)
      append_utf8(kept, static_cast<char32_t>(code));
  }
  return kept;
}

bool is_digit(const std::vector<utf8proc_int32_t>& codes, std::size_t at) {
  return at < codes.size() && utf8proc_category(codes[at]) == UTF8PROC_CATEGORY_ND;
}

// Letters and digits, and the signs that make a number another one: before it, within it, behind.
bool is_kept(const std::vector<utf8proc_int32_t>& codes, std::size_t at) {
  const auto category = utf8proc_category(codes[at]);
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO) return true;
  const bool behind_digit = at > 0 && is_digit(codes, at - 1);
  const bool before_digit =
      is_digit(codes, at + 1) ||
      (at + 2 < codes.size() && codes[at + 1] == ' ' && is_digit(codes, at + 2));
  if (category == UTF8PROC_CATEGORY_SM || category == UTF8PROC_CATEGORY_SC) return true;
  if (category == UTF8PROC_CATEGORY_PD) return before_digit;
  constexpr std::u32string_view within = U".,:/";
  constexpr std::u32string_view behind = U"%‰°!";
  const auto code = static_cast<char32_t>(codes[at]);
  const bool begins = code == U'.' && (at == 0 || codes[at - 1] == ' ');
  if (code == U'^') return before_digit;
  return (before_digit && (behind_digit || begins) && within.find(code) != within.npos) ||
         (behind_digit && behind.find(code) != behind.npos);
}

// Compatible forms (full-width, ligatures) and capitals replaced, accents apart from their letters.
std::vector<utf8proc_int32_t> folded(std::string_view text) {
  constexpr auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = static_cast<utf8proc_ssize_t>(text.size());
  const auto count = utf8proc_decompose(bytes, size, nullptr, 0, options);
  if (count < 0) throw std::invalid_argument("letters_of: not UTF-8");
  std::vector<utf8proc_int32_t> codes(static_cast<std::size_t>(count));
  utf8proc_decompose(bytes, size, codes.data(), count, options);
  return codes;
}

enum class Level { plain, raised, lowered };

Level level_of(char32_t code) {
  const auto type = utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->decomp_type;
  if (type == UTF8PROC_DECOMP_TYPE_SUPER) return Level::raised;
  return type == UTF8PROC_DECOMP_TYPE_SUB ? Level::lowered : Level::plain;
}

bool is_number(char32_t code) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category == UTF8PROC_CATEGORY_ND || category == UTF8PROC_CATEGORY_NO;
}

// Folding puts raised and lowered digits on the line, where 2⁵ would be 25 and log₂5 log25: what is
// raised is written as a power, and digits of two levels are kept apart.
std::string on_one_line(std::string_view text) {
  std::string line;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const Level level = level_of(code);
    const bool changes = level != level_of(before);
    if (changes && level == Level::raised)
      line += '^';
    else if (changes && is_number(code) && is_number(before))
      line += '|';
    append_utf8(line, code);
    before = code;
  }
  return line;
}

// What stands with its own kind in one word: letters of alphabets and digits; Chinese numerals.
enum class Run { none, letters, numerals };

Run run_of(char32_t code) {
  constexpr char32_t end_of_alphabets = 0x590;
  constexpr std::u32string_view numerals = U"〇零一二两三四五六七八九十百千万";
  if (code < end_of_alphabets) return Run::letters;
  return numerals.find(code) == numerals.npos ? Run::none : Run::numerals;
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  Run before = Run::none;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const Run run = run_of(code);
    if (run == Run::none || run != before) words.emplace_back();
    append_utf8(words.back(), code);
    before = run;
  }
}

}  // namespace

std::string letters_of(std::string_view text) {
  return of_categories(folded(text), UTF8PROC_CATEGORY_ME);
}

std::string letters_and_digits_of(std::string_view text) {
  const std::vector<utf8proc_int32_t> codes = folded(on_one_line(text));
  std::vector<utf8proc_int32_t> kept;
  for (std::size_t i = 0; i < codes.size(); ++i)
    if (is_kept(codes, i)) kept.push_back(codes[i]);
  std::string all;
  for (const utf8proc_int32_t code : kept) append_utf8(all, static_cast<char32_t>(code));
  return all;
}

std::vector<std::string> words_compared(std::string_view text) {
  constexpr std::string_view blanks = " \t\n\r";
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(blanks); at != text.npos;
       at = text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    add_words(letters_and_digits_of(text.substr(at, end - at)), words);
    at = end;
  }
  return words;
}

}  // namespace sihu
