#pragma once

#include "snapshot/many_bytes.hpp"

#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// A ledger line cut into its columns and nothing more: no escape is resolved, no value judged.
/// For readers that go through millions of lines; `read_line` is the one that judges.
struct RawLine {
  static constexpr std::size_t instant_bytes = 24;
  static constexpr std::size_t check_bytes = 16;

  std::string_view at;  ///< 24 bytes
  std::string_view person;
  std::string_view name;
  std::string_view subject;
  std::string_view fields;  ///< `key=value` columns with tabs between them; may be empty
  std::string_view check;   ///< 16 bytes

  /// The value under `key` as it is written, escapes and all; empty if there is none. Looks from
  /// the front.
  std::string_view field(std::string_view key) const;

  /// The line as it stands in its file.
  std::string_view whole() const {
    return {at.data(), static_cast<std::size_t>(check.data() + check.size() - at.data())};
  }
};

/// The value under `key` with its escapes resolved; as it is written if they cannot be.
std::string unescaped_field(const RawLine& line, std::string_view key);

/// Cuts a line (without its LF) into `raw`, or says that it cannot be a ledger line.
inline bool split_line(std::string_view line, RawLine& raw);
std::optional<RawLine> split_line(std::string_view line);

/// The fields that stand at the end of a line, found from there: a line's texts are not looked at.
struct TailFields {
  std::string_view after;
  std::string_view part;
  std::string_view clock;
  std::string_view on;
};
inline TailFields tail_fields(const RawLine& line);

/// Sixteen hex digits as a number. Anything else: 0, which no check is for all that anybody will
/// ever see.
inline std::uint64_t check_number(std::string_view digits) {
  return digits.size() == RawLine::check_bytes ? sixteen_digits(digits.data()) : 0;
}

// What is below runs for every line of a ledger.

namespace raw_line {

inline std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

/// Columns that do not all begin within 64 bytes.
bool split_long_head(const char* from, const char* end, RawLine& raw);

// The columns before the fields at one look, if they lie within 64 bytes of the line.
inline bool split_head(const char* from, const char* end, RawLine& raw) {
  if (end - from < 64) return split_long_head(from, end, raw);
  std::uint64_t tabs = tabs_in_64(from);
  const char* ends[3];
  for (const char*& each : ends) {
    if (tabs == 0) return split_long_head(from, end, raw);
    each = from + std::countr_zero(tabs);
    tabs &= tabs - 1;
  }
  raw.person = between(from, ends[0]);
  raw.name = between(ends[0] + 1, ends[1]);
  raw.subject = between(ends[1] + 1, ends[2]);
  raw.fields = between(ends[2] + 1, end);
  return true;
}

// The last columns of a text, from its end on.
class ColumnsBackwards {
 public:
  explicit ColumnsBackwards(std::string_view text)
      : begin_(text.data()), end_(begin_ + text.size()) {
    if (text.size() < 64) return;
    base_ = end_ - 64;
    tabs_ = tabs_in_64(base_);
  }

  bool next(std::string_view& column) {
    if (done_) return false;
    const char* tab = nullptr;
    if (tabs_ != 0) {
      const int bit = 63 - std::countl_zero(tabs_);
      tabs_ ^= std::uint64_t{1} << bit;
      tab = base_ + bit;
    } else {
      tab =
          static_cast<const char*>(memrchr(begin_, '\t', static_cast<std::size_t>(end_ - begin_)));
    }
    done_ = !tab;
    column = between(tab ? tab + 1 : begin_, end_);
    if (tab) end_ = tab;
    return true;
  }

 private:
  const char* begin_;
  const char* end_;
  const char* base_ = nullptr;
  std::uint64_t tabs_ = 0;
  bool done_ = false;
};

/// Whether `text` is `key…`; `key` has its `=`.
template <std::size_t size>
bool is_key(std::string_view text, const char (&key)[size]) {
  return text.size() >= size - 1 && std::memcmp(text.data(), key, size - 1) == 0;
}

/// Gives what stands behind `key`; false if the text is another.
template <std::size_t size>
bool take_value(std::string_view text, const char (&key)[size], std::string_view& value) {
  if (!is_key(text, key)) return false;
  value = text.substr(size - 1);
  return true;
}

// Which of the fields that stand at the end this is, told by its first letter. False: it is none.
inline bool take_tail_field(std::string_view text, TailFields& tail) {
  switch (text.empty() ? '\0' : text[0]) {
    case 'a':
      return take_value(text, "after=", tail.after);
    case 'p':
      return take_value(text, "part=", tail.part);
    case 'c':
      return take_value(text, "clock=", tail.clock);
    case 'o':
      return is_key(text, "org=") || take_value(text, "on=", tail.on);
    case 'r':
      return is_key(text, "role=");
    case 'd':
      return is_key(text, "doc=");
    case 't':
      return is_key(text, "took=");
    case 'u':
      return is_key(text, "until=");
    default:
      return false;
  }
}

}  // namespace raw_line

inline bool split_line(std::string_view line, RawLine& raw) {
  constexpr std::size_t instant = RawLine::instant_bytes;
  constexpr std::size_t check = RawLine::check_bytes;
  if (line.size() < instant + check + 5) return false;
  if (line[instant] != '\t' || line[line.size() - check - 1] != '\t') return false;
  raw.at = line.substr(0, instant);
  raw.check = line.substr(line.size() - check);
  return raw_line::split_head(line.data() + instant + 1, raw.check.data() - 1, raw) &&
         !raw.person.empty() && !raw.name.empty() && !raw.subject.empty();
}

inline TailFields tail_fields(const RawLine& line) {
  TailFields tail;
  bool in_tail = false;  // what comes from a newer sihu stands behind all keys of ours
  raw_line::ColumnsBackwards columns(line.fields);
  for (std::string_view text; columns.next(text);) {
    const bool ours = raw_line::take_tail_field(text, tail);
    if (in_tail && !ours) break;
    in_tail = in_tail || ours;
  }
  return tail;
}

}  // namespace sihu
