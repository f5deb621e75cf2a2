#include "document/organisation_parts.hpp"

namespace sihu {
namespace {

constexpr int most_taught = 100;
const Rational most_hours = 2000;

std::optional<Rational> read_hours(Reader& reader, const Node& node, std::string_view key) {
  auto hours = reader.not_negative(node, key);
  if (!hours || *hours <= most_hours) return hours;
  reader.fault(node, "out-of-range",
               phrase(Text{"一年至多 {0} 学时，实际是 {1}", "at most {0} hours a year, found {1}"},
                      most_hours.shortest(), hours->shortest()));
  return std::nullopt;
}

// What is not written beside others needs no hours, as with the weights of a quarter.
void read_hours_by_role(Reader& reader, const Node& node, LearnSettings& into) {
  const Keys keys(reader, node, "hours",
                  {"member", "secretary", "inspector", "leader", "committee"});
  if (!keys) return;
  into.hours.clear();
  for (const RoleName role : {RoleName::member, RoleName::secretary, RoleName::inspector,
                              RoleName::leader, RoleName::committee}) {
    if (!keys.find(to_string(role))) continue;
    keys.read(to_string(role), into.hours[role],
              [&](const Node& at, std::string_view key) { return read_hours(reader, at, key); });
  }
}

}  // namespace

std::optional<Span> read_span(Reader& reader, const Node& node, std::string_view key) {
  const auto span = node.is_scalar() ? Span::parse(node.text) : std::nullopt;
  if (!span)
    reader.wrong_type(node, key,
                      phrase(Text{"期限，如 6m、180d 或 1y", "a time such as 6m, 180d or 1y"}));
  return span;
}

void read_learn(Reader& reader, const Node& node, LearnSettings& into) {
  const Keys keys(reader, node, "learn", {"hours", "onboarding", "mentoring", "capacity"});
  if (const Node* hours = keys.find("hours")) read_hours_by_role(reader, *hours, into);
  const auto span = [&](const Node& at, std::string_view key) {
    return read_span(reader, at, key);
  };
  keys.read("onboarding", into.onboarding, span);
  keys.read("mentoring", into.mentoring, span);
  keys.read("capacity", into.capacity, [&](const Node& at, std::string_view key) {
    return reader.integer(at, key, 0, most_taught);
  });
}

}  // namespace sihu
