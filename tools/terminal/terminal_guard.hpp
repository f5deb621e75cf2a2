#pragma once

#include <termios.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace sihu {

/// Puts the terminal back when a signal ends the program (SIGTERM, SIGHUP, a crash, …), which then
/// dies of that signal as its parent expects.
///
/// The terminal is as it is when the guard is made. `farewell` is what undoes the rest, written
/// to standard output or error, whichever is a terminal. Only one may live at a time.
class TerminalGuard {
 public:
  explicit TerminalGuard(std::string farewell);
  ~TerminalGuard();
  TerminalGuard(const TerminalGuard&) = delete;
  TerminalGuard& operator=(const TerminalGuard&) = delete;

  /// Standard input is a terminal whose mode is known.
  bool active() const { return active_; }
  /// How the terminal was found.
  const termios& normal() const;
  /// What undoes the rest, where that is known only later.
  void set_farewell(std::string farewell);
  /// Puts it back now.
  void restore() const;

 private:
  bool active_ = false;
};

/// What the terminal is told after it has been put back, when a signal ends the program meanwhile.
/// Only one may live at a time.
class LastWords {
 public:
  explicit LastWords(std::string words);
  ~LastWords();
  LastWords(const LastWords&) = delete;
  LastWords& operator=(const LastWords&) = delete;
};

/// Sends bytes to the terminal at once.
void send_to_terminal(const char* bytes, std::size_t size);

/// Ask the terminal to mark what is pasted, and to stop that.
inline constexpr std::string_view paste_marks_on = "\x1b[?2004h";
inline constexpr std::string_view paste_marks_off = "\x1b[?2004l";

}  // namespace sihu
