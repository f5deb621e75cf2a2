#include "tools/terminal/picture.hpp"

#include "base/utf8.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {

int width_of(const PictureRow& row) {
  int width = 0;
  for (const Piece& piece : row) width += display_width(piece.text);
  return width;
}

std::string text_of(const PictureRow& row) {
  std::string text;
  for (const Piece& piece : row) text += piece.text;
  return text;
}

std::string text_of(const Picture& picture) {
  std::string text;
  for (const PictureRow& row : picture.rows) text += text_of(row) + "\n";
  return text;
}

PictureRow fitted(PictureRow row, int columns) {
  PictureRow whole;
  int room = columns;
  for (Piece& piece : row) {
    if (room <= 0) break;
    piece.text = shorten(piece.text, room);
    room -= display_width(piece.text);
    whole.push_back(std::move(piece));
  }
  if (room <= 0) return whole;
  const std::string blanks(static_cast<std::size_t>(room), ' ');
  if (whole.empty()) return {{blanks, Tone::plain}};
  whole.back().text += blanks;
  return whole;
}

PictureRow spread(std::string left, std::string right, int columns, Tone tone) {
  const int room = std::max(columns - display_width(right) - 1, 0);
  return fitted({{pad_right(shorten(left, room), room) + " " + right, tone}}, columns);
}

std::vector<std::string> lines_within(std::string_view text, int columns) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    for (auto& part : wrap(visible(line), std::max(columns, 2))) lines.push_back(std::move(part));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return lines;
}

std::vector<PictureRow> window_on(const std::vector<std::string>& lines, int scrolled, int columns,
                                  int rows, Lang lang) {
  std::vector<PictureRow> shown;
  const int total = static_cast<int>(lines.size());
  const int first = std::clamp(scrolled, 0, std::max(total - rows, 0));
  for (int i = first; i < std::min(first + rows, total); ++i)
    shown.push_back(fitted(
        {{lines[static_cast<std::size_t>(i)], i == 0 ? Tone::strong : Tone::plain}}, columns));
  if (first + rows < total && rows > 1)
    shown.back() = fitted({{say(lang, Text{"  ↓ 还有 {0} 行（PgDn）", "  ↓ {0} more lines (PgDn)"},
                                total - first - rows + 1),
                            Tone::faint}},
                          columns);
  while (std::ssize(shown) < rows) shown.push_back(fitted({}, columns));
  return shown;
}

Picture too_small(WindowSize size) {
  const std::string words[] = {"窗口太小 window too small",
                               std::to_string(size.columns) + "×" + std::to_string(size.rows) +
                                   " < " + std::to_string(least_window.columns) + "×" +
                                   std::to_string(least_window.rows)};
  Picture picture;
  for (const std::string& line : words)
    if (std::ssize(picture.rows) < size.rows)
      picture.rows.push_back(fitted({{line}}, size.columns));
  return picture;
}

}  // namespace sihu
