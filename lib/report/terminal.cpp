#include "base/utf8.hpp"
#include "report/renderers.hpp"
#include "wording/render.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <optional>

namespace sihu {
namespace {

constexpr int gap = 2;
constexpr int indent = 4;       // of what stands below a row
constexpr int next_indent = 6;  // of its second line and on
constexpr int least_below = 20;
constexpr int short_below = 30;  // what is no wider may share a line

// What is shown: the columns of the table that people see, every cell as safe text.
struct Grid {
  std::vector<const Column*> columns;
  std::vector<std::vector<std::string>> lines;  // the first is the heading
  std::vector<int> widths;
  std::vector<bool> below;  // the column's cells stand below their rows
};

Grid make_grid(const Table& table, Lang lang) {
  Grid grid;
  grid.lines.emplace_back();
  for (const Column& column : table.columns) {
    if (!column.in_table) continue;
    grid.columns.push_back(&column);
    grid.lines.front().push_back(visible(column.heading.in(lang)));
  }
  for (const auto& row : table.rows) {
    auto& line = grid.lines.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      if (table.columns[i].in_table) line.push_back(visible(text_for_people(row[i], lang)));
  }
  return grid;
}

void measure(Grid& grid) {
  grid.below.assign(grid.columns.size(), false);
  grid.widths.assign(grid.columns.size(), 0);
  for (const auto& line : grid.lines)
    for (std::size_t i = 0; i < line.size(); ++i)
      grid.widths[i] = std::max(grid.widths[i], display_width(line[i]));
}

// What a column may be shortened down to, 0: not at all. Of numbers only the heading may be: part
// of a number is another number.
int least_width(const Grid& grid, std::size_t column) {
  constexpr int least_heading = 4;
  if (grid.columns[column]->below) return 0;
  if (grid.columns[column]->align != Column::Align::right) return grid.columns[column]->shrink;
  int widest = least_heading;
  for (std::size_t line = 1; line < grid.lines.size(); ++line)
    widest = std::max(widest, display_width(grid.lines[line][column]));
  return widest;
}

// What the columns that stand beside each other take, each as narrow as `width` says.
template <class Width>
int width_of_row(const Grid& grid, const Width& width) {
  int total = -gap;
  for (std::size_t i = 0; i < grid.widths.size(); ++i)
    if (!grid.below[i]) total += width(i) + gap;
  return total;
}

// No row has anything in it: below the rows it takes no room at all.
bool is_empty(const Grid& grid, std::size_t column) {
  return std::all_of(grid.lines.begin() + 1, grid.lines.end(),
                     [&](const auto& line) { return line[column].empty(); });
}

// Which column goes below next: of those that say they may, an empty one, then the widest; when
// there are none left, the last. The first says whose the row is and stays.
std::optional<std::size_t> next_below(const Grid& grid) {
  std::optional<std::size_t> next;
  int most = -1;
  for (std::size_t i = 0; i < grid.widths.size(); ++i) {
    if (!grid.columns[i]->below || grid.below[i]) continue;
    if (is_empty(grid, i)) return i;
    if (grid.widths[i] > most) most = grid.widths[*(next = i)];
  }
  if (next) return next;
  for (std::size_t i = grid.widths.size(); i-- > 1;)
    if (!grid.below[i]) return i;
  return {};
}

// Puts cells below their rows until the rest can be made to fit.
void put_below(Grid& grid, int window) {
  const auto narrowest = [&](std::size_t i) {
    const int least = least_width(grid, i);
    return least > 0 ? std::min(least, grid.widths[i]) : grid.widths[i];
  };
  while (width_of_row(grid, narrowest) > window) {
    const auto next = next_below(grid);
    if (!next) return;
    grid.below[*next] = true;
  }
}

// Takes columns from the widest cell that may shrink, one by one, until the window is wide enough.
void shrink_to(Grid& grid, int window) {
  if (grid.widths.empty()) return;
  int total = width_of_row(grid, [&](std::size_t i) { return grid.widths[i]; });
  if (total <= window) return;
  std::vector<int> least;
  for (std::size_t i = 0; i < grid.widths.size(); ++i) least.push_back(least_width(grid, i));
  for (; total > window; --total) {
    int* widest = nullptr;
    for (std::size_t i = 0; i < grid.widths.size(); ++i) {
      const bool may = !grid.below[i] && least[i] > 0 && grid.widths[i] > least[i];
      if (may && (widest == nullptr || grid.widths[i] > *widest)) widest = &grid.widths[i];
    }
    if (widest == nullptr) return;
    --*widest;
  }
}

std::string line_text(const Grid& grid, const std::vector<std::string>& cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (grid.below[i]) continue;
    if (!out.empty()) out.append(gap, ' ');
    const std::string cell = shorten(cells[i], grid.widths[i]);
    out += grid.columns[i]->align == Column::Align::right ? pad_left(cell, grid.widths[i])
                                                          : pad_right(cell, grid.widths[i]);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// `why: …` for each cell below the row that has something to say; short ones share a line.
std::vector<std::string> words_below(const Grid& grid, const std::vector<std::string>& cells,
                                     Lang lang, int width) {
  std::vector<std::string> lines;
  bool may_join = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (!grid.below[i] || cells[i].empty()) continue;
    const std::string text =
        say(lang, Text{"{0}：{1}", "{0}: {1}"}, grid.lines.front()[i], cells[i]);
    const std::string joined =
        may_join ? say(lang, Text{"{0}；{1}", "{0}; {1}"}, lines.back(), text) : std::string();
    const bool is_short = display_width(text) <= short_below;
    if (is_short && may_join && display_width(joined) <= width)
      lines.back() = joined;
    else
      lines.push_back(text);
    may_join = is_short;
  }
  return lines;
}

std::string text_below(const Grid& grid, const std::vector<std::string>& cells, const Look& look) {
  const int width = std::max(least_below, look.columns - next_indent);
  std::string out;
  for (const std::string& text : words_below(grid, cells, look.lang, width)) {
    int blanks = indent;
    for (const std::string& line : wrap(text, width)) {
      out += std::string(static_cast<std::size_t>(blanks), ' ') + line + '\n';
      blanks = next_indent;
    }
  }
  return out;
}

}  // namespace

std::string render_terminal(const Table& table, const Look& look) {
  if (table.rows.empty()) return {};
  Grid grid = make_grid(table, look.lang);
  measure(grid);
  if (look.columns > 0) put_below(grid, look.columns);
  if (look.columns > 0) shrink_to(grid, look.columns);
  const std::string head = line_text(grid, grid.lines.front());
  std::string out = look.color ? "\x1b[1m" + head + "\x1b[0m\n" : head + '\n';
  for (std::size_t i = 1; i < grid.lines.size(); ++i)
    out += line_text(grid, grid.lines[i]) + '\n' + text_below(grid, grid.lines[i], look);
  return out;
}

}  // namespace sihu
