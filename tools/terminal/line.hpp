#pragma once

#include "tools/cli/world.hpp"
#include "tools/terminal/edit.hpp"
#include "tools/terminal/raw_mode.hpp"

#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// Reads answers from a person, or from a pipe.
///
/// On a terminal a line can be edited: one backspace deletes one Chinese character or one emoji,
/// and the arrow keys, Home, End, Ctrl-A/E/U/K/W work. The terminal is put back as it was after
/// every line, and when a signal ends the program. Prompts go to standard error. On a pipe or a
/// terminal called `dumb` lines are read plainly.
class LineReader {
 public:
  explicit LineReader(World& world);

  /// The next line, well-formed UTF-8 without its end; nothing at the end of the input and when
  /// interrupted.
  std::optional<std::string> read(std::string_view prompt);

  /// Ctrl-C was pressed, or SIGINT came: end with `Exit::interrupted`.
  bool interrupted() const { return interrupted_; }
  /// The input ended early: a line was no UTF-8.
  bool unreadable() const { return unreadable_; }

 private:
  std::optional<std::string> read_plainly(std::string_view prompt);
  std::optional<std::string> read_editing(std::string_view prompt);
  bool next_key(Key& key);

  World& world_;
  bool editing_;
  bool interrupted_ = false;
  bool unreadable_ = false;
  std::optional<RawMode> raw_;
  KeyDecoder decoder_;
  std::deque<Key> keys_;  // typed ahead
};

}  // namespace sihu
