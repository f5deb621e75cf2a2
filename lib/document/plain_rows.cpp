#include "document/plain_rows.hpp"

#include "gate/plain.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sihu {
namespace {

// Far below what the YAML reader takes, in bytes and in values, so that no limit is passed by.
constexpr std::size_t most_bytes = std::size_t{8} << 20;
constexpr std::size_t longest_id = 64;  // as everywhere
constexpr int column_of_row = 5;        // behind `  - `
constexpr std::string_view rows_line = "\nrows:\n";

bool take(std::string_view& line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  line.remove_prefix(word.size());
  return true;
}

// An id that YAML reads as a text.
std::optional<std::string> take_id(std::string_view& line) {
  const char quote = line.empty() ? ' ' : line.front();
  const bool quoted = quote == '"' || quote == '\'';
  if (quoted) line.remove_prefix(1);
  const std::size_t end =
      std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), line.size());
  std::string id(line.substr(0, end));
  line.remove_prefix(end);
  if (id.empty() || id.size() > longest_id || id.front() == '-') return std::nullopt;
  if (quoted) return take(line, {&quote, 1}) ? std::optional(std::move(id)) : std::nullopt;
  if (id == "null" || plain_kind(id) != PlainKind::text) return std::nullopt;
  return id;
}

std::optional<PlanRow> row_in(std::string_view line) {
  if (!take(line, "  - {mutual: ")) return std::nullopt;
  const std::size_t end = std::min(line.find(','), line.size());
  const auto mutual = parse_mutual(line.substr(0, end));
  line.remove_prefix(end);
  if (!mutual || !take(line, ", from: ")) return std::nullopt;
  auto from = take_id(line);
  if (!from || !take(line, ", to: ")) return std::nullopt;
  auto to = take_id(line);
  if (!to || line != "}") return std::nullopt;
  return PlanRow{*mutual, std::move(*from), std::move(*to)};
}

}  // namespace

std::optional<PlainRows> plain_rows(std::string_view text, std::string_view name) {
  const std::size_t found = text.find(rows_line);
  if (found == std::string_view::npos || text.size() > most_bytes) return std::nullopt;
  PlainRows plain{{}, std::string(text.substr(0, found)) + "\nrows: []\n"};
  const std::size_t begin = found + rows_line.size();
  int number = static_cast<int>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
  for (std::string_view left = text.substr(begin); !left.empty();) {
    const std::string_view line = left.substr(0, left.find('\n'));
    left.remove_prefix(std::min(left.size(), line.size() + 1));
    ++number;
    if (line.starts_with("  # ")) {
      plain.rest.append(line).append("\n");
      continue;
    }
    auto row = row_in(line);
    if (!row) return std::nullopt;
    row->place = {std::string(name), number, column_of_row};
    plain.rows.push_back(std::move(*row));
  }
  if (plain.rows.empty()) return std::nullopt;  // `rows:` without any is nothing, which is a fault
  return plain;
}

}  // namespace sihu
