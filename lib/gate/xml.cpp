#include "gate/xml.hpp"

#include "base/utf8.hpp"
#include "gate/encoding.hpp"

#include <algorithm>
#include <optional>
#include <pugixml.hpp>

namespace sihu {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;
constexpr int deepest = 64;
constexpr std::size_t longest_entity = 10;  // `#x10ffff;` and nothing longer

std::vector<Fault> one_fault(const Source& source, std::size_t offset, std::string name,
                             Phrase what, Phrase hint = {}) {
  const std::size_t at = std::min(offset, source.text().size());
  return {source.fault(source.place(at), 1, std::move(name), std::move(what), std::move(hint))};
}

bool is_number(std::string_view text, bool hexadecimal) {
  const auto digit = [hexadecimal](char c) {
    return (c >= '0' && c <= '9') ||
           (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
  };
  return !text.empty() && std::ranges::all_of(text, digit);
}

// What stands between `&` and `;`: one of the five names, or a character that may be in a text.
bool is_entity(std::string_view name) {
  for (const std::string_view known : {"lt", "gt", "amp", "quot", "apos"})
    if (name == known) return true;
  if (!name.starts_with('#')) return false;
  const bool hexadecimal = name.starts_with("#x");
  const std::string digits(name.substr(hexadecimal ? 2 : 1));
  if (digits.size() > 7 || !is_number(digits, hexadecimal)) return false;
  const auto code = static_cast<char32_t>(std::stoul(digits, nullptr, hexadecimal ? 16 : 10));
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  return code == '\t' || code == '\n' || (!is_control(code) && !surrogate && code <= 0x10ffff);
}

// Behind a part of the text in which `&` and `<` mean nothing; `at` itself where there is none.
std::size_t behind_literal(std::string_view text, std::size_t at) {
  for (const auto& [begin, end] :
       {std::pair<std::string_view, std::string_view>{"<![CDATA[", "]]>"},
        {"<!--", "-->"},
        {"<?", "?>"}}) {
    if (!text.substr(at).starts_with(begin)) continue;
    const std::size_t found = text.find(end, at + begin.size());
    return found == std::string_view::npos ? text.size() : found + end.size();
  }
  return at;
}

// The library leaves a name it does not know as it was written, and passes over a document type.
std::vector<Fault> refuse_definitions(const Source& source) {
  const std::string_view text = source.text();
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos;
       at = text.find_first_of("<&", at)) {
    const std::size_t behind = behind_literal(text, at);
    if (behind != at) {
      at = behind;
      continue;
    }
    if (text.substr(at).starts_with("<!"))
      return one_fault(source, at, "document-type",
                       phrase(Text{"不接受 <!DOCTYPE> 这样的定义",
                                   "definitions such as <!DOCTYPE> are not accepted"}));
    const std::size_t end = text.substr(at + 1, longest_entity).find(';');
    if (text[at] == '&' && (end == std::string_view::npos || !is_entity(text.substr(at + 1, end))))
      return one_fault(source, at, "unknown-entity",
                       phrase(Text{"& 后面应是 lt、gt、amp、quot、apos 或字符编号，再加分号",
                                   "expected lt, gt, amp, quot, apos or the number of a character "
                                   "behind &, and a semicolon"}),
                       phrase(Text{"& 本身写作 &amp;", "& itself is written &amp;"}));
    ++at;
  }
  return {};
}

class XmlWalk {
 public:
  explicit XmlWalk(const Source& source) : source_(source), places_(source) {}

  // Nothing, with a fault, where elements nest too deeply.
  std::optional<XmlElement> element(const pugi::xml_node& node, int depth) {
    XmlElement made;
    made.name = node.name();
    made.place = places_.at(offset_of(node));
    if (depth > deepest) {
      faults_ =
          one_fault(source_, offset_of(node), "too-deep",
                    phrase(Text{"元素嵌套超过 {0} 层", "elements nest deeper than {0}"}, deepest));
      return std::nullopt;
    }
    for (const pugi::xml_attribute& attribute : node.attributes())
      made.attributes.emplace_back(attribute.name(), attribute.value());
    for (const pugi::xml_node& child : node.children()) {
      if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
        made.text += child.value();
      if (child.type() != pugi::node_element) continue;
      auto read = element(child, depth + 1);
      if (!read) return std::nullopt;
      made.children.push_back(std::move(*read));
    }
    return made;
  }

  std::vector<Fault> take_faults() { return std::move(faults_); }

 private:
  static std::size_t offset_of(const pugi::xml_node& node) {
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
  }

  const Source& source_;
  ForwardPlaces places_;
  std::vector<Fault> faults_;
};

Phrase what_is_wrong(pugi::xml_parse_status status) {
  switch (status) {
    case pugi::status_end_element_mismatch:
      return phrase(Text{"结束的元素不是开始的那个", "the end of another element than began"});
    case pugi::status_no_document_element:
      return phrase(Text{"文件里没有 XML", "there is no XML in this file"});
    case pugi::status_bad_attribute:
      return phrase(
          Text{"属性写得不对，应为 名=\"值\"", "expected an attribute as name=\"value\""});
    default:
      return phrase(Text{"这里不是合格的 XML", "this is not well-formed XML"});
  }
}

Result<pugi::xml_node> only_element(const Source& source, const pugi::xml_document& document) {
  pugi::xml_node root;
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_comment || node.type() == pugi::node_declaration) continue;
    if (node.type() == pugi::node_element && root.empty()) {
      root = node;
      continue;
    }
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    return fail(
        Kind::input,
        one_fault(source, offset, "beside-the-root",
                  phrase(Text{"最外面只能有一个元素",
                              "there may be one outermost element and nothing beside it"})));
  }
  return root;
}

}  // namespace

const XmlElement* XmlElement::find(std::string_view child) const {
  const auto found = std::ranges::find(children, child, &XmlElement::name);
  return found == children.end() ? nullptr : &*found;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

Result<XmlElement> read_xml(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  if (source.text().size() > most_bytes)
    return fail(Kind::input, {Fault{{source.name(), 0, 0},
                                    "too-large",
                                    phrase(Text{"XML 文件超过 16 MB", "more than 16 MB of XML"})}});
  if (auto faults = check_characters(source); !faults.empty())
    return fail(Kind::input, std::move(faults));
  if (auto faults = refuse_definitions(source); !faults.empty())
    return fail(Kind::input, std::move(faults));
  pugi::xml_document document;
  const auto parsed = document.load_buffer(
      source.text().data(), source.text().size(),
      pugi::parse_default | pugi::parse_comments | pugi::parse_fragment, pugi::encoding_utf8);
  if (!parsed)
    return fail(Kind::input, one_fault(source, static_cast<std::size_t>(parsed.offset), "not-xml",
                                       what_is_wrong(parsed.status)));
  const auto root = only_element(source, document);
  if (!root) return tl::unexpected(root.error());
  if (root->empty())
    return fail(Kind::input,
                one_fault(source, 0, "not-xml", what_is_wrong(pugi::status_no_document_element)));
  XmlWalk walk(source);
  auto element = walk.element(*root, 1);
  if (!element) return fail(Kind::input, walk.take_faults());
  return std::move(*element);
}

std::string xml_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

}  // namespace sihu
