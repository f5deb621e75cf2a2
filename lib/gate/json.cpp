#include "gate/json.hpp"

#include "base/utf8.hpp"
#include "gate/encoding.hpp"
#include "gate/tree.hpp"

#include <rapidjson/reader.h>

namespace sihu {
namespace {

constexpr std::size_t most_bytes = std::size_t{16} << 20;

// A stream of our own: RapidJSON copies its own ones, and then handlers do not see where they are.
class TextStream {
 public:
  using Ch = char;

  explicit TextStream(std::string_view text) : text_(text) {}

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  char Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }
  // Only called when parsing in place.
  char* PutBegin() { return nullptr; }
  void Put(char) {}
  void Flush() {}
  std::size_t PutEnd(char*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

class Handler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Handler> {
 public:
  Handler(const Source& source, const TextStream& stream, Tree& tree)
      : source_(source), stream_(stream), tree_(tree), places_(source) {}

  bool Null() { return tree_.value(token(Node::Type::null, "null", false)); }
  bool Bool(bool value) {
    return tree_.value(token(Node::Type::scalar, value ? "true" : "false", false));
  }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return tree_.value(token(Node::Type::scalar, std::string_view(text, size), false));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    return tree_.value(token(Node::Type::scalar, std::string_view(text, size), true));
  }
  bool Key(const char* text, rapidjson::SizeType size, bool copy) {
    return String(text, size, copy);
  }
  bool StartObject() { return tree_.begin(token(Node::Type::map, "", false)); }
  bool StartArray() { return tree_.begin(token(Node::Type::sequence, "", false)); }
  bool EndObject(rapidjson::SizeType) { return end(); }
  bool EndArray(rapidjson::SizeType) { return end(); }

 private:
  // What was just read: it began behind the one before, blanks and separators between them.
  Node token(Node::Type type, std::string_view text, bool quoted) {
    const std::size_t start =
        std::min(source_.text().find_first_not_of(" \t\r\n,:", last_end_), stream_.Tell());
    last_end_ = stream_.Tell();
    Node node;
    node.type = type;
    node.place = places_.at(start);
    node.width =
        static_cast<int>(count_code_points(source_.text().substr(start, last_end_ - start)));
    node.text = text;
    node.quoted = quoted;
    return node;
  }

  bool end() {
    last_end_ = stream_.Tell();
    tree_.end();
    return true;
  }

  const Source& source_;
  const TextStream& stream_;
  Tree& tree_;
  ForwardPlaces places_;
  std::size_t last_end_ = 0;
};

Phrase explain(rapidjson::ParseErrorCode code, char at) {
  using namespace rapidjson;
  if (at == '\n' || at == '\t' || at == '\r')
    if (code == kParseErrorStringEscapeInvalid)
      return phrase(Text{"双引号里不能直接换行或用制表符；引号可能没有闭合",
                         "no line feed or tab may stand in quotes; perhaps they are not closed"});
  if (code == kParseErrorValueInvalid && (at == ']' || at == '}'))
    return phrase(Text{"前面多了一个逗号", "there is a comma too many before this"});
  switch (code) {
    case kParseErrorDocumentEmpty:
      return phrase(Text{"文件是空的", "the file is empty"});
    case kParseErrorDocumentRootNotSingular:
      return phrase(Text{"值已结束，后面还有文字", "there is text behind the end of the value"});
    case kParseErrorValueInvalid:
      return phrase(Text{"此处应有一个值：文字、数字、true、false、null、[ 或 {{",
                         "expected a value: a text, a number, true, false, null, [ or {{"});
    case kParseErrorObjectMissName:
      return phrase(Text{"此处应为双引号里的键", "expected a key in double quotes"});
    case kParseErrorObjectMissColon:
      return phrase(Text{"键后面应为半角冒号", "expected a colon behind the key"});
    case kParseErrorObjectMissCommaOrCurlyBracket:
      return phrase(Text{"此处应为逗号或 }}", "expected a comma or }}"});
    case kParseErrorArrayMissCommaOrSquareBracket:
      return phrase(Text{"此处应为逗号或 ]", "expected a comma or ]"});
    case kParseErrorStringMissQuotationMark:
      return phrase(Text{"双引号没有闭合", "this quote is never closed"});
    case kParseErrorStringEscapeInvalid:
      return phrase(Text{"反斜杠后面不是已知的转义字符", "no known escape behind the backslash"});
    case kParseErrorStringUnicodeEscapeInvalidHex:
    case kParseErrorStringUnicodeSurrogateInvalid:
      return phrase(Text{"\\u 后面不是一个字符的编码", "there is no character behind \\u"});
    case kParseErrorStringInvalidEncoding:
      return phrase(Text{"双引号里不能换行或有控制字符",
                         "no line feed or control character may stand in quotes"});
    default:
      return phrase(Text{"数字写法有误", "this is no number in JSON"});
  }
}

Fault syntax_fault(const Source& source, const rapidjson::ParseResult& outcome) {
  const std::size_t at = std::min(outcome.Offset(), source.text().size());
  const char found = at < source.text().size() ? source.text()[at] : '\0';
  return source.fault(source.place(at), 1, "json-syntax", explain(outcome.Code(), found));
}

}  // namespace

std::optional<Node> read_json(const Source& source, std::vector<Fault>& faults) {
  if (source.text().size() > most_bytes) {
    faults.push_back(
        {{source.name(), 0, 0},
         "too-large",
         phrase(Text{"文件有 {0} 字节，最多 {1}", "the file has {0} bytes, at most {1} are read"},
                source.text().size(), std::size_t{most_bytes})});
    return std::nullopt;
  }
  if (auto unreadable = check_characters(source); !unreadable.empty()) {
    faults.insert(faults.end(), unreadable.begin(), unreadable.end());
    return std::nullopt;
  }
  TextStream stream(source.text());
  Tree tree(source);
  Handler handler(source, stream, tree);
  rapidjson::Reader reader;
  constexpr unsigned flags =
      rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;
  const auto outcome = reader.Parse<flags>(stream, handler);
  if (outcome.IsError() && outcome.Code() != rapidjson::kParseErrorTermination)
    tree.add(syntax_fault(source, outcome));
  faults.insert(faults.end(), tree.faults().begin(), tree.faults().end());
  if (outcome.IsError()) return std::nullopt;
  return tree.take();
}

Result<Node> read_json(std::string_view text, std::string_view name) {
  const Source source(without_bom(text), name);
  std::vector<Fault> faults;
  auto root = read_json(source, faults);
  if (!root || !faults.empty()) return fail(Kind::input, std::move(faults));
  return std::move(*root);
}

}  // namespace sihu
