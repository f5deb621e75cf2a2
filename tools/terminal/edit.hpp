#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One press of a key, or a piece of typed or pasted text.
struct Key {
  enum class Kind {
    text,
    enter,
    backspace,
    erase,  ///< Delete
    left,
    right,
    up,
    down,
    page_up,
    page_down,
    home,
    end,
    kill_line,     ///< Ctrl-U: all before the cursor
    kill_rest,     ///< Ctrl-K: all behind it
    kill_word,     ///< Ctrl-W
    redraw,        ///< Ctrl-L
    suspend,       ///< Ctrl-Z
    interrupt,     ///< Ctrl-C
    end_of_input,  ///< Ctrl-D
    // These come from a full screen alone.
    pasted,  ///< text that was not typed: no key may be taken for it
    tab,
    back_tab,
    escape,
    resized,  ///< the window has another size
    tick      ///< no key came for a while
  };
  Kind kind = Kind::text;
  std::string text = {};  ///< well-formed UTF-8 without control characters

  friend bool operator==(const Key&, const Key&) = default;
};

/// Keys from the bytes a terminal sends (ECMA-48 sequences as xterm and its kin send them).
///
/// Bytes may arrive cut anywhere. Line feeds and tabs inside a bracketed paste become blanks; bytes
/// that are not UTF-8 and keys without a meaning here are dropped.
class KeyDecoder {
 public:
  std::vector<Key> feed(std::string_view bytes);
  /// A lone Escape is waiting for what may follow it.
  bool waiting() const { return !pending_.empty(); }

 private:
  bool take_one(std::vector<Key>& keys);
  bool take_escape(std::vector<Key>& keys);
  bool take_text(std::vector<Key>& keys);

  std::string pending_;
  bool pasting_ = false;
};

/// A line being edited: a value, without any terminal.
class LineEdit {
 public:
  enum class Outcome { going_on, entered, interrupted, ended };

  Outcome press(const Key& key);

  const std::string& text() const { return text_; }
  std::size_t cursor() const { return cursor_; }  ///< in bytes

  /// The part that fits into `columns` with the cursor in it, made visible, and the cursor's
  /// column.
  struct View {
    std::string shown;
    int cursor = 0;
  };
  View view(int columns) const;

 private:
  std::size_t before_cursor() const;  // where the character before the cursor begins
  std::size_t behind_cursor() const;  // where the character at the cursor ends
  void erase(std::size_t from, std::size_t to);

  std::string text_;
  std::size_t cursor_ = 0;
};

/// The longest line that is taken, in bytes; what is typed beyond it is dropped.
inline constexpr std::size_t longest_line = 16384;

}  // namespace sihu
