#include "wording/render.hpp"

#include "base/utf8.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <map>

namespace sihu {
namespace {

// The first `count` characters of `text`.
std::string_view characters(std::string_view text, int count) {
  std::size_t at = 0;
  for (int i = 0; i < count && at < text.size(); ++i) next_code_point(text, at);
  return text.substr(0, at);
}

std::string render_excerpt(const Fault& fault) {
  const std::string_view before = characters(fault.excerpt, fault.place.column - 1);
  const std::string_view marked =
      characters(std::string_view(fault.excerpt).substr(before.size()), std::max(1, fault.width));
  const int indent = display_width(visible(before));
  const int carets = std::max(1, display_width(visible(marked)));
  return fmt::format("{:>5} | {}\n{:>5} | {:{}}{:^>{}}\n", fault.place.line, visible(fault.excerpt),
                     "", "", indent, "", carets);
}

}  // namespace

std::string render(const Fault& fault, Lang lang) {
  std::string text;
  const std::string place = to_string(fault.place);
  if (!place.empty()) text += visible(place) + ": ";
  if (fault.warning) text += say(lang, Text{"提醒：", "warning: "});
  text += visible(fault.what.in(lang));
  if (!fault.name.empty()) text += " [" + fault.name + "]";
  text += '\n';
  if (!fault.excerpt.empty() && fault.place.column > 0) text += render_excerpt(fault);
  if (!fault.hint.empty())
    text += say(lang, Text{"提示：{0}\n", "hint: {0}\n"}, visible(fault.hint.in(lang)));
  return text;
}

std::string render_some(const std::vector<Fault>& warnings, Lang lang) {
  constexpr std::size_t shown_of_each = 3;
  std::map<std::string, std::size_t> seen;
  std::string text;
  for (const Fault& warning : warnings)
    if (++seen[warning.name] <= shown_of_each) text += render(warning, lang);
  for (const auto& [name, count] : seen)
    if (count > shown_of_each)
      text += phrase(Text{"这样的提醒还有 {0} 处 [{1}]，sihu lint 全部列出",
                          "{0} more like this [{1}], sihu lint shows them all"},
                     count - shown_of_each, name)
                  .in(lang) +
              "\n";
  return text;
}

}  // namespace sihu
