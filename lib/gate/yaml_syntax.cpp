#include "base/utf8.hpp"
#include "gate/fullwidth.hpp"
#include "gate/yaml_events.hpp"

namespace sihu {
namespace {

struct Known {
  std::string_view problem;  // libyaml's words
  std::string_view context;  // begins with; empty: any
  const char* name;
  Text what;  // {0}: the line where the context began
  Text hint;
  bool at_context = false;  // where the mistake is, rather than where it was noticed
};

constexpr Text indentation{"检查缩进：同一层的键要对齐，只用空格",
                           "look at the indentation: keys of one level line up, with blanks only"};
constexpr Text quote_all{"整段文字加引号", "put the whole text in quotes"};

const Known table[] = {
    {"found unexpected end of stream",
     "while scanning a quoted",
     "unclosed-quote",
     {"引号没有闭合", "this quote is never closed"},
     {"在文字末尾补上同样的半角引号", "put the same quote at the end of the text"},
     true},
    {"found unexpected document indicator",
     "while scanning a quoted",
     "unclosed-quote",
     {"引号没有闭合", "this quote is never closed"},
     {"在文字末尾补上同样的半角引号", "put the same quote at the end of the text"},
     true},
    {"found unknown escape character",
     "",
     "unknown-escape",
     {"双引号内的反斜杠后面不是已知的转义字符",
      "a backslash in double quotes, and no known escape behind it"},
     {"改用单引号，或写成 \\\\", "use single quotes, or write \\\\"}},
    {"did not find expected ',' or ']'",
     "",
     "unclosed-bracket",
     {"第 {0} 行的 [ 没有闭合，或缺逗号", "the [ in line {0} is not closed, or a comma is missing"},
     {"用半角 , 和 ]", "use , and ]"}},
    {"did not find expected ',' or '}'",
     "",
     "unclosed-bracket",
     {"第 {0} 行的 {{ 没有闭合，或缺逗号",
      "the {{ in line {0} is not closed, or a comma is missing"},
     {"用半角 , 和 }}", "use , and }}"}},
    {"mapping values are not allowed in this context",
     "",
     "colon-in-text",
     {"此处不能再有冒号加空格", "there is a colon with a blank where none can be"},
     {"文字里有 : 时，整段文字加引号；并检查缩进",
      "a text with a colon needs quotes; look at the indentation too"}},
    {"could not find expected ':'",
     "",
     "no-colon",
     {"这一行应为“键: 值”", "this line should be `key: value`"},
     {"键后面用半角冒号加一个空格", "put a colon and a blank behind the key"},
     true},
    {"did not find expected key",
     "",
     "unexpected-text",
     {"此处应为下一个键（这一层从第 {0} 行开始）",
      "the next key was expected here (its map begins in line {0})"},
     {"检查缩进；文字里有引号时，整段文字加引号",
      "look at the indentation; a text with quotes inside needs quotes around it"}},
    {"did not find expected '-' indicator",
     "",
     "unexpected-text",
     {"此处应为下一个“- ”（列表从第 {0} 行开始）",
      "the next `- ` was expected here (the list begins in line {0})"},
     indentation},
    {"did not find expected <document start>",
     "",
     "text-behind-end",
     {"文档到此已结束，后面还有文字", "the document has ended, and there is more text behind it"},
     {"删去多余的文字，或检查缩进和括号", "delete it, or look at indentation and brackets"}},
    {"did not find expected node content",
     "",
     "unexpected-text",
     {"此处应有一个值", "a value was expected here"},
     quote_all},
    {"block sequence entries are not allowed in this context",
     "",
     "unexpected-text",
     {"此处不能用“- ”开始列表", "a list with `- ` cannot begin here"},
     {"把“- ”写在下一行", "put the `- ` on the next line"}},
    {"mapping keys are not allowed in this context",
     "",
     "unexpected-text",
     {"此处不能有键", "a key cannot stand here"},
     indentation},
    {"found a tab character that violates indentation",
     "",
     "tab",
     {"缩进用了制表符（Tab）", "a tab is used as indentation"},
     {"改用空格", "use blanks"}},
    {"found a tab character where an indentation space is expected",
     "",
     "tab",
     {"缩进用了制表符（Tab）", "a tab is used as indentation"},
     {"改用空格", "use blanks"}},
    {"",
     "while scanning a tag",
     "tag",
     {"不支持类型标签（!）", "tags (!) are not supported"},
     {"文字以 ! 开头时加引号", "a text that begins with ! needs quotes"},
     true},
    {"",
     "while parsing a tag",
     "tag",
     {"不支持类型标签（!）", "tags (!) are not supported"},
     {"文字以 ! 开头时加引号", "a text that begins with ! needs quotes"},
     true},
    {"",
     "while scanning an anchor",
     "anchor",
     {"值不能以 & 开头", "a value cannot begin with &"},
     quote_all,
     true},
    {"",
     "while scanning an alias",
     "alias",
     {"值不能以 * 开头", "a value cannot begin with *"},
     quote_all,
     true},
    {"",
     "while scanning a block scalar",
     "unexpected-text",
     {"块文字的 | 或 > 后面要换行", "the line ends behind the | or > of a block of text"},
     {"文字写在下一行，多缩进一层", "write the text on the next line, one level deeper"},
     true},
    {"",
     "while scanning a directive",
     "unexpected-text",
     {"行首的 % 另有含义", "a % at the start of a line means something else"},
     quote_all,
     true},
    {"found unexpected ':'",
     "",
     "no-value",
     {"冒号后面要有空格，再写值", "a blank belongs behind the colon, and then a value"},
     {"没有值时写 ''", "write '' where there is none"}},
    {"found undefined tag handle",
     "",
     "tag",
     {"不支持类型标签（!）", "tags (!) are not supported"},
     {"文字以 ! 开头时加引号", "a text that begins with ! needs quotes"}},
};

Fault unknown_start(const Source& source, const Place& at) {
  const std::string_view line = source.line(at.line);
  std::size_t from = 0;
  for (int i = 1; i < at.column && from < line.size(); ++i) next_code_point(line, from);
  if (from < line.size() && line[from] == '\t')
    return source.fault(at, 1, "tab",
                        phrase(Text{"缩进用了制表符（Tab）", "a tab is used as indentation"}),
                        phrase(Text{"改用空格", "use blanks"}));
  const std::string found(line.substr(from, 1));
  return source.fault(at, 1, "unexpected-text",
                      phrase(Text{"值不能以 {0} 开头", "a value cannot begin with {0}"}, found),
                      phrase(quote_all));
}

// `key:value`: the column of the colon, or 0. What may be an address or a time is none.
int find_tight_colon(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" -");
  if (start == std::string_view::npos) return 0;
  const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", start);
  if (end == std::string_view::npos || end == start || line[end] != ':') return 0;
  if (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '/') return 0;
  return static_cast<int>(end) + 1;
}

// The line where the mistake shows, or one just before it, has what `find` looks for.
std::optional<Place> near(const Source& source, const SyntaxError& error,
                          int (*find)(std::string_view)) {
  for (const int line : {error.context_at.line, error.at.line, error.at.line - 1}) {
    if (line < 1 || (line == error.context_at.line && error.context.empty())) continue;
    if (const int column = find(source.line(line))) return Place{source.name(), line, column};
  }
  return std::nullopt;
}

bool is_about_colon(std::string_view problem) {
  return problem == "could not find expected ':'" ||
         problem == "mapping values are not allowed in this context";
}

}  // namespace

Fault explain_syntax(const Source& source, const SyntaxError& error) {
  if (const auto place = near(source, error, find_fullwidth_colon))
    return fullwidth_colon_fault(source, *place);
  const auto tight = near(source, error, find_tight_colon);
  if (tight && is_about_colon(error.problem))
    return source.fault(
        *tight, 1, "no-blank-behind-colon",
        phrase(Text{"键的冒号后面缺一个空格", "a blank is missing behind the colon of a key"}),
        phrase(Text{"写成“键: 值”", "write `key: value`"}));
  if (error.problem == "found character that cannot start any token")
    return unknown_start(source, error.at);
  for (const Known& known : table) {
    if ((!known.problem.empty() && known.problem != error.problem) ||
        !error.context.starts_with(known.context))
      continue;
    const Place& at = known.at_context && !error.context.empty() ? error.context_at : error.at;
    return source.fault(at, 1, known.name, phrase(known.what, error.context_at.line),
                        phrase(known.hint));
  }
  return source.fault(error.at, 1, "yaml-syntax",
                      phrase(Text{"不是合法的 YAML：{0}", "this is not YAML: {0}"}, error.problem));
}

}  // namespace sihu
