#include "snapshot/raw_line.hpp"

#include "ledger/escape.hpp"

namespace sihu {
namespace {

// The column that starts at `from`, moving `from` behind its tab; `end` where there is none.
std::string_view column(const char*& from, const char* end) {
  const auto* tab =
      static_cast<const char*>(std::memchr(from, '\t', static_cast<std::size_t>(end - from)));
  if (!tab) tab = end;
  const std::string_view text(from, static_cast<std::size_t>(tab - from));
  from = tab == end ? end : tab + 1;
  return text;
}

}  // namespace

bool raw_line::split_long_head(const char* from, const char* end, RawLine& raw) {
  raw.person = column(from, end);
  raw.name = column(from, end);
  raw.subject = column(from, end);
  raw.fields = between(from, end);
  return true;
}

std::string_view RawLine::field(std::string_view key) const {
  const char* from = fields.data();
  const char* const end = from + fields.size();
  while (from < end) {
    const std::string_view text = column(from, end);
    if (text.size() > key.size() && text[key.size()] == '=' && text.starts_with(key))
      return text.substr(key.size() + 1);
  }
  return {};
}

std::optional<RawLine> split_line(std::string_view line) {
  RawLine raw;
  return split_line(line, raw) ? std::optional(raw) : std::nullopt;
}

std::string unescaped_field(const RawLine& line, std::string_view key) {
  const std::string_view written = line.field(key);
  if (written.find('\\') == std::string_view::npos) return std::string(written);
  auto value = unescape_value(written);
  return value ? std::move(*value) : std::string(written);
}

}  // namespace sihu
