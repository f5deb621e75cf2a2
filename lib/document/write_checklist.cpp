#include "base/utf8.hpp"
#include "document/checklist_parts.hpp"
#include "gate/plain.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

// Characters that YAML readers may take for line ends, or drop, unless they are written as escapes.
bool needs_escape(char32_t code) {
  return is_control(code) || code == 0x2028 || code == 0x2029 || code == 0xfeff ||
         (code & 0xfffe) == 0xfffe;
}

std::string quoted_or_both(const Phrase& text) {
  if (text.zh == text.en) return write_quoted(text.zh);
  return "{zh: " + write_quoted(text.zh) + ", en: " + write_quoted(text.en) + "}";
}

std::string list_of(const std::vector<Phrase>& texts) {
  std::string line;
  for (const Phrase& text : texts) line += (line.empty() ? "" : ", ") + quoted_or_both(text);
  return "[" + line + "]";
}

std::string list_of(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : ", ") + write_quoted(word);
  return "[" + line + "]";
}

// One key a line, at one depth; what is empty is left out.
class Lines {
 public:
  explicit Lines(std::string indent) : indent_(std::move(indent)) {}

  void put(std::string_view key, const std::string& value) {
    text_ +=
        fmt::format("{}{}: {}\n", text_.empty() && !first_.empty() ? first_ : indent_, key, value);
  }
  void text(std::string_view key, const Phrase& value) {
    if (!value.empty()) put(key, quoted_or_both(value));
  }
  void word(std::string_view key, const std::string& value) {
    if (!value.empty()) put(key, write_quoted(value));
  }
  void texts(std::string_view key, const std::vector<Phrase>& values) {
    if (!values.empty()) put(key, list_of(values));
  }
  void begin_with(std::string first) { first_ = std::move(first); }
  const std::string& str() const { return text_; }

 private:
  std::string indent_;
  std::string first_;
  std::string text_;
};

std::string write_status(SourceStatus status) {
  return status == SourceStatus::none ? std::string() : std::string(to_string(status));
}

std::string write_basis(const Item& item) {
  std::string lines;
  for (const Basis& basis : item.basis) {
    std::string one = "law: " + write_quoted(basis.law);
    if (!basis.article.empty()) one += ", article: " + quoted_or_both(basis.article);
    if (basis.status != SourceStatus::none) one += ", status: " + write_status(basis.status);
    lines += "\n      - {" + one + "}";
  }
  return lines;
}

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

std::string write_valid(const Item& item) {
  std::string one;
  if (item.valid_from) one = "from: " + write_quoted(to_string(*item.valid_from));
  if (item.valid_until)
    one += (one.empty() ? "" : ", ") + ("until: " + write_quoted(to_string(*item.valid_until)));
  return "{" + one + "}";
}

void write_scope(const Item& item, Lines& lines) {
  lines.put("severity", std::string(to_string(item.severity)));
  if (item.due) lines.put("due", to_string(*item.due));
  lines.texts("evidence", item.evidence);
  if (item.evidence_required) lines.put("evidence-required", "true");
  if (!item.applies_to.empty()) lines.put("applies-to", list_of(item.applies_to));
  if (item.valid_from || item.valid_until) lines.put("valid", write_valid(item));
  if (item.veto) lines.put("veto", "fail-all");
  if (!item.rectify.empty()) lines.put("rectify", item.rectify);
}

std::string write_item(const Item& item) {
  Lines lines("    ");
  lines.begin_with("  - ");
  lines.word("id", item.id);
  lines.word("area", item.area);
  lines.text("title", item.title);
  lines.text("standard", item.standard);
  lines.texts("method", item.method);
  if (!item.basis.empty()) lines.put("basis", write_basis(item));
  if (item.status != SourceStatus::none) lines.put("status", write_status(item.status));
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

std::string write_laws(const std::vector<Law>& laws) {
  std::string text;
  for (const Law& law : laws) {
    Lines lines("    ");
    lines.text("title", law.title);
    lines.word("issued", law.issued);
    if (law.valid_from) lines.word("valid-from", to_string(*law.valid_from));
    lines.text("note", law.note);
    text += "\n  " + write_quoted(law.code) + ":\n" + lines.str();
    text.pop_back();
  }
  return text;
}

std::string write_areas(const std::vector<Area>& areas) {
  std::string lines;
  for (const Area& area : areas)
    lines += fmt::format("\n  - {{id: {}, title: {}, points: {}}}", write_quoted(area.id),
                         quoted_or_both(area.title), area.points.shortest());
  return lines;
}

}  // namespace

std::string write_quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code == '"' || code == '\\')
      out += {'\\', static_cast<char>(code)};
    else if (code == '\n')
      out += "\\n";
    else if (code == '\t')
      out += "\\t";
    else if (code == '\r')
      out += "\\r";
    else if (needs_escape(code))
      out += code > 0xffff ? fmt::format("\\U{:08x}", static_cast<unsigned>(code))
                           : fmt::format("\\u{:04x}", static_cast<unsigned>(code));
    else
      append_utf8(out, code);
  }
  return out + '"';
}

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
  Lines lines("");
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
