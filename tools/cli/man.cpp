#include "tools/cli/man.hpp"

#include "tools/cli/global.hpp"
#include "tools/cli/help.hpp"

#include <array>

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

}  // namespace

std::string manual_page(const CommandNode& root, Lang lang, std::string_view version) {
  GlobalOptions global;
  DeclaredFlags flags;
  declare_global(flags, global);
  std::string text = ".TH SIHU 1 \"\" \"sihu " + std::string(version) + "\"\n";
  text += heading(lang, {"名称", "NAME"});
  text += roff(Text{"sihu - 季度互查互评互学互考的工具", "sihu - quarterly mutual inspections"}.in(
              lang)) +
          "\n";
  text += heading(lang, {"用法", "SYNOPSIS"}) + roff(usage_line(root, lang)) + "\n";
  text += heading(lang, {"全局选项", "GLOBAL OPTIONS"}) + options(flags.list(), lang);
  text += heading(lang, {"命令", "COMMANDS"}) + command(root, lang);
  text += heading(lang, {"环境变量", "ENVIRONMENT"}) + environment(lang);
  return text + heading(lang, {"退出状态", "EXIT STATUS"}) + statuses(lang);
}

}  // namespace sihu
