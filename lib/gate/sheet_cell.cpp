#include "gate/sheet_cell.hpp"

namespace sihu {

std::string sheet_cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos)
    text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string without_sheet_guard(std::string text) {
  const bool guarded = text.size() > 1 && text[0] == '\'' &&
                       std::string_view("=+-@").find(text[1]) != std::string_view::npos;
  return guarded ? text.substr(1) : text;
}

std::string trimmed_cell(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

WrittenFormat guess_written_format(std::string_view name, std::string_view text) {
  const auto ends = [&](std::string_view ending) { return name.ends_with(ending); };
  if (ends(".csv") || ends(".CSV")) return WrittenFormat::csv;
  if (ends(".json") || ends(".JSON")) return WrittenFormat::json;
  if (ends(".yaml") || ends(".yml")) return WrittenFormat::yaml;
  const auto from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return WrittenFormat::yaml;
  if (text[from] == '{' || text[from] == '[') return WrittenFormat::json;
  const auto head = text.substr(from, text.find('\n', from) - from);
  const bool heading = head.find(',') != std::string_view::npos &&
                       head.find(':') == std::string_view::npos && head[0] != '-';
  return heading ? WrittenFormat::csv : WrittenFormat::yaml;
}

}  // namespace sihu
