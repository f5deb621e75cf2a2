#include "report/prose.hpp"

#include "base/utf8.hpp"
#include "report/html_page.hpp"
#include "report/renderers.hpp"
#include "wording/nearest.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace sihu {
namespace {

using Block = ProseBlock::Kind;

constexpr std::string_view marks = "\\#->[";

struct Mark {
  std::string_view sign;
  Block kind;
};
constexpr Mark line_marks[] = {{"# ", Block::title},
                               {"## ", Block::heading},
                               {"### ", Block::small},
                               {"- ", Block::item},
                               {"> ", Block::right}};

std::string without_backslashes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    out += text[i];
  }
  return out;
}

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  return line;
}

std::optional<ProseBlock> placed(std::string_view line, std::string_view word, Block kind) {
  const std::string start = "[[" + std::string(word) + ' ';
  if (!line.starts_with(start) || !line.ends_with("]]")) return std::nullopt;
  line.remove_prefix(start.size());
  line.remove_suffix(2);
  return ProseBlock{kind, std::string(trimmed(line)), 0};
}

// What a line is by itself; nothing: a part of a paragraph.
std::optional<ProseBlock> block_of(std::string_view line) {
  if (line == "---") return ProseBlock{Block::page, "", 0};
  if (auto table = placed(line, "table", Block::table)) return table;
  if (auto chart = placed(line, "chart", Block::chart)) return chart;
  for (const Mark& mark : line_marks)
    if (line.starts_with(mark.sign))
      return ProseBlock{mark.kind, without_backslashes(trimmed(line.substr(mark.sign.size()))), 0};
  return std::nullopt;
}

bool is_latin(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}

void join(std::string& paragraph, const std::string& line) {
  if (!paragraph.empty() && is_latin(paragraph.back()) && is_latin(line.front())) paragraph += ' ';
  paragraph += line;
}

bool is_opening(const std::vector<ProseBlock>& blocks, const std::string& text) {
  return blocks.size() == 1 && blocks.front().kind == Block::title &&
         (text.ends_with(':') || text.ends_with("："));
}

// A title is broken between words: a word joiner keeps a year whole (2026年).
std::string year_kept_whole(std::string_view text) {
  constexpr std::string_view year = "年";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9' && text.substr(i).starts_with(year))
      out += "\u2060";
    out += text[i];
  }
  return out;
}

std::string html_block(const ProseBlock& block) {
  const std::string text = html_text(block.text);
  switch (block.kind) {
    case Block::title:
      return "<h1>" + year_kept_whole(text) + "</h1>\n";
    case Block::heading:
      return "<h2>" + text + "</h2>\n";
    case Block::small:
      return "<h3>" + text + "</h3>\n";
    case Block::opening:
      return "<p class=\"to\">" + text + "</p>\n";
    case Block::item:
      return "<p class=\"item\">" + text + "</p>\n";
    case Block::right:
      return "<p class=\"right\">" + text + "</p>\n";
    default:
      return "<p>" + text + "</p>\n";
  }
}

std::string markdown_block(const ProseBlock& block) {
  const std::string text = markdown_text(block.text);
  switch (block.kind) {
    case Block::title:
      return "# " + text + "\n\n";
    case Block::heading:
      return "## " + text + "\n\n";
    case Block::small:
      return "### " + text + "\n\n";
    case Block::item:
      return "- " + text + "\n";
    case Block::page:
      return "---\n\n";
    default:
      return text + "\n\n";
  }
}

Fault unknown_part(std::string_view name, const ProseBlock& block,
                   const std::vector<std::string>& known) {
  const auto near = nearest(block.text, known);
  Phrase what =
      block.kind == Block::table
          ? phrase(Text{"没有叫 {0} 的表", "there is no table {0}"}, in_brief(block.text))
          : phrase(Text{"没有叫 {0} 的图", "there is no chart {0}"}, in_brief(block.text));
  return {Place{std::string(name), static_cast<int>(block.line), 1}, "unknown-part",
          std::move(what),
          near ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *near) : Phrase{}};
}

}  // namespace

std::vector<ProseBlock> read_prose(std::string_view text) {
  std::vector<ProseBlock> blocks;
  ProseBlock paragraph;
  const auto end_paragraph = [&] {
    if (paragraph.text.empty()) return;
    if (is_opening(blocks, paragraph.text)) paragraph.kind = Block::opening;
    blocks.push_back(std::exchange(paragraph, {}));
  };
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    auto block = block_of(line);
    if (block || line.empty()) end_paragraph();
    if (block) {
      block->line = number;
      blocks.push_back(std::move(*block));
    } else if (!line.empty()) {
      if (paragraph.text.empty()) paragraph.line = number;
      join(paragraph.text, without_backslashes(line));
    }
  }
  end_paragraph();
  return blocks;
}

std::string prose_text(const std::string& text) {
  std::string out;
  for (const char c : visible(text)) {
    if (marks.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string prose_html(const std::vector<ProseBlock>& blocks, const ProseParts& parts) {
  std::string out;
  bool in_annex = false;
  for (const ProseBlock& block : blocks) {
    if (block.kind == Block::page) {
      out += in_annex ? "</section>\n" : "";
      out += "<section class=\"annex\">\n";
      in_annex = true;
    } else if (block.kind == Block::table) {
      out += parts.table(block.text);
    } else {
      out += block.kind == Block::chart ? parts.chart(block.text) : html_block(block);
    }
  }
  return in_annex ? out + "</section>\n" : out;
}

std::string prose_markdown(const std::vector<ProseBlock>& blocks, const ProseParts& parts) {
  std::string out;
  bool in_list = false;
  for (const ProseBlock& block : blocks) {
    if (in_list && block.kind != Block::item) out += '\n';
    in_list = block.kind == Block::item;
    if (block.kind == Block::table)
      out += parts.table(block.text) + '\n';
    else
      out += block.kind == Block::chart ? parts.chart(block.text) : markdown_block(block);
  }
  return out;
}

Result<void> check_prose(const std::vector<ProseBlock>& blocks, std::string_view name,
                         const std::vector<std::string>& tables,
                         const std::vector<std::string>& charts) {
  std::vector<Fault> faults;
  for (const ProseBlock& block : blocks) {
    if (block.kind != Block::table && block.kind != Block::chart) continue;
    const auto& known = block.kind == Block::table ? tables : charts;
    if (std::ranges::find(known, block.text) == known.end())
      faults.push_back(unknown_part(name, block, known));
  }
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  return {};
}

}  // namespace sihu
