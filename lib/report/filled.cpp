#include "report/filled.hpp"

#include "base/utf8.hpp"
#include "report/prose.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <kainjow/mustache.hpp>

namespace sihu {
namespace {

namespace mustache = kainjow::mustache;

mustache::data data_of(const Filling& filling) {
  mustache::data data{mustache::data::type::object};
  for (const auto& [name, text] : filling.texts)
    // A section about a text asks whether there is any.
    data.set(name, text.empty() ? mustache::data(false) : mustache::data(text));
  for (const auto& [name, holds] : filling.flags) data.set(name, mustache::data(holds));
  for (const auto& [name, list] : filling.lists) {
    mustache::data entries{mustache::data::type::list};
    for (const Filling& entry : list) entries << data_of(entry);
    data.set(name, std::move(entries));
  }
  return data;
}

Place place_at(std::string_view text, std::size_t at, std::string_view name) {
  const std::string_view before = text.substr(0, at);
  const std::size_t line_start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return {std::string(name), static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(count_code_points(before.substr(line_start))) + 1};
}

// What stands between the braces, without its sign and blanks; empty for comments.
std::string_view tag_name(std::string_view tag) {
  while (!tag.empty() && (tag.front() == ' ' || tag.front() == '\t')) tag.remove_prefix(1);
  if (tag.starts_with('!')) return {};
  if (!tag.empty() && std::string_view("#^/&{").find(tag.front()) != std::string_view::npos)
    tag.remove_prefix(1);
  while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
  while (!tag.empty() && (tag.back() == ' ' || tag.back() == '}')) tag.remove_suffix(1);
  return tag;
}

Fault unknown_name(const Place& place, std::string_view name,
                   const std::vector<std::string>& known) {
  const auto near = nearest(name, known);
  return {place, "unknown-name",
          phrase(Text{"模板里的名称 {0} 不存在", "the template has a name {0}, which there is not"},
                 in_brief(name)),
          near ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *near) : Phrase{}};
}

std::vector<Fault> unknown_names(std::string_view text, std::string_view name,
                                 const std::vector<std::string>& known) {
  std::vector<Fault> faults;
  for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{", at)) {
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) break;
    const std::string_view wanted = tag_name(text.substr(at + 2, end - at - 2));
    if (!wanted.empty() && std::ranges::find(known, wanted) == known.end())
      faults.push_back(unknown_name(place_at(text, at, name), wanted, known));
    at = end + 2;
  }
  return faults;
}

}  // namespace

bool Filling::has(const std::string& name) const {
  return texts.contains(name) || flags.contains(name) || lists.contains(name);
}

Result<std::string> filled(std::string_view text, std::string_view name, const Filling& filling,
                           const std::vector<std::string>& known) {
  auto faults = unknown_names(text, name, known);
  mustache::mustache whole{std::string(text)};
  if (!whole.is_valid())
    faults.push_back(
        {Place{std::string(name)}, "broken-template",
         phrase(
             Text{"模板不合 mustache 的写法：{0}", "the template is not well-formed mustache: {0}"},
             whole.error_message()),
         phrase(Text{"每个 {{{{#名称}}}} 要有 {{{{/名称}}}}，每个 {{{{ 要有 }}}}",
                     "each {{{{#name}}}} needs its {{{{/name}}}}, each {{{{ its }}}}"})});
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  whole.set_custom_escape(prose_text);
  return whole.render(data_of(filling));
}

}  // namespace sihu
