#include "tools/terminal/line.hpp"

#include "base/utf8.hpp"
#include "tools/cli/stream.hpp"
#include "wording/width.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <istream>
#include <ostream>
#include <utility>

namespace sihu {
namespace {

bool is_dumb_terminal() {
  const char* name = std::getenv("TERM");
  return !name || std::string_view(name).empty() || std::string_view(name) == "dumb";
}

// Only the last line of a prompt is drawn again and again; a long one leaves too little room.
struct Prompt {
  std::string above;
  std::string beside;
};

Prompt split_prompt(std::string_view text, int columns) {
  const std::size_t feed = text.rfind('\n');
  const std::size_t start = feed == std::string_view::npos ? 0 : feed + 1;
  Prompt prompt{std::string(text.substr(0, start)), std::string(text.substr(start))};
  if (display_width(prompt.beside) + 20 > columns && columns >= 22) {
    prompt.above += within(prompt.beside, columns) + "\n";
    prompt.beside = "> ";
  }
  return prompt;
}

std::string redraw(const Prompt& prompt, const LineEdit& line, int columns) {
  const int taken = display_width(prompt.beside);
  const LineEdit::View view = line.view(columns - taken);
  std::string text = "\r" + prompt.beside + view.shown + "\x1b[K\r";
  if (taken + view.cursor > 0) text += fmt::format("\x1b[{}C", taken + view.cursor);
  return text;
}

}  // namespace

LineReader::LineReader(World& world, std::function<bool()> is_over)
    : world_(world),
      is_over_(std::move(is_over)),
      editing_(world.in_terminal && isatty(STDERR_FILENO) == 1 && !is_dumb_terminal()) {}

std::optional<std::string> LineReader::read(std::string_view prompt) {
  if (interrupted_) return {};
  return editing_ ? read_editing(prompt) : read_plainly(prompt);
}

std::optional<std::string> LineReader::read_plainly(std::string_view prompt) {
  world_.err << prompt;
  if (!world_.in_terminal) world_.err << '\n';
  world_.out.flush();
  std::string line;
  const bool read = static_cast<bool>(std::getline(world_.in, line));
  if (world_.interrupted && world_.interrupted()) {
    interrupted_ = true;
    return {};
  }
  if (!read) return {};
  if (line.ends_with('\r')) line.pop_back();
  if (!find_invalid_utf8(line)) return line;
  unreadable_ = true;
  world_.err << say(world_.lang, Text{"这一行不是 UTF-8，不再往下读 [not-utf8]\n",
                                      "this line is not UTF-8, nothing more is read [not-utf8]\n"});
  return {};
}

// The next key, typed ahead or waited for; false at the end of the input, when a signal came, and
// when it is over.
bool LineReader::next_key(Key& key) {
  const auto stopped = [this] {
    return (world_.interrupted && world_.interrupted()) || (is_over_ && is_over_());
  };
  while (keys_.empty()) {
    if (!wait_readable(STDIN_FILENO, stopped, static_cast<bool>(is_over_))) return false;
    std::array<char, 1024> bytes;
    const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    const auto more = decoder_.feed({bytes.data(), static_cast<std::size_t>(count)});
    keys_.insert(keys_.end(), more.begin(), more.end());
  }
  key = keys_.front();
  keys_.pop_front();
  return true;
}

std::optional<std::string> LineReader::read_editing(std::string_view prompt) {
  world_.out.flush();
  if (!raw_) raw_.emplace();
  if (!raw_->active()) return read_plainly(prompt);
  const Prompt parts = split_prompt(prompt, terminal_width());
  world_.err << parts.above;
  LineEdit line;
  LineEdit::Outcome outcome = LineEdit::Outcome::going_on;
  while (outcome == LineEdit::Outcome::going_on) {
    if (keys_.empty()) world_.err << redraw(parts, line, terminal_width());
    Key key;
    if (!next_key(key)) {
      outcome = world_.interrupted && world_.interrupted() ? LineEdit::Outcome::interrupted
                                                           : LineEdit::Outcome::ended;
      break;
    }
    if (key.kind == Key::Kind::suspend) raw_->suspend();
    outcome = line.press(key);
  }
  world_.err << redraw(parts, line, terminal_width()) << "\r\n";
  interrupted_ = outcome == LineEdit::Outcome::interrupted;
  if (!interrupted_ && is_over_ && is_over_()) {
    unfinished_ = line.text();
    return {};
  }
  return outcome == LineEdit::Outcome::entered ? std::optional(line.text()) : std::nullopt;
}

}  // namespace sihu
