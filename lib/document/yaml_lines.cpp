#include "document/yaml_lines.hpp"

#include "base/utf8.hpp"

#include <fmt/format.h>

namespace sihu {
namespace {

// Characters that YAML readers may take for line ends, or drop, unless they are written as escapes.
bool needs_escape(char32_t code) {
  return is_control(code) || code == 0x2028 || code == 0x2029 || code == 0xfeff ||
         (code & 0xfffe) == 0xfffe;
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

void YamlLines::put(std::string_view key, const std::string& value) {
  text_ +=
      fmt::format("{}{}: {}\n", text_.empty() && !first_.empty() ? first_ : indent_, key, value);
}

void YamlLines::text(std::string_view key, const Phrase& value) {
  if (!value.empty()) put(key, quoted_or_both(value));
}

void YamlLines::word(std::string_view key, const std::string& value) {
  if (!value.empty()) put(key, write_quoted(value));
}

void YamlLines::texts(std::string_view key, const std::vector<Phrase>& values) {
  if (!values.empty()) put(key, list_of(values));
}

std::string write_basis(const std::vector<Basis>& all) {
  std::string lines;
  for (const Basis& basis : all) {
    std::string one = "law: " + write_quoted(basis.law);
    if (!basis.article.empty()) one += ", article: " + quoted_or_both(basis.article);
    if (basis.status != SourceStatus::none)
      one += ", status: " + std::string(to_string(basis.status));
    lines += "\n      - {" + one + "}";
  }
  return lines;
}

std::string write_valid(const std::optional<Date>& from, const std::optional<Date>& until) {
  std::string one;
  if (from) one = "from: " + write_quoted(to_string(*from));
  if (until) one += (one.empty() ? "" : ", ") + ("until: " + write_quoted(to_string(*until)));
  return "{" + one + "}";
}

std::string write_laws(const std::vector<Law>& laws) {
  std::string text;
  for (const Law& law : laws) {
    YamlLines lines("    ");
    lines.text("title", law.title);
    lines.word("issued", law.issued);
    if (law.valid_from) lines.word("valid-from", to_string(*law.valid_from));
    lines.text("note", law.note);
    text += "\n  " + write_quoted(law.code) + ":\n" + lines.str();
    text.pop_back();
  }
  return text;
}

}  // namespace sihu
