#include "tools/terminal/terminal_guard.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace sihu {
namespace {

constexpr std::array<int, 8> deadly{SIGTERM, SIGHUP, SIGQUIT, SIGSEGV,
                                    SIGABRT, SIGBUS, SIGFPE,  SIGILL};

// What a signal handler may reach: there is one terminal.
termios as_found = {};
std::string goodbye;
std::string last_words;
std::array<struct sigaction, deadly.size()> handlers_before = {};

// Async-signal-safe: nothing but tcsetattr and write.
void put_back() {
  tcsetattr(STDIN_FILENO, TCSADRAIN, &as_found);
  send_to_terminal(goodbye.data(), goodbye.size());
}

// Restores, then dies of the same signal, so that the parent sees what happened.
void die_restored(int signal_number) {
  put_back();
  send_to_terminal(last_words.data(), last_words.size());
  signal(signal_number, SIG_DFL);
  raise(signal_number);
}

}  // namespace

void send_to_terminal(const char* bytes, std::size_t size) {
  // Nothing can be done about a terminal that takes no bytes.
  const int terminal = isatty(STDERR_FILENO) == 1 ? STDERR_FILENO : STDOUT_FILENO;
  [[maybe_unused]] const ssize_t sent = ::write(terminal, bytes, size);
}

TerminalGuard::TerminalGuard(std::string farewell) {
  if (tcgetattr(STDIN_FILENO, &as_found) != 0) return;
  goodbye = std::move(farewell);
  struct sigaction action = {};
  action.sa_handler = die_restored;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < deadly.size(); ++i)
    sigaction(deadly[i], &action, &handlers_before[i]);
  active_ = true;
}

TerminalGuard::~TerminalGuard() {
  if (!active_) return;
  for (std::size_t i = 0; i < deadly.size(); ++i)
    sigaction(deadly[i], &handlers_before[i], nullptr);
}

const termios& TerminalGuard::normal() const {
  return as_found;
}

void TerminalGuard::set_farewell(std::string farewell) {
  goodbye = std::move(farewell);
}

LastWords::LastWords(std::string words) {
  last_words = std::move(words);
  last_words += '\n';
}

LastWords::~LastWords() {
  last_words.clear();
}

void TerminalGuard::restore() const {
  put_back();
}

}  // namespace sihu
