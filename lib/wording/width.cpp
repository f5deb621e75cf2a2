#include "wording/width.hpp"

#include "base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace sihu {
namespace {

bool is_regional_indicator(char32_t code) {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

int code_point_width(char32_t code) {
  return utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
}

// A cluster is as wide as its widest character; the emoji selector and a pair of regional
// indicators (a flag) make it two.
int cluster_width(std::string_view cluster) {
  int width = 0;
  for (std::size_t at = 0; at < cluster.size();) {
    const char32_t code = next_code_point(cluster, at);
    width = std::max(width, code_point_width(code));
    if (code == 0xfe0f || is_regional_indicator(code)) width = 2;
  }
  return width;
}

bool is_wide_break(std::string_view cluster) {
  return cluster_width(cluster) == 2;
}

// Closing punctuation must not start a line (避头).
bool must_not_start_line(std::string_view cluster) {
  static constexpr std::string_view closing = "，。、；：？！）》」』”’…％,.;:?!)]}%";
  return closing.find(cluster) != std::string_view::npos;
}

// The pieces that may not be broken inside: a run of narrow letters, a blank, or one wide character
// with the closing punctuation behind it.
std::vector<std::string> unbreakable_pieces(std::string_view line) {
  std::vector<std::string> pieces;
  bool joins = false;
  for (const std::string_view cluster : graphemes(line)) {
    const bool alone = cluster == " " || is_wide_break(cluster);
    if (!pieces.empty() && pieces.back() != " " &&
        ((joins && !alone) || (must_not_start_line(cluster))))
      pieces.back() += cluster;
    else
      pieces.emplace_back(cluster);
    joins = !alone;
  }
  return pieces;
}

void cut_into(std::vector<std::string>& lines, std::string_view piece, int columns) {
  for (const std::string_view cluster : graphemes(piece)) {
    if (display_width(lines.back()) + cluster_width(cluster) > columns) lines.emplace_back();
    lines.back() += cluster;
  }
}

void wrap_line(std::vector<std::string>& lines, std::string_view line, int columns) {
  lines.emplace_back();
  for (const std::string& piece : unbreakable_pieces(line)) {
    const bool fits = display_width(lines.back()) + display_width(piece) <= columns;
    if (!fits && !lines.back().empty()) {
      while (lines.back().ends_with(' ')) lines.back().pop_back();
      lines.emplace_back();
    }
    if (piece == " " && lines.back().empty() && !fits) continue;
    cut_into(lines, piece, columns);
  }
  while (lines.back().ends_with(' ')) lines.back().pop_back();
}

}  // namespace

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> clusters;
  utf8proc_int32_t state = 0;
  std::size_t start = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t code = next_code_point(text, at);
    if (here > 0 && utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                                     static_cast<utf8proc_int32_t>(code), &state)) {
      clusters.push_back(text.substr(start, here - start));
      start = here;
    }
    previous = code;
  }
  if (start < text.size()) clusters.push_back(text.substr(start));
  return clusters;
}

int display_width(std::string_view text) {
  // Clusters only matter where something is not ASCII.
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return static_cast<int>(text.size());
  int width = 0;
  for (const std::string_view cluster : graphemes(text)) width += cluster_width(cluster);
  return width;
}

std::string shorten(std::string_view text, int columns) {
  if (display_width(text) <= columns) return std::string(text);
  std::string out;
  int width = 0;
  for (const std::string_view cluster : graphemes(text)) {
    width += cluster_width(cluster);
    if (width > columns - 1) break;
    out += cluster;
  }
  return columns > 0 ? out + "…" : std::string();
}

std::string in_brief(std::string_view text) {
  return shorten(visible(text), 40);
}

std::string pad_right(std::string_view text, int columns) {
  const int missing = std::max(0, columns - display_width(text));
  return std::string(text) + std::string(static_cast<std::size_t>(missing), ' ');
}

std::string pad_left(std::string_view text, int columns) {
  const int missing = std::max(0, columns - display_width(text));
  return std::string(static_cast<std::size_t>(missing), ' ') + std::string(text);
}

std::vector<std::string> wrap(std::string_view text, int columns) {
  std::vector<std::string> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    wrap_line(lines, text.substr(0, end), std::max(2, columns));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

std::string within(std::string_view text, int columns) {
  std::string out;
  while (true) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    if (display_width(line) <= columns) {
      out += line;
    } else {
      std::string_view between;
      for (const auto& part : wrap(line.substr(indent), columns - static_cast<int>(indent))) {
        out.append(between).append(indent, ' ').append(part);
        between = "\n";
      }
    }
    if (line.size() == text.size()) return out;
    out += '\n';
    text.remove_prefix(line.size() + 1);
  }
}

}  // namespace sihu
