#pragma once

#include "tools/cli/world.hpp"
#include "tools/terminal/edit.hpp"
#include "tools/terminal/raw_mode.hpp"

#include <deque>
#include <functional>
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
  /// At a terminal a line also ends when `is_over` says so, which is asked every second; without it
  /// only by a key. On a pipe nobody can tell when a line was typed: there it is never asked.
  explicit LineReader(World& world, std::function<bool()> is_over = {});

  /// The next line, well-formed UTF-8 without its end; nothing at the end of the input, when
  /// interrupted and when it is over.
  std::optional<std::string> read(std::string_view prompt);

  /// Ctrl-C was pressed, or SIGINT came: end with `Exit::interrupted`.
  bool interrupted() const { return interrupted_; }
  /// The input ended early: a line was no UTF-8.
  bool unreadable() const { return unreadable_; }
  /// What was typed of the line that `is_over` ended, Enter or not; nothing where it ended none.
  const std::optional<std::string>& unfinished() const { return unfinished_; }

 private:
  std::optional<std::string> read_plainly(std::string_view prompt);
  std::optional<std::string> read_editing(std::string_view prompt);
  bool next_key(Key& key);

  World& world_;
  std::function<bool()> is_over_;
  bool editing_;
  bool interrupted_ = false;
  bool unreadable_ = false;
  std::optional<std::string> unfinished_;
  std::optional<RawMode> raw_;
  KeyDecoder decoder_;
  std::deque<Key> keys_;  // typed ahead
};

}  // namespace sihu
