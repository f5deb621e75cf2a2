#include "tools/cli/man.hpp"

#include "tools/cli/global.hpp"
#include "tools/cli/help.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace sihu {
namespace {

// Text that roff takes as text.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (const char c : text) {
    if (line_start && (c == '.' || c == '\'')) out += "\\&";
    line_start = c == '\n';
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
  }
  return out;
}

std::string heading(Lang lang, Text title) {
  return ".SH " + std::string(title.in(lang)) + "\n";
}

std::string entry(std::string_view left, std::string_view right) {
  return ".TP\n\\fB" + roff(left) + "\\fR\n" + roff(right) + "\n";
}

std::string options(const std::vector<Declaration>& declared, Lang lang) {
  std::string text;
  for (const Declaration& d : declared) {
    std::string left;
    for (const std::string& name : d.names) left += (left.empty() ? "" : ", ") + name;
    if (d.positional())
      left = d.placeholder().in(lang);
    else if (d.takes_value)
      left += " " + d.placeholder().in(lang);
    text += entry(left, d.help.in(lang));
  }
  return text;
}

std::string command(const CommandNode& node, Lang lang) {
  std::string text;
  if (node.command) {
    text += ".SS " + roff(usage_line(node, lang)) + "\n";
    text += roff(node.command->summary.in(lang)) + "\n";
    text += options(declarations_of(*node.command), lang);
    text += ".PP\n.nf\n" + roff(node.command->example.in(lang)) + "\n.fi\n";
  }
  for (const CommandNode& child : node.children) text += command(child, lang);
  return text;
}

std::string environment(Lang lang) {
  struct Row {
    std::string_view name;
    Text meaning;
  };
  static const std::array<Row, 7> rows{
      {{"SIHU_WORKSPACE", {"同 -C", "as -C"}},
       {"SIHU_AS", {"同 --as", "as --as"}},
       {"SIHU_NOW", {"同 --now", "as --now"}},
       {"SIHU_LANG",
        {"同 --lang；其次看 LC_ALL、LC_MESSAGES、LANG",
         "as --lang; then LC_ALL, LC_MESSAGES, LANG"}},
       {"SIHU_DEVICE", {"本机的设备号（测试用）", "the device id of this machine, for tests"}},
       {"NO_COLOR", {"不用颜色", "no colours"}},
       {"XDG_STATE_HOME",
        {"设备号和“我是谁”记在其下的 sihu/ 中",
         "its sihu/ remembers the device and who you are"}}}};
  std::string text;
  for (const Row& row : rows) text += entry(row.name, row.meaning.in(lang));
  return text;
}

std::string statuses(Lang lang) {
  std::string text;
  for (const ExitMeaning& row : exit_meanings)
    text += entry(std::to_string(static_cast<int>(row.exit)), row.meaning.in(lang));
  return text;
}

std::string global_options(Lang lang) {
  GlobalOptions global;
  DeclaredFlags flags;
  declare_global(flags, global);
  return options(flags.list(), lang);
}

// Where Chinese may be broken, as groff's own zh.tmac says it, which is not read everywhere; its
// lines have too few blanks to be adjusted.
constexpr std::string_view chinese_lines =
    ".ad l\n"
    ".class [CJKprepunct] \\[u3001] \\[u3002] \\[u3009] \\[u300B] \\[u300D] \\[u3011] \\[uFF01] "
    "\\[uFF09] \\[uFF0C] \\[uFF1A] \\[uFF1B] \\[uFF1F]\n"
    ".class [CJKpostpunct] \\[u3008] \\[u300A] \\[u300C] \\[u3010] \\[uFF08]\n"
    ".class [CJKnormal] \\[u4E00]-\\[u9FFF]\n"
    ".cflags 128 \\C'[CJKprepunct]'\n"
    ".cflags 266 \\C'[CJKpostpunct]'\n"
    ".cflags 512 \\C'[CJKnormal]'\n";

// `sihu-check-run`, as a page is called.
std::string page_name(const CommandNode& node) {
  std::string name = node.typed();
  std::ranges::replace(name, ' ', '-');
  return name;
}

std::string title(const CommandNode& node, Lang lang, std::string_view version) {
  std::string upper = page_name(node);
  std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
  const Text program{"季度互查互评互学互考的工具", "quarterly mutual inspections"};
  const Text summary = node.summary.value_or(program);
  return ".TH " + roff(upper) + " 1 \"\" \"sihu " + std::string(version) + "\"\n" +
         std::string(lang == Lang::zh ? chinese_lines : "") + heading(lang, {"名称", "NAME"}) +
         roff(page_name(node)) + " \\- " + roff(summary.in(lang)) + "\n";
}

// What a page of a command has before everything that all pages have.
std::string own_part(const CommandNode& node, Lang lang) {
  std::string text = heading(lang, {"用法", "SYNOPSIS"}) + roff(usage_line(node, lang)) + "\n";
  if (node.command) {
    if (const std::string own = options(declarations_of(*node.command), lang); !own.empty())
      text += heading(lang, {"选项", "OPTIONS"}) + own;
  }
  if (node.example)
    text +=
        heading(lang, {"示例", "EXAMPLES"}) + ".nf\n" + roff(node.example->in(lang)) + "\n.fi\n";
  std::string below;
  for (const CommandNode& child : node.children) below += command(child, lang);
  return below.empty() ? text : text + heading(lang, {"命令", "COMMANDS"}) + below;
}

std::string whole_program(const CommandNode& root, Lang lang) {
  return heading(lang, {"用法", "SYNOPSIS"}) + roff(usage_line(root, lang)) + "\n" +
         heading(lang, {"全局选项", "GLOBAL OPTIONS"}) + global_options(lang) +
         heading(lang, {"命令", "COMMANDS"}) + command(root, lang) +
         heading(lang, {"环境变量", "ENVIRONMENT"}) + environment(lang);
}

std::string see_also(Lang lang) {
  return heading(lang, {"参见", "SEE ALSO"}) + ".BR sihu (1)\n" +
         roff(Text{"：全局选项、环境变量。", "has the global options and the environment."}.in(
             lang)) +
         "\n";
}

}  // namespace

std::string manual_page(const CommandNode& node, Lang lang, std::string_view version) {
  const bool is_root = node.path.empty();
  return title(node, lang, version) + (is_root ? whole_program(node, lang) : own_part(node, lang)) +
         heading(lang, {"退出状态", "EXIT STATUS"}) + statuses(lang) +
         (is_root ? std::string() : see_also(lang));
}

}  // namespace sihu
