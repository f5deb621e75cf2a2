#include "problem/problem_id.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sihu {
namespace {

constexpr std::size_t device_length = 6;

bool is_lower_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// Nine digits at most, so that it never overflows, and one spelling only.
std::optional<int> parse_serial(std::string_view text) {
  if (text.empty() || text.size() > 9 || text.front() == '0') return std::nullopt;
  int serial = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  if (error != std::errc{} || end != text.data() + text.size() || serial < 1) return std::nullopt;
  return serial;
}

// Cuts the last `-part` off `text`.
std::string_view take_last_part(std::string_view& text) {
  const std::size_t dash = text.rfind('-');
  if (dash == std::string_view::npos) return {};
  const std::string_view part = text.substr(dash + 1);
  text.remove_suffix(text.size() - dash);
  return part;
}

}  // namespace

std::optional<ProblemId> parse_problem_id(std::string_view id) {
  const auto serial = parse_serial(take_last_part(id));
  const std::string_view device = take_last_part(id);
  const std::size_t dash = id.find('-');
  if (!serial || device.size() != device_length || !std::ranges::all_of(device, is_lower_or_digit))
    return std::nullopt;
  const auto quarter = parse_short_quarter(id.substr(0, dash));
  if (!quarter || dash == std::string_view::npos || dash + 1 == id.size()) return std::nullopt;
  return ProblemId{*quarter, std::string(id.substr(dash + 1)), std::string(device), *serial};
}

bool is_of_branch(std::string_view id, std::string_view branch) {
  const std::size_t behind = id.find('-') + 1;
  if (behind == 0 || !id.substr(behind).starts_with(branch)) return false;
  const auto parts = parse_problem_id(id);
  return parts && parts->branch == branch;
}

std::string next_problem_id(const Ledger& ledger, Quarter quarter, std::string_view branch,
                            std::string_view device, int ahead) {
  int last = 0;
  for (const Entry& entry : ledger.entries) {
    if (entry.event.name != "problem.open") continue;
    const auto id = parse_problem_id(entry.event.subject);
    if (id && id->device == device) last = std::max(last, id->serial);
  }
  return fmt::format("{}-{}-{}-{}", to_short_string(quarter), branch, device, last + 1 + ahead);
}

}  // namespace sihu
