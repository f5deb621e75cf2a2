#include "wording/letters.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <stdexcept>
#include <vector>

namespace sihu {
namespace {

bool is_letter(utf8proc_int32_t code) {
  const auto category = utf8proc_category(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
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

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const utf8proc_int32_t code : folded(text))
    if (is_letter(code)) append_utf8(letters, static_cast<char32_t>(code));
  return letters;
}

}  // namespace sihu
