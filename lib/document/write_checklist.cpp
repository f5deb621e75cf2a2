#include "document/checklist_parts.hpp"
#include "document/yaml_lines.hpp"
#include "gate/plain.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

std::string write_rules(const Item& item) {
  std::string lines;
  for (const DeductRule& rule : item.deduct) {
    std::string one = fmt::format("id: {}, when: {}, each: {}", write_quoted(rule.id),
                                  quoted_or_both(rule.when), rule.each.shortest());
    if (rule.most) one += ", most: " + rule.most->shortest();
    if (!rule.per.empty()) one += ", per: " + quoted_or_both(rule.per);
    lines += "\n      - {" + one + "}";
  }
  return lines;
}

std::string write_target(const Target& target) {
  std::string one;
  const auto add = [&one](const std::string& part) { one += (one.empty() ? "" : ", ") + part; };
  if (target.at_least) add("at-least: " + target.at_least->shortest());
  if (target.at_most) add("at-most: " + target.at_most->shortest());
  if (target.proportional) add("proportional: true");
  if (!target.unit.empty()) add("unit: " + quoted_or_both(target.unit));
  return "{" + one + "}";
}

void write_scope(const Item& item, YamlLines& lines) {
  lines.put("severity", std::string(to_string(item.severity)));
  if (item.due) lines.put("due", to_string(*item.due));
  lines.texts("evidence", item.evidence);
  if (item.evidence_required) lines.put("evidence-required", "true");
  if (!item.applies_to.empty()) lines.put("applies-to", list_of(item.applies_to));
  if (item.valid_from || item.valid_until)
    lines.put("valid", write_valid(item.valid_from, item.valid_until));
  if (item.veto) lines.put("veto", "fail-all");
  if (!item.rectify.empty()) lines.put("rectify", item.rectify);
}

std::string write_item(const Item& item) {
  YamlLines lines("    ");
  lines.begin_with("  - ");
  lines.word("id", item.id);
  lines.word("area", item.area);
  lines.text("title", item.title);
  lines.text("standard", item.standard);
  lines.texts("method", item.method);
  if (!item.basis.empty()) lines.put("basis", write_basis(item.basis));
  if (item.status != SourceStatus::none) lines.put("status", std::string(to_string(item.status)));
  lines.text("local-part", item.local_part);
  lines.text("note", item.note);
  lines.texts("readings", item.readings);
  lines.put("points", item.points.shortest());
  if (!item.deduct.empty()) lines.put("deduct", write_rules(item));
  lines.texts("zero-if", item.zero_if);
  if (item.target) lines.put("target", write_target(*item.target));
  if (item.computed) lines.put("computed", item.computed_rule);
  write_scope(item, lines);
  return lines.str();
}

std::string write_areas(const std::vector<Area>& areas) {
  std::string lines;
  for (const Area& area : areas)
    lines += fmt::format("\n  - {{id: {}, title: {}, points: {}}}", write_quoted(area.id),
                         quoted_or_both(area.title), area.points.shortest());
  return lines;
}

}  // namespace

std::string write_flow(const Node& node) {
  std::string out;
  switch (node.type) {
    case Node::Type::null:
      return "null";
    case Node::Type::scalar:
      // A plain text may hold what ends a value between brackets.
      return node.quoted || plain_kind(node.text) == PlainKind::text ? write_quoted(node.text)
                                                                     : node.text;
    case Node::Type::sequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + write_flow(item);
      return "[" + out + "]";
    case Node::Type::map:
      for (const auto& [key, value] : node.entries)
        out += (out.empty() ? "" : ", ") + write_quoted(key.text) + ": " + write_flow(value);
      return "{" + out + "}";
  }
  return out;
}

std::string write_checklist(const Checklist& checklist) {
  YamlLines lines("");
  lines.word("checklist", checklist.id);
  lines.word("version", checklist.version);
  lines.text("title", checklist.title);
  if (!checklist.full.is_zero()) lines.put("full", checklist.full.shortest());
  lines.text("notes", checklist.notes);
  if (!checklist.laws.empty()) lines.put("laws", write_laws(checklist.laws));
  if (!checklist.areas.empty()) lines.put("areas", write_areas(checklist.areas));
  if (!checklist.retired.empty()) lines.put("retired", list_of(checklist.retired));
  std::string text = lines.str() + "items:\n";
  for (const Item& item : checklist.items) text += write_item(item);
  return text;
}

}  // namespace sihu
