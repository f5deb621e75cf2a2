#include "report/table.hpp"

#include "base/utf8.hpp"
#include "report/renderers.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace sihu {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 9> formats{{
    {"table", Format::table},
    {"json", Format::json},
    {"jsonl", Format::jsonl},
    {"csv", Format::csv},
    {"tsv", Format::tsv},
    {"md", Format::md},
    {"html", Format::html},
    {"xlsx", Format::xlsx},
    {"ics", Format::ics},
}};

std::string joined(const std::vector<std::string>& list) {
  return fmt::format("{}", fmt::join(list, ";"));
}

// A program has to be able to take the list apart again, whatever people wrote into it.
std::string apart(const std::vector<std::string>& list) {
  std::string text;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) text += ';';
    for (const char c : list[i]) {
      if (c == ';' || c == '\\') text += '\\';
      text += c;
    }
  }
  return text;
}

}  // namespace

std::optional<Format> parse_format(std::string_view name) {
  for (const auto& [known, format] : formats)
    if (known == name) return format;
  return std::nullopt;
}

std::optional<Format> format_of_file(std::string_view file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view ending = file_name.substr(dot + 1);
  if (ending == "txt") return Format::table;
  return ending == "table" ? std::nullopt : parse_format(ending);
}

std::string render(const Table& table, Format format, const Look& look) {
  switch (format) {
    case Format::json:
      return render_json(table, look);
    case Format::jsonl:
      return render_json_lines(table, look);
    case Format::csv:
      return render_csv(table, look);
    case Format::tsv:
      return render_tsv(table, look);
    case Format::md:
      return render_markdown(table, look);
    case Format::html:
      return render_html(table, look);
    case Format::table:
    case Format::xlsx:
    case Format::ics:
      break;
  }
  return render_terminal(table, look);
}

std::string text_for_people(const Value& value, Lang lang) {
  if (const auto* coded = std::get_if<Coded>(&value)) return coded->words.in(lang);
  if (const auto* yes = std::get_if<bool>(&value))
    return say(lang, *yes ? Text{"是", "yes"} : Text{"否", "no"});
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return joined(*list);
  return text_for_programs(value, lang);
}

std::string text_for_programs(const Value& value, Lang lang) {
  struct Writer {
    Lang lang;
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Phrase& words) const { return words.in(lang); }
    std::string operator()(const Coded& coded) const { return coded.code; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Date date) const { return to_string(date); }
    std::string operator()(const std::vector<std::string>& list) const { return apart(list); }
    std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
  };
  return std::visit(Writer{lang}, value);
}

std::string visible_lines(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t end = text.find('\n');
    out += visible(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    out += '\n';
    text.remove_prefix(end + 1);
  }
}

}  // namespace sihu
