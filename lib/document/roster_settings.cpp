#include "document/roster_settings.hpp"

#include "document/organisation_parts.hpp"
#include "gate/encoding.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int most_members = 1'000'000;

void read_members(Reader& reader, const Node& node, const std::vector<Branch>& branches,
                  RosterSettings& into) {
  if (!node.is_map()) {
    reader.wrong_type(node, "members",
                      phrase(Text{"映射，如 {{zb03: 120}}", "a map, as {{zb03: 120}}"}));
    return;
  }
  std::vector<std::string> known;
  for (const Branch& branch : branches) known.push_back(branch.id);
  for (const auto& [key, value] : node.entries) {
    const auto members = reader.integer(value, "members", 1, most_members);
    if (!known.empty() && std::ranges::find(known, key.text) == known.end())
      reader.unknown(key, "unknown-branch",
                     phrase(Text{"没有编号为 {0} 的支部", "there is no branch {0}"}, key.text),
                     known);
    else if (members)
      into.members[key.text] = *members;
  }
}

}  // namespace

void read_roster(Reader& reader, const Node& node, const std::vector<Branch>& branches,
                 RosterSettings& into) {
  const Keys keys(reader, node, "roster", {"members", "term", "notice", "exchange"});
  if (!keys) return;
  const auto span = [&](const Node& at, std::string_view key) {
    return read_span(reader, at, key);
  };
  if (const Node* members = keys.find("members")) read_members(reader, *members, branches, into);
  keys.read("term", into.term, span);
  keys.read("notice", into.notice, span);
  keys.read("exchange", into.exchange, span);
}

RosterSettings roster_settings(std::string_view organisation_text) {
  const Source source(without_bom(organisation_text), "sihu.yaml");
  Reader reader(source);
  RosterSettings settings;
  if (const auto root = reader.document())
    if (const Node* roster = root->find("roster")) read_roster(reader, *roster, {}, settings);
  return settings;
}

}  // namespace sihu
