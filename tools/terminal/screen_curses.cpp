#include "base/utf8.hpp"
#include "tools/terminal/libncursesw.hpp"
#include "tools/terminal/screen.hpp"
#include "tools/terminal/terminal_guard.hpp"
#include "wording/width.hpp"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <utility>

namespace sihu {
namespace {

// ncursesw asks the locale how characters are written. Ours is left as it was afterwards.
class Utf8Locale {
 public:
  Utf8Locale() : before_(setlocale(LC_CTYPE, nullptr)) {
    for (const char* name : {"", "C.UTF-8", "C.utf8", "zh_CN.UTF-8", "en_US.UTF-8"})
      if (setlocale(LC_CTYPE, name) && std::string_view(nl_langinfo(CODESET)) == "UTF-8") {
        good_ = true;
        return;
      }
  }
  ~Utf8Locale() { setlocale(LC_CTYPE, before_.c_str()); }
  Utf8Locale(const Utf8Locale&) = delete;
  Utf8Locale& operator=(const Utf8Locale&) = delete;

  bool good() const { return good_; }

 private:
  std::string before_;
  bool good_ = false;
};

constexpr int paste_begins = 600;  // codes that ncurses gives to no key
constexpr int paste_ends = 601;
constexpr int a_second = 1000;
constexpr int character = OK;  // what `wget_wch` returns for one; else KEY_CODE_YES or ERR

WindowSize window_size() {
  winsize size = {};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  return {size.ws_col, size.ws_row};
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value && *value != '\0';
}

// What undoes all that ncursesw does to a terminal, without its padding.
std::string undoing(const Libncursesw& curses) {
  std::string all(paste_marks_off);
  for (const char* name : {"sgr0", "rmkx", "cnorm", "rmcup"}) {
    const char* found = curses.capability(name);
    std::string sequence = found && found != reinterpret_cast<const char*>(-1) ? found : "";
    while (true) {
      const auto pad = sequence.find("$<");
      if (pad == std::string::npos) break;
      sequence.erase(pad, sequence.find('>', pad) - pad + 1);
    }
    all += sequence;
  }
  return all;
}

// A character as ncursesw should take it, in as many columns as the rest of sihu gives it. Of a
// sequence that ncursesw would draw wider only the beginning is shown.
std::wstring cell_of(std::string_view cluster) {
  std::wstring cell;
  int room = display_width(cluster);
  for (std::size_t at = 0; at < cluster.size();) {
    const auto code = static_cast<wchar_t>(next_code_point(cluster, at));
    const int width = wcwidth(code);
    constexpr wchar_t joiner = 0x200d;
    if (width > room) break;
    if (width < 0 || code == joiner) continue;
    room -= width;
    cell += code;
  }
  return cell.empty() ? std::wstring(static_cast<std::size_t>(std::max(room, 0)), L'?') : cell;
}

Key::Kind kind_of(wint_t code) {
  switch (code) {
    case KEY_UP:
      return Key::Kind::up;
    case KEY_DOWN:
      return Key::Kind::down;
    case KEY_LEFT:
      return Key::Kind::left;
    case KEY_RIGHT:
      return Key::Kind::right;
    case KEY_HOME:
      return Key::Kind::home;
    case KEY_END:
      return Key::Kind::end;
    case KEY_PPAGE:
      return Key::Kind::page_up;
    case KEY_NPAGE:
      return Key::Kind::page_down;
    case KEY_BACKSPACE:
      return Key::Kind::backspace;
    case KEY_DC:
      return Key::Kind::erase;
    case KEY_ENTER:
      return Key::Kind::enter;
    case KEY_BTAB:
      return Key::Kind::back_tab;
    case KEY_RESIZE:
      return Key::Kind::resized;
    default:
      return Key::Kind::tick;
  }
}

class CursesScreen : public Screen {
 public:
  explicit CursesScreen(bool color, std::function<bool()> interrupted)
      : interrupted_(std::move(interrupted)), guard_("") {
    if (!locale_.good() || !guard_.active() || !curses_) return;
    terminal_ = curses_->new_terminal(nullptr, stdout, stdin);
    if (!terminal_) return;
    guard_.set_farewell(undoing(*curses_));
    window_ = *curses_->window;
    curses_->raw();
    curses_->no_echo();
    curses_->no_newline();
    curses_->keypad(window_, true);
    curses_->escape_delay(50);
    curses_->define_key("\x1b[200~", paste_begins);
    curses_->define_key("\x1b[201~", paste_ends);
    if (color) begin_color();
    send_to_terminal(paste_marks_on.data(), paste_marks_on.size());
  }
  ~CursesScreen() override {
    if (!terminal_) return;
    leave();
    curses_->drop(terminal_);
  }
  CursesScreen(const CursesScreen&) = delete;
  CursesScreen& operator=(const CursesScreen&) = delete;

  bool good() const { return terminal_ != nullptr; }
  WindowSize size() const override { return window_size(); }
  void show(const Picture& picture) override;
  Key next() override;
  void suspend() override;
  void redraw() override { curses_->clear_next(window_, true); }

 private:
  struct Event {
    int kind = ERR;
    wint_t code = 0;
    bool is_text() const { return kind == character && !is_control(static_cast<char32_t>(code)); }
  };

  void begin_color();
  void leave();
  void set(Tone tone);
  Event read(int milliseconds);
  Key key_of(const Event& event);
  Key escape();
  Key text(wint_t first);
  Key pasted();
  Key nothing() const;

  std::function<bool()> interrupted_;
  Utf8Locale locale_;
  TerminalGuard guard_;
  const Libncursesw* curses_ = libncursesw();
  SCREEN* terminal_ = nullptr;
  WINDOW* window_ = nullptr;
  bool colored_ = false;
  WindowSize drawn_ = {0, 0};
  std::deque<Event> ahead_;
};

// Colours that can be read on light and on dark, on the terminal's own background.
void CursesScreen::begin_color() {
  if (!curses_->has_colors() || curses_->start_color() == ERR) return;
  if (curses_->default_colors() == ERR) return;
  curses_->color_pair(1, COLOR_GREEN, -1);
  curses_->color_pair(2, COLOR_RED, -1);
  curses_->color_pair(3, COLOR_MAGENTA, -1);
  colored_ = true;
}

void CursesScreen::leave() {
  curses_->end();
  send_to_terminal(paste_marks_off.data(), paste_marks_off.size());
}

void CursesScreen::set(Tone tone) {
  attr_t attributes = A_NORMAL;
  short color = 0;
  if (tone == Tone::bar || tone == Tone::chosen) attributes = A_REVERSE;
  if (tone == Tone::strong || tone == Tone::chosen || tone == Tone::bad) attributes |= A_BOLD;
  if (tone == Tone::faint) attributes = A_DIM;
  if (tone == Tone::good) color = 1;
  if (tone == Tone::bad) color = 2;
  if (tone == Tone::doubtful) color = 3;
  curses_->set_tone(window_, attributes, colored_ ? color : short{0}, nullptr);
}

void CursesScreen::show(const Picture& picture) {
  if (const WindowSize now = size(); now != drawn_) {
    curses_->resize(std::max(now.rows, 1), std::max(now.columns, 1));
    drawn_ = now;
  }
  set(Tone::plain);
  curses_->erase(window_);
  for (std::size_t row = 0; row < picture.rows.size(); ++row) {
    int column = 0;
    for (const Piece& piece : picture.rows[row]) {
      set(piece.tone);
      for (const std::string_view cluster : graphemes(piece.text)) {
        const std::wstring cell = cell_of(cluster);
        curses_->move(window_, static_cast<int>(row), column);
        curses_->add(window_, cell.data(), static_cast<int>(cell.size()));
        column += display_width(cluster);
      }
    }
  }
  if (picture.cursor) curses_->move(window_, picture.cursor->row, picture.cursor->column);
  curses_->cursor(picture.cursor ? 1 : 0);
  curses_->refresh(window_);
}

CursesScreen::Event CursesScreen::read(int milliseconds) {
  Event event;
  if (!ahead_.empty()) {
    event = ahead_.front();
    ahead_.pop_front();
    return event;
  }
  curses_->timeout(window_, milliseconds);
  event.kind = curses_->get(window_, &event.code);
  return event;
}

Key CursesScreen::next() {
  const Event event = read(a_second);
  if (interrupted_ && interrupted_()) return {Key::Kind::interrupt};
  return event.kind == ERR ? nothing() : key_of(event);
}

// No key came; or none will, because the terminal is gone.
Key CursesScreen::nothing() const {
  pollfd in{STDIN_FILENO, POLLIN, 0};
  const bool gone = poll(&in, 1, 0) > 0 && (in.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
  return {gone ? Key::Kind::interrupt : Key::Kind::tick};
}

Key CursesScreen::key_of(const Event& event) {
  if (event.kind == KEY_CODE_YES)
    return event.code == paste_begins ? pasted() : Key{kind_of(event.code)};
  if (event.code == '\x1b') return escape();
  if (event.code == '\t') return {Key::Kind::tab};
  if (event.is_text()) return text(event.code);
  const char control = static_cast<char>(event.code);
  const auto keys = KeyDecoder().feed({&control, 1});
  return keys.empty() ? Key{Key::Kind::tick} : keys.front();
}

// Escape alone is a key. What a key that ncursesw does not know sends is dropped whole.
Key CursesScreen::escape() {
  const Event second = read(0);
  if (second.kind == ERR) return {Key::Kind::escape};
  if (second.kind != character || (second.code != '[' && second.code != 'O')) {
    ahead_.push_front(second);
    return {Key::Kind::escape};
  }
  for (Event more = read(0); more.kind == character; more = read(0))
    if (more.code >= '@' && more.code <= '~') break;
  return {Key::Kind::tick};
}

// What an input method commits at once is one text.
Key CursesScreen::text(wint_t first) {
  Key key{Key::Kind::text};
  append_utf8(key.text, static_cast<char32_t>(first));
  if (first < 0x80) return key;
  for (Event more = read(0); more.kind != ERR; more = read(0)) {
    if (!more.is_text() || more.code < 0x80) {
      ahead_.push_front(more);
      break;
    }
    append_utf8(key.text, static_cast<char32_t>(more.code));
  }
  return key;
}

Key CursesScreen::pasted() {
  Key key{Key::Kind::pasted};
  for (Event more = read(a_second); more.kind != ERR; more = read(a_second)) {
    if (more.kind == KEY_CODE_YES && more.code == paste_ends) break;
    if (more.is_text())
      append_utf8(key.text, static_cast<char32_t>(more.code));
    else if (more.kind == character &&
             (more.code == '\r' || more.code == '\n' || more.code == '\t'))
      key.text += ' ';
  }
  return key;
}

void CursesScreen::suspend() {
  leave();
  struct sigaction before = {};
  struct sigaction stop = {};
  stop.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &stop, &before);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &before, nullptr);
  send_to_terminal(paste_marks_on.data(), paste_marks_on.size());
  redraw();
  curses_->refresh(window_);
}

}  // namespace

bool may_have_screen() {
  if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 || is_set("SIHU_PLAIN")) return false;
  const char* terminal = std::getenv("TERM");
  if (!is_set("TERM") || std::string_view(terminal) == "dumb") return false;
  const WindowSize size = window_size();
  return size.columns >= least_window.columns && size.rows >= least_window.rows;
}

std::unique_ptr<Screen> open_screen(bool color, std::function<bool()> interrupted) {
  if (!may_have_screen()) return nullptr;
  auto screen = std::make_unique<CursesScreen>(color, std::move(interrupted));
  if (!screen->good()) return nullptr;
  return screen;
}

}  // namespace sihu
