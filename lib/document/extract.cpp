#include "document/extract.hpp"

#include "document/reader.hpp"
#include "document/yaml_lines.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::string_view extract_key = "extract";
// What a branch works by. A section that is not named here stays at home, also one that some later
// version of sihu.yaml has.
constexpr std::array<std::string_view, 14> kept_keys{
    "sihu",    "organisation",  "language", "timezone", "calendars", "branches", "people",
    "quarter", "rectification", "signed",   "practice", "retention", "review",   "learn"};
constexpr std::array<std::string_view, 4> kept_of_others{"id", "branch", "roles", "keys"};

bool is_plain(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
  });
}

// On one line, meaning what it meant: what was in quotes stays a text, what was not a number.
std::string write_flow(const Node& node) {
  if (node.is_null()) return "~";
  if (node.is_scalar())
    return !node.quoted && is_plain(node.text) ? node.text : write_quoted(node.text);
  std::string text;
  const auto add = [&text](const std::string& one) { text += (text.empty() ? "" : ", ") + one; };
  for (const Node& item : node.items) add(write_flow(item));
  for (const NodeEntry& entry : node.entries)
    add(write_flow(entry.first) + ": " + write_flow(entry.second));
  return node.is_map() ? "{" + text + "}" : "[" + text + "]";
}

std::string text_under(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value && value->is_scalar() ? value->text : std::string();
}

// Somebody else, as far as lines need them.
Node without_name(const Node& person) {
  Node reduced = person;
  std::erase_if(reduced.entries, [](const NodeEntry& entry) {
    return std::ranges::find(kept_of_others, entry.first.text) == kept_of_others.end();
  });
  const Node* id = person.find("id");
  const Node* name = person.find("name");
  const auto key = std::ranges::find_if(
      person.entries, [&](const NodeEntry& entry) { return &entry.second == name; });
  if (id && key != person.entries.end())
    reduced.entries.insert(reduced.entries.begin() + 1, NodeEntry(key->first, *id));
  return reduced;
}

std::string write_people(const Node& people, const std::string& branch,
                         const std::set<std::string>& others) {
  std::string text;
  for (const Node& person : people.items) {
    const bool own = text_under(person, "branch") == branch;
    if (own || others.contains(text_under(person, "id")))
      text += "  - " + write_flow(own ? person : without_name(person)) + "\n";
  }
  return text.empty() ? " []\n" : "\n" + text;
}

std::string write_rows(const Node& rows) {
  std::string text = "\n";
  for (const Node& row : rows.items) text += "  - " + write_flow(row) + "\n";
  return text;
}

std::string write_entry(const NodeEntry& entry, const std::string& branch,
                        const std::set<std::string>& others) {
  const std::string& key = entry.first.text;
  if (std::ranges::find(kept_keys, key) == kept_keys.end()) return {};
  if (key == "people") return key + ":" + write_people(entry.second, branch, others);
  if (key == "branches") return key + ":" + write_rows(entry.second);
  return key + ": " + write_flow(entry.second) + "\n";
}

}  // namespace

std::string extract_branch(std::string_view organisation_text) {
  // Nearly every sihu.yaml is a whole one, and reading it takes long.
  if (organisation_text.find(extract_key) == std::string_view::npos) return {};
  const Source source(without_bom(organisation_text), "sihu.yaml");
  Reader reader(source);
  const auto root = reader.document();
  return root ? text_under(*root, extract_key) : std::string();
}

Result<std::string> extract_organisation(std::string_view text, std::string_view name,
                                         const std::string& branch,
                                         const std::set<std::string>& others) {
  const Source source(without_bom(text), name);
  Reader reader(source);
  const auto root = reader.document();
  if (!root || !reader.clean()) return fail(Kind::input, reader.take_faults());
  std::string out = "# yaml-language-server: $schema=schema/organisation.schema.json\n#\n";
  out += "# 只给 " + branch + " 的人用的工作区：没有别人的材料。做完拿回去 sihu merge。\n";
  out += "# for the people of " + branch +
         " alone, with nobody else's data: take it back with sihu merge when done.\n";
  out += std::string(extract_key) + ": " + write_quoted(branch) + "\n";
  for (const NodeEntry& entry : root->entries) out += write_entry(entry, branch, others);
  return out;
}

PlanFile extract_plan(const PlanFile& plan, std::string_view branch) {
  PlanFile extract;
  extract.quarter = plan.quarter;
  for (const PlanRow& row : plan.rows) {
    if (row.from != branch && row.to != branch) continue;
    extract.rows.push_back(row);
    extract.rows.back().note = {};  // says how well somebody else did
  }
  return extract;
}

}  // namespace sihu
