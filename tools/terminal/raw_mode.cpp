#include "tools/terminal/raw_mode.hpp"

#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <string>

namespace sihu {

RawMode::RawMode() {
  enter();
}

RawMode::~RawMode() {
  leave();
}

void RawMode::enter() {
  guard_.emplace(std::string(paste_marks_off));
  termios raw = guard_->normal();
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON | ISTRIP | INLCR | IGNCR);
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  // Drain, not flush: what was typed ahead is not lost.
  active_ = guard_->active() && tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
  if (!active_) return guard_.reset();
  send_to_terminal(paste_marks_on.data(), paste_marks_on.size());
}

void RawMode::leave() {
  if (!active_) return;
  guard_->restore();
  guard_.reset();
  active_ = false;
}

void RawMode::suspend() {
  leave();
  raise(SIGTSTP);
  enter();
}

int terminal_width() {
  winsize size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

}  // namespace sihu
