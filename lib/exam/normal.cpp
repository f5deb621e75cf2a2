#include "exam/normal.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace sihu {
namespace {

// Full-width letters, digits and signs stand in the same order as ASCII, this far behind.
constexpr char32_t fullwidth_first = 0xff01;
constexpr char32_t fullwidth_last = 0xff5e;
constexpr char32_t fullwidth_shift = 0xfee0;

char32_t plain_twin(char32_t code) {
  if (code >= fullwidth_first && code <= fullwidth_last) code -= fullwidth_shift;
  if (code >= U'A' && code <= U'Z') return code + (U'a' - U'A');
  switch (code) {
    case U'。':
    case U'．':
    case U'｡':
      return U'.';
    case U'、':
      return U',';
    case U'“':
    case U'”':
      return U'"';
    case U'‘':
    case U'’':
      return U'\'';
    case U'—':
    case U'–':
    case U'−':
      return U'-';
    default:
      return code;
  }
}

}  // namespace

std::string normal_answer(std::string_view answer) {
  if (find_invalid_utf8(answer)) return std::string(answer);
  std::string normal;
  for (std::size_t at = 0; at < answer.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(answer, at);
    if (!is_blank(answer.substr(start, at - start))) append_utf8(normal, plain_twin(code));
  }
  if (normal.ends_with('.')) normal.pop_back();
  return normal;
}

bool accepts(const std::vector<std::string>& accepted, std::string_view answer) {
  const std::string given = normal_answer(answer);
  return !given.empty() && std::any_of(accepted.begin(), accepted.end(), [&](const auto& one) {
    return normal_answer(one) == given;
  });
}

}  // namespace sihu
