#include "ledger/signature.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {

std::string signed_message(std::string_view previous_check, std::string_view line) {
  return fmt::format("sihu line 1\n{}\n{}", previous_check, line);
}

std::optional<SignedLine> take_signature(std::string_view line) {
  // No value has a tab in it, so this can only be the field.
  constexpr std::string_view field = "\tsig=";
  const std::size_t from = line.find(field);
  if (from == std::string_view::npos) return std::nullopt;
  const std::size_t end = std::min(line.find('\t', from + 1), line.size());
  return SignedLine{fmt::format("{}{}", line.substr(0, from), line.substr(end)),
                    std::string(line.substr(from + field.size(), end - from - field.size()))};
}

}  // namespace sihu
