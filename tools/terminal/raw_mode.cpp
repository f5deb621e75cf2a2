#include "tools/terminal/raw_mode.hpp"

#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <string_view>

namespace sihu {
namespace {

constexpr std::array<int, 8> deadly{SIGTERM, SIGHUP, SIGQUIT, SIGSEGV,
                                    SIGABRT, SIGBUS, SIGFPE,  SIGILL};
constexpr std::string_view paste_marks_on = "\x1b[?2004h";
constexpr std::string_view paste_marks_off = "\x1b[?2004l";

// What a signal handler may reach: there is one terminal.
termios normal = {};
std::array<struct sigaction, deadly.size()> handlers_before = {};

void send(std::string_view sequence) {
  // Nothing can be done about a terminal that takes no bytes.
  [[maybe_unused]] const ssize_t sent = ::write(STDERR_FILENO, sequence.data(), sequence.size());
}

void restore_terminal() {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &normal);
  send(paste_marks_off);
}

// Restores, then dies of the same signal, so that the parent sees what happened.
void die_restored(int signal_number) {
  restore_terminal();
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

}  // namespace

RawMode::RawMode() {
  enter();
}

RawMode::~RawMode() {
  leave();
}

void RawMode::enter() {
  if (tcgetattr(STDIN_FILENO, &normal) != 0) return;
  struct sigaction action = {};
  action.sa_handler = die_restored;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < deadly.size(); ++i)
    sigaction(deadly[i], &action, &handlers_before[i]);
  termios raw = normal;
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | IXON | ISTRIP | INLCR | IGNCR);
  raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  // Drain, not flush: what was typed ahead is not lost.
  active_ = tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0;
  send(paste_marks_on);
}

void RawMode::leave() {
  if (!active_) return;
  restore_terminal();
  for (std::size_t i = 0; i < deadly.size(); ++i)
    sigaction(deadly[i], &handlers_before[i], nullptr);
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
