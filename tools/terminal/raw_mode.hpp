#pragma once

#include "tools/terminal/terminal_guard.hpp"

#include <optional>

namespace sihu {

/// The terminal on standard input without echo and by single keys, as long as this lives.
///
/// It is put back by the destructor, and by handlers for the signals that end a program. Only one
/// may live at a time.
class RawMode {
 public:
  RawMode();
  ~RawMode();
  RawMode(const RawMode&) = delete;
  RawMode& operator=(const RawMode&) = delete;

  bool active() const { return active_; }
  /// Ctrl-Z: puts the terminal back, stops the program, and goes on after `fg`.
  void suspend();

 private:
  void enter();
  void leave();

  bool active_ = false;
  std::optional<TerminalGuard> guard_;
};

/// How many columns the terminal on standard error has now.
int terminal_width();

}  // namespace sihu
