#include "tools/terminal/edit.hpp"

#include "base/utf8.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace sihu {
namespace {

constexpr char escape = '\x1b';
constexpr std::string_view paste_begin = "200~";
constexpr std::string_view paste_end = "201~";

std::optional<Key::Kind> control_key(char c) {
  switch (c) {
    case '\r':
    case '\n':
      return Key::Kind::enter;
    case '\x01':
      return Key::Kind::home;
    case '\x02':
      return Key::Kind::left;
    case '\x03':
      return Key::Kind::interrupt;
    case '\x04':
      return Key::Kind::end_of_input;
    case '\x05':
      return Key::Kind::end;
    case '\x06':
      return Key::Kind::right;
    case '\x08':
    case '\x7f':
      return Key::Kind::backspace;
    case '\x0b':
      return Key::Kind::kill_rest;
    case '\x0c':
      return Key::Kind::redraw;
    case '\x15':
      return Key::Kind::kill_line;
    case '\x17':
      return Key::Kind::kill_word;
    case '\x1a':
      return Key::Kind::suspend;
    default:
      return {};
  }
}

// What stands behind `ESC [` or `ESC O`.
std::optional<Key::Kind> sequence_key(std::string_view sequence) {
  struct KeyOf {
    std::string_view sequence;
    Key::Kind kind;
  };
  static constexpr std::array<KeyOf, 9> rows{{{"D", Key::Kind::left},
                                              {"C", Key::Kind::right},
                                              {"H", Key::Kind::home},
                                              {"F", Key::Kind::end},
                                              {"1~", Key::Kind::home},
                                              {"7~", Key::Kind::home},
                                              {"4~", Key::Kind::end},
                                              {"8~", Key::Kind::end},
                                              {"3~", Key::Kind::erase}}};
  const auto row = std::ranges::find(rows, sequence, &KeyOf::sequence);
  if (row == rows.end()) return {};
  return row->kind;
}

// How many bytes the character that begins with `first` has; 0 when none begins so.
std::size_t utf8_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  if (byte >= 0xf0 && byte < 0xf5) return 4;
  return 0;
}

void add_text(std::vector<Key>& keys, std::string_view text) {
  if (keys.empty() || keys.back().kind != Key::Kind::text) keys.push_back({Key::Kind::text});
  keys.back().text += text;
}

}  // namespace

std::vector<Key> KeyDecoder::feed(std::string_view bytes) {
  pending_ += bytes;
  std::vector<Key> keys;
  while (!pending_.empty() && take_one(keys)) continue;
  return keys;
}

// Takes one key off `pending_`; false when more bytes are needed for it.
bool KeyDecoder::take_one(std::vector<Key>& keys) {
  const char first = pending_.front();
  if (first == escape) return take_escape(keys);
  if (!is_control(static_cast<unsigned char>(first)) || utf8_length(first) != 1)
    return take_text(keys);
  pending_.erase(0, 1);
  if (pasting_) {
    if (first == '\r' || first == '\n' || first == '\t') add_text(keys, " ");
  } else if (const auto kind = control_key(first)) {
    keys.push_back({*kind});
  }
  return true;
}

bool KeyDecoder::take_escape(std::vector<Key>& keys) {
  if (pending_.size() < 2) return false;
  if (pending_[1] != '[' && pending_[1] != 'O') {
    // Alt with a key, or an Escape somebody pressed: only the Escape is dropped.
    pending_.erase(0, 1);
    return true;
  }
  const auto is_final = [](char c) { return c >= '@' && c <= '~'; };
  const auto last = std::find_if(pending_.begin() + 2, pending_.end(), is_final);
  if (last == pending_.end()) {
    // No key is that long; garbage must not swallow what is typed after it.
    if (pending_.size() > 32) pending_.erase(0, 2);
    return pending_.size() > 32;
  }
  const std::string sequence(pending_.begin() + 2, last + 1);
  pending_.erase(pending_.begin(), last + 1);
  if (sequence == paste_begin || sequence == paste_end)
    pasting_ = sequence == paste_begin;
  else if (const auto kind = sequence_key(sequence); kind && !pasting_)
    keys.push_back({*kind});
  return true;
}

bool KeyDecoder::take_text(std::vector<Key>& keys) {
  const std::size_t length = utf8_length(pending_.front());
  if (length > pending_.size()) {
    // Wait only while what is there can still become a character.
    const std::string_view rest = std::string_view(pending_).substr(1);
    const bool may_grow = std::ranges::all_of(
        rest, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; });
    if (may_grow) return false;
  }
  const std::string character = pending_.substr(0, length);
  if (length == 0 || character.size() < length || find_invalid_utf8(character)) {
    pending_.erase(0, 1);
    return true;
  }
  pending_.erase(0, length);
  std::size_t at = 0;
  if (!is_control(next_code_point(character, at))) add_text(keys, character);
  return true;
}

LineEdit::Outcome LineEdit::press(const Key& key) {
  switch (key.kind) {
    case Key::Kind::text:
    case Key::Kind::pasted:
      if (text_.size() + key.text.size() > longest_line) break;
      text_.insert(cursor_, key.text);
      cursor_ += key.text.size();
      break;
    case Key::Kind::enter:
      return Outcome::entered;
    case Key::Kind::interrupt:
      return Outcome::interrupted;
    case Key::Kind::end_of_input:
      if (text_.empty()) return Outcome::ended;
      erase(cursor_, behind_cursor());
      break;
    case Key::Kind::backspace:
      erase(before_cursor(), cursor_);
      break;
    case Key::Kind::erase:
      erase(cursor_, behind_cursor());
      break;
    case Key::Kind::left:
      cursor_ = before_cursor();
      break;
    case Key::Kind::right:
      cursor_ = behind_cursor();
      break;
    case Key::Kind::home:
      cursor_ = 0;
      break;
    case Key::Kind::end:
      cursor_ = text_.size();
      break;
    case Key::Kind::kill_line:
      erase(0, cursor_);
      break;
    case Key::Kind::kill_rest:
      erase(cursor_, text_.size());
      break;
    case Key::Kind::kill_word: {
      std::size_t from = cursor_;
      while (from > 0 && text_[from - 1] == ' ') --from;
      while (from > 0 && text_[from - 1] != ' ') --from;
      erase(from, cursor_);
      break;
    }
    default:  // keys that move between lines, or concern the whole window
      break;
  }
  return Outcome::going_on;
}

std::size_t LineEdit::before_cursor() const {
  const auto clusters = graphemes(std::string_view(text_).substr(0, cursor_));
  return clusters.empty() ? 0 : cursor_ - clusters.back().size();
}

std::size_t LineEdit::behind_cursor() const {
  const auto clusters = graphemes(std::string_view(text_).substr(cursor_));
  return clusters.empty() ? cursor_ : cursor_ + clusters.front().size();
}

void LineEdit::erase(std::size_t from, std::size_t to) {
  text_.erase(from, to - from);
  cursor_ = from;
}

LineEdit::View LineEdit::view(int columns) const {
  // The cursor itself needs a column behind the text.
  const int room = std::max(1, columns - 1);
  View view;
  auto before = graphemes(std::string_view(text_).substr(0, cursor_));
  std::ranges::reverse(before);
  std::string left;
  for (const std::string_view cluster : before) {
    const std::string shown = visible(cluster);
    if (view.cursor + display_width(shown) > room) break;
    left.insert(0, shown);
    view.cursor += display_width(shown);
  }
  view.shown = left;
  int width = view.cursor;
  for (const std::string_view cluster : graphemes(std::string_view(text_).substr(cursor_))) {
    const std::string shown = visible(cluster);
    width += display_width(shown);
    if (width > room) break;
    view.shown += shown;
  }
  return view;
}

}  // namespace sihu
