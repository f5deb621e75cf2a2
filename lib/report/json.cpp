#include "base/utf8.hpp"
#include "report/renderers.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

void append_json_character(std::string& out, char32_t code, std::string_view bytes) {
  if (code == '"' || code == '\\')
    (out += '\\') += bytes;
  else if (code == '\n')
    out += "\\n";
  else if (code == '\t')
    out += "\\t";
  else if (code == '\r')
    out += "\\r";
  else if (visible(bytes) == bytes)
    out += bytes;
  else
    out += fmt::format("\\u{:04x}", static_cast<unsigned>(code));
}

void append_json_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t code = next_code_point(text, at);
    append_json_character(out, code, text.substr(start, at - start));
  }
}

std::string json_object(const Table& table, const std::vector<Value>& row, Lang lang) {
  std::string out = "{";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].in_data) continue;
    if (out.size() > 1) out += ',';
    out += json_string(table.columns[i].key) + ':' + json_value(row[i], lang);
  }
  return out + '}';
}

std::string json_array(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const std::string& text : list) {
    if (out.size() > 1) out += ',';
    out += json_string(text);
  }
  return out + ']';
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (const auto bad = find_invalid_utf8(text)) {
    append_json_text(out, text.substr(0, *bad));
    append_utf8(out, 0xfffd);
    text.remove_prefix(*bad + 1);
  }
  append_json_text(out, text);
  return out + '"';
}

std::string json_value(const Value& value, Lang lang) {
  if (std::holds_alternative<std::monostate>(value)) return "null";
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return json_array(*list);
  return json_string(text_for_programs(value, lang));
}

std::string render_json(const Table& table, const Look& look) {
  if (table.rows.empty()) return "[]\n";
  std::string out = "[";
  for (const auto& row : table.rows) {
    out += out.size() > 1 ? ",\n" : "\n";
    out += json_object(table, row, look.lang);
  }
  return out + "\n]\n";
}

std::string render_json_lines(const Table& table, const Look& look) {
  std::string out;
  for (const auto& row : table.rows) out += json_object(table, row, look.lang) + '\n';
  return out;
}

}  // namespace sihu
