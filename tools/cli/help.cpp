#include "tools/cli/help.hpp"

#include "tools/cli/global.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace sihu {
namespace {

struct Row {
  std::string left;
  std::string right;
};

constexpr int widest_left = 30;

// Two columns, aligned by display width; a left part that is too wide stands on a line of its own.
std::string render_rows(const std::vector<Row>& rows, int columns) {
  int left = 0;
  for (const Row& row : rows) {
    const int width = display_width(row.left);
    if (width <= widest_left) left = std::max(left, width);
  }
  const int indent = left + 4;
  std::string text;
  for (const Row& row : rows) {
    text += "  " + pad_right(row.left, left);
    bool first = display_width(row.left) <= left;
    if (!first) text += '\n';
    for (const std::string& line : wrap(row.right, std::max(20, columns - indent))) {
      text += first ? "  " + line : std::string(static_cast<std::size_t>(indent), ' ') + line;
      text += '\n';
      first = false;
    }
  }
  return text;
}

std::string section(Lang lang, Text title, const std::vector<Row>& rows, int columns) {
  if (rows.empty()) return {};
  return "\n" + std::string(title.in(lang)) + "\n" + render_rows(rows, columns);
}

std::string option_column(const Declaration& d, Lang lang) {
  std::string text = d.names.front().starts_with("--") ? "    " : "";
  for (const std::string& name : d.names) text += (&name == &d.names.front() ? "" : ", ") + name;
  if (d.takes_value) text += " " + d.placeholder().in(lang);
  return text;
}

std::string explanation(const Declaration& d, Lang lang) {
  std::string text(d.help.in(lang));
  if (!d.standard.empty() && d.standard != "auto")
    text += say(lang, Text{"（默认 {0}）", " (default {0})"}, d.standard);
  if (d.required && !d.positional()) text += say(lang, Text{"（必需）", " (required)"});
  if (d.repeated && !d.positional()) text += say(lang, Text{"（可多次）", " (repeatable)"});
  return text;
}

std::vector<Row> option_rows(const std::vector<Declaration>& declared, Lang lang) {
  std::vector<Row> rows;
  for (const Declaration& d : declared)
    if (!d.positional()) rows.push_back({option_column(d, lang), explanation(d, lang)});
  return rows;
}

std::vector<Row> argument_rows(const std::vector<Declaration>& declared, Lang lang) {
  std::vector<Row> rows;
  for (const Declaration& d : declared)
    if (d.positional()) rows.push_back({d.placeholder().in(lang), explanation(d, lang)});
  return rows;
}

std::string summary_of(const CommandNode& node, Lang lang) {
  return node.summary ? std::string(node.summary->in(lang)) : std::string();
}

std::vector<Row> command_rows(const std::vector<const CommandNode*>& nodes, Lang lang) {
  std::vector<Row> rows;
  for (const CommandNode* node : nodes) rows.push_back({node->word, summary_of(*node, lang)});
  return rows;
}

std::string global_section(Lang lang, int columns) {
  GlobalOptions options;
  DeclaredFlags flags;
  declare_global(flags, options);
  return section(lang, {"全局选项", "global options"}, option_rows(flags.list(), lang), columns);
}

std::string example_section(const Text& words, Lang lang) {
  std::string text = "\n" + std::string(Text{"示例", "example"}.in(lang)) + "\n";
  std::string_view example = words.in(lang);
  while (!example.empty()) {
    const std::size_t end = example.find('\n');
    text += "  " + std::string(example.substr(0, end)) + "\n";
    example.remove_prefix(end == std::string_view::npos ? example.size() : end + 1);
  }
  return text;
}

std::string root_help(const CommandNode& root, Lang lang, int columns) {
  std::string text =
      say(lang, Text{"sihu：季度互查互评互学互考的工具\n", "sihu: quarterly mutual inspections\n"});
  text += say(lang,
              Text{"用法：{0}    示例：$ sihu help check run\n",
                   "usage: {0}    example: $ sihu help check run\n"},
              usage_line(root, lang));
  // All of it on two pages of a terminal at most: nothing stands between blank lines but all of it.
  text += '\n';
  for (const Theme& theme : themes(root))
    if (!theme.nodes.empty())
      text += section(lang, theme.title, command_rows(theme.nodes, lang), columns).substr(1);
  text += global_section(lang, columns).substr(1);
  std::vector<Row> statuses;
  for (const ExitMeaning& row : exit_meanings)
    statuses.push_back(
        {fmt::format("{:>3}", static_cast<int>(row.exit)), std::string(row.brief.in(lang))});
  return text + section(lang, {"退出状态", "exit status"}, statuses, columns).substr(1);
}

std::string group_help(const CommandNode& node, Lang lang, int columns) {
  std::vector<const CommandNode*> children;
  for (const CommandNode& child : node.children) children.push_back(&child);
  return section(lang, {"命令", "commands"}, command_rows(children, lang), columns);
}

std::string command_help(const Command& command, Lang lang, int columns) {
  const std::vector<Declaration> declared = declarations_of(command);
  return section(lang, {"参数", "arguments"}, argument_rows(declared, lang), columns) +
         section(lang, {"选项", "options"}, option_rows(declared, lang), columns);
}

}  // namespace

int help_columns(const World& world) {
  return world.out_terminal ? std::clamp(world.columns, 40, 100) : 80;
}

std::vector<Declaration> declarations_of(const Command& command) {
  // What `accept` would write into is gone with the flags; only the words are kept.
  DeclaredFlags flags;
  command.prepare(flags);
  std::vector<Declaration> list = flags.list();
  for (Declaration& d : list) d.accept = nullptr;
  return list;
}

std::vector<Theme> themes(const CommandNode& root) {
  struct Row {
    Text title;
    std::vector<std::string_view> words;
  };
  const std::vector<Row> rows{
      {{"准备", "preparing"}, {"init", "lint", "plan"}},
      {{"四互", "the four mutuals"}, {"check", "review", "learn", "test", "practice", "records"}},
      {{"问题与整改", "problems"}, {"problems", "rectify", "waive", "due", "remind"}},
      {{"结果", "results"}, {"tally", "audit", "report", "appraise", "roster", "export"}},
      {{"台账", "the ledger"},
       {"merge", "verify", "seal", "key", "evidence", "redact", "archive", "open"}},
      {{"其他", "other"}, {}}};
  std::vector<Theme> list;
  std::set<std::string_view> placed;
  for (const Row& row : rows) {
    Theme theme{row.title, {}};
    for (const std::string_view word : row.words)
      if (const CommandNode* node = root.child(word))
        theme.nodes.push_back(node), placed.insert(word);
    list.push_back(std::move(theme));
  }
  for (const CommandNode& node : root.children)
    if (!placed.contains(node.word)) list.back().nodes.push_back(&node);
  return list;
}

std::string usage_line(const CommandNode& node, Lang lang) {
  std::string text = node.typed();
  if (!node.command) return text + say(lang, Text{" 命令 [选项]", " COMMAND [options]"});
  for (const Declaration& d : declarations_of(*node.command)) {
    std::string word = d.placeholder().in(lang);
    if (!d.positional()) {
      if (!d.required) continue;
      word = d.name() + " " + word;
    }
    if (d.repeated) word += "…";
    text += d.required ? " " + word : " [" + word + "]";
  }
  return text + say(lang, Text{" [选项]", " [options]"});
}

std::string render_help(const CommandNode& node, Lang lang, int columns) {
  if (node.path.empty()) return root_help(node, lang, columns);
  std::string text = summary_of(node, lang) + "\n";
  text += say(lang, Text{"用法：{0}\n", "usage: {0}\n"}, usage_line(node, lang));
  if (!node.children.empty()) text += group_help(node, lang, columns);
  if (node.command) text += command_help(*node.command, lang, columns);
  if (node.example) text += example_section(*node.example, lang);
  return text + global_section(lang, columns);
}

}  // namespace sihu
