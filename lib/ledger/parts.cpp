#include "ledger/parts.hpp"

#include "base/utf8.hpp"

#include <charconv>

namespace sihu {
namespace {

// A number as it is written without a leading zero.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  if (digits.empty() || digits.size() > 6 || digits[0] < '1') return std::nullopt;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? std::optional(value)
                                                                      : std::nullopt;
}

}  // namespace

std::optional<Part> Part::parse(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto index = number(text.substr(0, slash));
  const auto size = number(text.substr(slash + 1));
  if (!index || !size || *size < 2 || *index > *size) return std::nullopt;
  return Part{*index, *size};
}

std::optional<Phrase> PartGroups::take(std::string_view part, std::size_t event,
                                       std::uint64_t offset) {
  if (part.empty()) {
    if (!open_) return std::nullopt;
    const Open before = *open_;
    open_.reset();
    return phrase(
        Text{"上一组应有 {0} 行，只有 {1} 行", "the group before has {1} of its {0} lines"},
        before.size, next_ - 1);
  }
  const auto parsed = Part::parse(part);
  if (!parsed)
    return phrase(
        Text{"应为 i/n，n 至少为 2，实际为“{0}”", "expected i/n with n at least 2, found \"{0}\""},
        visible(part));
  return follow(*parsed, event, offset);
}

std::optional<Phrase> PartGroups::follow(const Part& part, std::size_t event,
                                         std::uint64_t offset) {
  const int expected = open_ ? next_ : 1;
  const bool follows = part.index == expected && (!open_ || part.size == open_->size);
  const int size = open_ ? open_->size : part.size;
  if (part.index == 1) open_ = Open{part.size, event, offset};
  next_ = part.index + 1;
  if (!follows || part.index == part.size) open_.reset();
  if (follows) return std::nullopt;
  return phrase(Text{"应为 {0}/{1}，实际为 {2}/{3}", "expected {0}/{1}, found {2}/{3}"}, expected,
                size, part.index, part.size);
}

}  // namespace sihu
