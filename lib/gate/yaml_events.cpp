#include "gate/yaml_events.hpp"

#include "base/utf8.hpp"

#include <yaml.h>

#include <set>

namespace sihu {
namespace {

class Parser {
 public:
  explicit Parser(std::string_view text) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  bool next(yaml_event_t& event) { return yaml_parser_parse(&parser_, &event) != 0; }
  const yaml_parser_t& state() const { return parser_; }

 private:
  yaml_parser_t parser_{};
};

struct YamlEvent {
  yaml_event_t raw{};
  YamlEvent() = default;
  ~YamlEvent() { yaml_event_delete(&raw); }
  YamlEvent(const YamlEvent&) = delete;
  YamlEvent& operator=(const YamlEvent&) = delete;
};

std::string_view view(const yaml_char_t* text) {
  return text ? reinterpret_cast<const char*>(text) : "";
}

std::string_view view(const char* text) {
  return text ? text : "";
}

// Follows the events of one text.
class Follower {
 public:
  Follower(const Source& source, Tree& tree) : source_(source), tree_(tree) {}

  bool run() {
    Parser parser(source_.text());
    for (;;) {
      YamlEvent event;
      if (!parser.next(event.raw)) return stop_at_error(parser.state());
      if (event.raw.type == YAML_STREAM_END_EVENT) return true;
      if (!take(event.raw)) return false;
    }
  }

 private:
  Place place(const yaml_mark_t& mark) const {
    return {source_.name(), static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
  }

  bool stop_at_error(const yaml_parser_t& parser) {
    if (parser.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    tree_.add(explain_syntax(source_, {view(parser.problem), place(parser.problem_mark),
                                       view(parser.context), place(parser.context_mark)}));
    return false;
  }

  bool take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        return document(event);
      case YAML_ALIAS_EVENT:
        return alias(event);
      case YAML_SCALAR_EVENT:
        return scalar(event);
      case YAML_SEQUENCE_START_EVENT:
        refuse_properties(event, event.data.sequence_start.anchor, event.data.sequence_start.tag);
        return tree_.begin(opening(event, Node::Type::sequence));
      case YAML_MAPPING_START_EVENT:
        refuse_properties(event, event.data.mapping_start.anchor, event.data.mapping_start.tag);
        return tree_.begin(opening(event, Node::Type::map));
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        tree_.end();
        return true;
      default:
        return true;
    }
  }

  bool document(const yaml_event_t& event) {
    if (++documents_ == 1) return true;
    tree_.add(
        source_.fault(place(event.start_mark), 3, "second-document",
                      phrase(Text{"一个文件只能有一个 YAML 文档，这里开始了第二个",
                                  "a file holds one YAML document, a second one begins here"})));
    return false;
  }

  bool alias(const yaml_event_t& event) {
    const std::string written = "*" + std::string(view(event.data.alias.anchor));
    Node node = opening(event, Node::Type::scalar);
    node.width = width_of(event);
    node.text = written;
    // A bomb of aliases is one mistake for each of them, not a wall.
    if (refused_.insert(written).second)
      tree_.add(
          source_.fault(node.place, node.width, "alias",
                        phrase(Text{"不支持引用 {0}", "aliases are not supported: {0}"}, written),
                        phrase(Text{"把内容写在这里；若是文字，加引号",
                                    "write the value out; if it is a text, quote it"})));
    return tree_.value(std::move(node));
  }

  bool scalar(const yaml_event_t& event) {
    const auto& data = event.data.scalar;
    refuse_properties(event, data.anchor, data.tag);
    Node node = opening(event, Node::Type::scalar);
    node.width = width_of(event);
    node.quoted = data.style != YAML_PLAIN_SCALAR_STYLE;
    node.text.assign(reinterpret_cast<const char*>(data.value), data.length);
    if (!node.quoted && is_null_text(node.text)) node.type = Node::Type::null;
    return tree_.value(std::move(node));
  }

  static bool is_null_text(std::string_view text) {
    return text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL";
  }

  // libyaml writes `!!str` out.
  static std::string as_written(std::string_view tag) {
    static constexpr std::string_view core = "tag:yaml.org,2002:";
    if (!tag.starts_with(core)) return std::string(tag);
    return "!!" + std::string(tag.substr(core.size()));
  }

  void refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor,
                         const yaml_char_t* tag) {
    if (anchor)
      tree_.add(source_.fault(
          place(event.start_mark), 1, "anchor",
          phrase(Text{"不支持锚点 &{0}", "anchors are not supported: &{0}"}, view(anchor)),
          phrase(Text{"删去它；若是文字，加引号", "delete it; if it is a text, quote it"})));
    if (tag)
      tree_.add(source_.fault(
          place(event.start_mark), 1, "tag",
          phrase(Text{"不支持类型标签 {0}", "tags are not supported: {0}"}, as_written(view(tag))),
          phrase(Text{"删去它；若是文字，加引号", "delete it; if it is a text, quote it"})));
  }

  Node opening(const yaml_event_t& event, Node::Type type) const {
    Node node;
    node.type = type;
    node.place = place(event.start_mark);
    return node;
  }

  // A text over several lines is underlined to the end of its first.
  int width_of(const yaml_event_t& event) const {
    const yaml_mark_t& start = event.start_mark;
    const yaml_mark_t& end = event.end_mark;
    if (start.line == end.line) return std::max(1, static_cast<int>(end.column - start.column));
    const auto line = count_code_points(source_.line(static_cast<int>(start.line) + 1));
    return std::max(1, static_cast<int>(line) - static_cast<int>(start.column));
  }

  const Source& source_;
  Tree& tree_;
  int documents_ = 0;
  std::set<std::string> refused_;  // aliases that were complained about
};

}  // namespace

bool follow_events(const Source& source, Tree& tree) {
  return Follower(source, tree).run();
}

}  // namespace sihu
