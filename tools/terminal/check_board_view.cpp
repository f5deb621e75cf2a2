#include "tools/terminal/check_board_view.hpp"

#include "base/utf8.hpp"
#include "exam/run.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr int two_panes = 72;  // columns from which the item stands beside the list

// One window being filled.
struct Drawing {
  const CheckBoard& board;
  WindowSize size;
  Picture picture = {};

  Lang lang() const { return board.lang(); }
  void add(PictureRow row) { picture.rows.push_back(fitted(std::move(row), size.columns)); }
  void add(std::string text, Tone tone = Tone::plain) { add({{std::move(text), tone}}); }
  int room() const { return size.rows - static_cast<int>(picture.rows.size()); }
};

Tone tone_of(std::string_view sign) {
  if (sign == "+") return Tone::good;
  if (sign == "x" || sign == "-") return Tone::bad;
  if (sign == "!") return Tone::doubtful;
  return Tone::plain;
}

// The first of `room` lines to show of `total`, so that line `at` is among them.
int first_shown(int at, int total, int room) {
  return std::clamp(at - room / 2, 0, std::max(total - room, 0));
}

void add_title(Drawing& drawing, std::string_view title, Instant now) {
  const Run& run = drawing.board.run();
  const bool wide = drawing.size.columns >= two_panes;
  std::string right = wide ? progress_bar(run.done(), run.asked(), 10)
                           : std::to_string(run.done()) + "/" + std::to_string(run.asked());
  right += "  " + time_words(drawing.board.seconds(now));
  drawing.picture.rows.push_back(
      spread(" " + visible(title), right + " ", drawing.size.columns, Tone::bar));
}

std::string filter_line(const CheckBoard& board) {
  const auto rows = board.run().rows();
  const auto open = std::ranges::count_if(rows, [](const auto& row) { return !row.answered(); });
  const auto bad = std::ranges::count_if(rows, [](const auto& row) { return row.is_finding; });
  const auto mark = [&](CheckBoard::Filter filter) {
    return board.filter() == filter ? std::string("[") : std::string(" ");
  };
  const auto close = [&](CheckBoard::Filter filter) {
    return board.filter() == filter ? std::string("]") : std::string(" ");
  };
  using enum CheckBoard::Filter;
  auto line = say(board.lang(),
                  Text{"{0}全部 {1}{2}{3}未答 {4}{5}{6}不合格 {7}{8}",
                       "{0}all {1}{2}{3}open {4}{5}{6}findings {7}{8}"},
                  mark(all), rows.size(), close(all), mark(unanswered), open, close(unanswered),
                  mark(findings), bad, close(findings));
  if (!board.sought().empty()) line += " /" + visible(board.sought());
  return line;
}

// The items, `rows` lines of them, each `columns` wide.
std::vector<PictureRow> list_of(const CheckBoard& board, int columns, int rows) {
  std::vector<PictureRow> lines{fitted({{filter_line(board), Tone::faint}}, columns)};
  const auto items = board.run().rows();
  const auto places = board.visible_items();
  const auto at = static_cast<int>(std::ranges::find(places, board.run().at()) - places.begin());
  const int room = rows - 1;
  const int first = first_shown(at, static_cast<int>(places.size()), room);
  for (int i = first; i < std::min(first + room, static_cast<int>(places.size())); ++i) {
    const RunRow& row = items[places[static_cast<std::size_t>(i)]];
    const std::string sign = row.answered() ? std::string(row.sign) : "·";
    const std::string words = row.item->id + " " + visible(row.item->title.in(board.lang()));
    if (i == at)
      lines.push_back(fitted({{"> " + sign + " " + words, Tone::chosen}}, columns));
    else
      lines.push_back(fitted({{"  ", Tone::plain},
                              {sign, tone_of(row.sign)},
                              {" " + words, row.answered() ? Tone::faint : Tone::plain}},
                             columns));
  }
  while (std::ssize(lines) < rows) lines.push_back(fitted({}, columns));
  return lines;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    lines.emplace_back(text.substr(0, text.find('\n')));
    text.remove_prefix(std::min(text.size(), lines.back().size() + 1));
  }
  return lines;
}

std::vector<PictureRow> item_of(const CheckBoard& board, int columns, int rows) {
  return window_on(split(board.run().panel(board.lang(), columns)), board.scrolled(), columns, rows,
                   board.lang());
}

void add_body(Drawing& drawing, int rows) {
  const int columns = drawing.size.columns;
  if (columns < two_panes) {
    const int above = std::clamp(rows / 3, 3, 8);
    for (auto& row : list_of(drawing.board, columns, above)) drawing.add(std::move(row));
    for (auto& row : item_of(drawing.board, columns, rows - above)) drawing.add(std::move(row));
    return;
  }
  const int left = std::clamp(columns * 2 / 5, 30, 50);
  const auto list = list_of(drawing.board, left, rows);
  const auto item = item_of(drawing.board, columns - left - 2, rows);
  for (int i = 0; i < rows; ++i) {
    PictureRow row = list[static_cast<std::size_t>(i)];
    row.push_back({"│ ", Tone::faint});
    for (const Piece& piece : item[static_cast<std::size_t>(i)]) row.push_back(piece);
    drawing.add(std::move(row));
  }
}

// Whether a key is of use now: what is counted is answered by its number.
bool is_of_use(const BoardKey& key, const Item* item) {
  if (key.key == "PgUp PgDn" || key.key == "Enter") return false;
  const bool counted = item && item->target;
  if (key.key == "0-9") return counted;
  return !counted || (key.key != "p" && key.key != "d");
}

// As many keys as one line takes, with `?` and `q` always.
PictureRow keys_line(const CheckBoard& board, int columns) {
  const Lang lang = board.lang();
  const std::string rest = say(lang, Text{"? 帮助 q 离开", "? help q quit"});
  std::string line;
  for (const BoardKey& key : board_keys()) {
    if (key.key == "q") break;
    if (!is_of_use(key, board.run().current())) continue;
    const std::string next = std::string(key.key) + " " + std::string(key.label.in(lang)) + " ";
    if (display_width(line + next + rest) > columns) break;
    line += next;
  }
  return fitted({{line + rest, Tone::strong}}, columns);
}

// The line in which somebody types, with the cursor in it.
void add_typing(Drawing& drawing, const std::string& question, const LineEdit& edit) {
  const bool beside = display_width(question) + 24 <= drawing.size.columns;
  if (!beside) drawing.add(question, Tone::strong);
  const std::string before = beside ? question + " " : "> ";
  const auto view = edit.view(drawing.size.columns - display_width(before));
  drawing.picture.cursor = {static_cast<int>(drawing.picture.rows.size()),
                            display_width(before) + view.cursor};
  drawing.add({{before, Tone::strong}, {view.shown, Tone::plain}});
}

// What stands below the items: messages, and what is asked or the keys.
Drawing foot_of(const CheckBoard& board, WindowSize size) {
  Drawing foot{board, size};
  const Lang lang = board.lang();
  const int most = size.rows >= 20 ? 4 : 2;
  const auto lines = lines_within(board.message(), size.columns - 1);
  for (int i = 0; i < std::min(static_cast<int>(lines.size()), most); ++i)
    foot.add(" " + lines[static_cast<std::size_t>(i)], Tone::strong);
  switch (board.mode()) {
    case CheckBoard::Mode::typing:
      add_typing(foot, board.question(), board.typed());
      foot.add(say(lang, Text{"回车 记下  Esc 不记  Ctrl-U 清空",
                              "Enter takes it  Esc drops it  Ctrl-U empties"}),
               Tone::faint);
      break;
    case CheckBoard::Mode::search:
      add_typing(foot, say(lang, Text{"查找：", "find:"}), board.search());
      foot.add(say(lang, Text{"回车 到那一项  Esc 全部", "Enter goes there  Esc all"}),
               Tone::faint);
      break;
    case CheckBoard::Mode::existed:
      foot.add(board.question(), Tone::strong);
      foot.add(say(lang, Text{"y 有  n 没有  回车 不清楚  Esc 返回",
                              "y yes  n no  Enter unknown  Esc back"}),
               Tone::faint);
      break;
    default:
      foot.picture.rows.push_back(keys_line(board, size.columns));
  }
  return foot;
}

Picture page_picture(const CheckBoard& board, WindowSize size) {
  Drawing drawing{board, size};
  const auto lines = lines_within(board.page(), size.columns - 1);
  for (auto& row : window_on(lines, board.scrolled(), size.columns, size.rows - 1, board.lang()))
    drawing.add(std::move(row));
  drawing.add(say(board.lang(), Text{"↑↓ 翻看，别的键返回", "↑↓ scroll, any other key goes back"}),
              Tone::bar);
  return std::move(drawing.picture);
}

}  // namespace

Picture draw_board(const CheckBoard& board, std::string_view title, WindowSize size, Instant now) {
  if (size.columns < least_window.columns || size.rows < least_window.rows) return too_small(size);
  if (board.mode() == CheckBoard::Mode::picking) return board.picker()->draw(board.lang(), size);
  if (board.mode() == CheckBoard::Mode::page) return page_picture(board, size);
  Drawing drawing{board, size};
  Drawing foot = foot_of(board, size);
  add_title(drawing, title, now);
  add_body(drawing, drawing.room() - static_cast<int>(foot.picture.rows.size()));
  if (foot.picture.cursor) {
    drawing.picture.cursor = foot.picture.cursor;
    drawing.picture.cursor->row += static_cast<int>(drawing.picture.rows.size());
  }
  for (auto& row : foot.picture.rows) drawing.picture.rows.push_back(std::move(row));
  return std::move(drawing.picture);
}

}  // namespace sihu
