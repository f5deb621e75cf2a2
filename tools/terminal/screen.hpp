#pragma once

#include "tools/terminal/edit.hpp"
#include "tools/terminal/picture.hpp"

#include <functional>
#include <memory>

namespace sihu {

/// A terminal that shows whole pictures, as long as this lives. What stood there before is there
/// again afterwards, also when a signal ends the program.
class Screen {
 public:
  virtual ~Screen() = default;

  virtual WindowSize size() const = 0;
  virtual void show(const Picture& picture) = 0;
  /// The next key. `tick` after a second without one, `interrupt` also when SIGINT came or the
  /// terminal is gone. What is pasted comes as one key.
  virtual Key next() = 0;
  /// Ctrl-Z: puts the terminal back, stops the program, and goes on after `fg`.
  virtual void suspend() = 0;
  /// Ctrl-L: draws everything anew at the next `show`.
  virtual void redraw() = 0;
};

/// Whether this process has what a full screen takes, but for ncursesw and a locale: terminals on
/// standard input and output, a `TERM` that is not dumb, no `SIHU_PLAIN`, a window large enough.
bool may_have_screen();

/// Nothing where `may_have_screen` says no, the terminal is not known, no UTF-8 locale is to be
/// had, or this machine has no ncursesw: then lines do.
std::unique_ptr<Screen> open_screen(bool color, std::function<bool()> interrupted);

}  // namespace sihu
