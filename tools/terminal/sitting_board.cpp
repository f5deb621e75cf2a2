#include "tools/terminal/sitting_board.hpp"

#include "base/utf8.hpp"
#include "wording/width.hpp"

#include <algorithm>

namespace sihu {
namespace {

// The numbers of the questions, as many rows as it takes, with how each stands.
std::vector<PictureRow> numbers_of(const SittingRun& run, int columns) {
  const auto marks = run.marks();
  std::vector<PictureRow> rows(1);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool here = i == run.at();
    const std::string cell = (here ? ">" : " ") +
                             pad_left(std::to_string(i + 1), marks.size() > 99 ? 3 : 2) +
                             (marks[i].answered ? "+" : "·") + (marks[i].flagged ? "?" : " ");
    if (width_of(rows.back()) + display_width(cell) > columns) rows.emplace_back();
    rows.back().push_back({cell, here                ? Tone::chosen
                                 : marks[i].flagged  ? Tone::doubtful
                                 : marks[i].answered ? Tone::faint
                                                     : Tone::plain});
  }
  return rows;
}

// Of many rows those around the question that is asked.
std::vector<PictureRow> around(std::vector<PictureRow> rows, std::size_t most) {
  if (rows.size() <= most) return rows;
  const auto here = std::ranges::find_if(rows, [](const PictureRow& row) {
    return std::ranges::any_of(row, [](const Piece& piece) { return piece.tone == Tone::chosen; });
  });
  const auto at = static_cast<std::size_t>(here - rows.begin());
  const auto first = std::min(at < most / 2 ? 0 : at - most / 2, rows.size() - most);
  const auto from = rows.begin() + static_cast<std::ptrdiff_t>(first);
  return {from, from + static_cast<std::ptrdiff_t>(most)};
}

std::vector<PictureRow> foot_of(WindowSize size, const std::string& message) {
  std::vector<PictureRow> rows;
  // The title, two rows of numbers, the line that is typed and the keys stay.
  const auto most = static_cast<std::size_t>(size.rows - 5);
  for (const auto& line : lines_within(message, size.columns - 1))
    if (rows.size() < most) rows.push_back(fitted({{" " + line, Tone::strong}}, size.columns));
  return rows;
}

std::string keys_words(Lang lang, int columns) {
  if (columns < 72)
    return say(lang, Text{"↑↓ 换题 Tab 标记 /u 撤销 /h 交卷 ? 更多",
                          "↑↓ go Tab flag /u undo /h hand in ?"});
  return say(lang, Text{"回车 记下 ↑↓ 换题 Tab 标记 /o 没答的 /s 词 查找 /u 撤销 /h 交卷 ? 帮助",
                        "Enter keep ↑↓ move Tab flag /o open /s find /u undo /h hand in ? help"});
}

}  // namespace

SittingBoard::Effect SittingBoard::press(const Key& key) {
  constexpr int a_part = 4;  // lines of a long question
  switch (key.kind) {
    case Key::Kind::interrupt:
      return {Effect::Kind::interrupt};
    case Key::Kind::suspend:
      return {Effect::Kind::suspend};
    case Key::Kind::redraw:
      return {Effect::Kind::redraw};
    case Key::Kind::tick:
    case Key::Kind::resized:
      return {};
    case Key::Kind::up:
      move("/b");
      return {};
    case Key::Kind::down:
      move("");
      return {};
    case Key::Kind::page_up:
    case Key::Kind::page_down:
      scrolled_ = std::max(scrolled_ + (key.kind == Key::Kind::page_up ? -a_part : a_part), 0);
      return {};
    case Key::Kind::tab:
      return answer("/f");
    case Key::Kind::escape:
      typed_ = {};
      message_.clear();
      return {};
    default:
      break;
  }
  const bool asks =
      typed_.text().empty() && key.kind == Key::Kind::text && (key.text == "?" || key.text == "？");
  // Where letters are the answer `?` alone is asked for help at once; words may begin with it.
  if (asks && !run_.takes_words()) return answer("?");
  if (asks)
    message_ = say(lang_, Text{"再按回车看帮助；接着打字就是答案，Esc 擦去",
                               "Enter shows help; type on and it is the answer, Esc drops it"});
  const auto outcome = typed_.press(key);
  if (outcome == LineEdit::Outcome::ended) return {Effect::Kind::leave};
  return outcome == LineEdit::Outcome::entered ? answer(typed_.text()) : Effect{};
}

// What was typed and not kept must not get lost by looking at another question.
void SittingBoard::move(std::string_view command) {
  if (!typed_.text().empty()) {
    message_ = say(lang_, Text{"打了还没记：回车 记下，Esc 丢掉",
                               "typed and not kept: Enter keeps it, Esc drops it"});
    return;
  }
  answer(command);
}

SittingBoard::Effect SittingBoard::answer(std::string_view line) {
  const SittingReply reply = run_.answer(line);
  message_ = reply.message.in(lang_);
  // Words that could not be taken are there to be mended; letters are typed anew.
  const bool is_mended = reply.wrong && line == typed_.text() && run_.takes_words();
  if (!is_mended && line == typed_.text()) typed_ = {};
  switch (reply.kind) {
    case SittingReply::Kind::keep:
      return {Effect::Kind::keep, reply.step};
    case SittingReply::Kind::hand_in:
      return {Effect::Kind::hand_in};
    case SittingReply::Kind::quit:
      return {Effect::Kind::leave};
    case SittingReply::Kind::moved:
      scrolled_ = 0;
      break;
    case SittingReply::Kind::stay:
      break;
  }
  return {};
}

Picture SittingBoard::draw(WindowSize size, int seconds_left) const {
  if (size.columns < least_window.columns || size.rows < least_window.rows) return too_small(size);
  Picture picture;
  const auto marks = run_.marks();
  const auto done = std::ranges::count_if(marks, [](const auto& mark) { return mark.answered; });
  picture.rows.push_back(
      spread(" " + visible(title_),
             say(lang_, Text{"答了 {0}/{1}  剩 {2} ", "{0}/{1} answered  {2} left "}, done,
                 marks.size(), time_words(seconds_left)),
             size.columns, Tone::bar));
  for (auto& row : around(numbers_of(run_, size.columns), size.rows >= 20 ? 4 : 2))
    picture.rows.push_back(fitted(std::move(row), size.columns));
  const auto foot = foot_of(size, message_);
  const auto lines = lines_within(run_.question().in(lang_), size.columns - 1);
  const int room = size.rows - static_cast<int>(picture.rows.size() + foot.size()) - 2;
  for (auto& row : window_on(lines, scrolled_, size.columns, room, lang_))
    picture.rows.push_back(std::move(row));
  for (const auto& row : foot) picture.rows.push_back(row);
  const std::string prompt = run_.prompt().in(lang_);
  const auto line = typed_.view(size.columns - display_width(prompt));
  picture.cursor = {static_cast<int>(picture.rows.size()), display_width(prompt) + line.cursor};
  picture.rows.push_back(fitted({{prompt, Tone::strong}, {line.shown, Tone::plain}}, size.columns));
  picture.rows.push_back(fitted({{keys_words(lang_, size.columns), Tone::faint}}, size.columns));
  return picture;
}

}  // namespace sihu
