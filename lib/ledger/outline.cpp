#include "ledger/outline.hpp"

#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "ledger/parts.hpp"

#include <algorithm>

namespace sihu {
namespace {

constexpr std::string_view beginning = "#sihu\t1\t";

// The last bytes of a file, taken apart from their end.
class Backwards {
 public:
  Backwards(std::string_view tail, std::uint64_t bytes)
      : text_(tail), before_(bytes - tail.size()) {}

  // Drops what lies behind the last LF. False: there is none here.
  bool to_line_end() {
    const std::size_t end = text_.rfind('\n');
    if (end == std::string_view::npos) return false;
    text_ = text_.substr(0, end + 1);
    return true;
  }

  // The last line, if it begins here.
  std::optional<std::string_view> last_line() const {
    if (text_.empty()) return std::nullopt;
    const std::string_view body = text_.substr(0, text_.size() - 1);
    const std::size_t above = body.rfind('\n');
    if (above == std::string_view::npos && before_ > 0) return std::nullopt;
    return above == std::string_view::npos ? body : body.substr(above + 1);
  }

  void drop(std::string_view line) { text_.remove_suffix(line.size() + 1); }
  bool at_start() const { return text_.empty() && before_ == 0; }
  std::uint64_t offset() const { return before_ + text_.size(); }

 private:
  std::string_view text_;
  std::uint64_t before_;
};

tl::unexpected<Failure> broken(std::string_view name, int line) {
  return fail(Kind::integrity,
              {Fault{.place = Place{std::string(name), line, 0},
                     .name = "chain-broken",
                     .what = phrase(
                         Text{"校验与本行及上一行不符：有行被改动、删除或调换",
                              "the check does not match this line and the one before: a line was "
                              "edited, removed or moved"})}});
}

bool follows(std::string_view previous, std::string_view line) {
  return previous == hidden_check ||
         chain_check(previous, line.substr(0, line.rfind('\t'))) == check_of(line) ||
         is_omission(line);
}

Fault tail_note(std::string_view name, std::uint64_t bytes) {
  return {.place = Place{std::string(name)},
          .name = "torn-tail",
          .what = phrase(
              Text{"末尾 {0} 字节不成一行或不成一组（写入中断），未计入",
                   "{0} bytes at the end are no whole line or group (an interrupted write) and do "
                   "not count"},
              bytes),
          .warning = true};
}

// A header that a crash cut short is what its beginning says; anything else is no ledger.
Result<std::optional<Outline>> without_header(std::string_view head, std::string_view name,
                                              Outline outline) {
  const bool cut = head.starts_with(beginning) || beginning.starts_with(head) ||
                   head.find_first_not_of('\0') == std::string_view::npos;
  if (!cut || head.size() >= max_line_bytes) {
    auto header = read_header(cut ? std::string_view() : head.substr(0, 64), name);
    return tl::unexpected(std::move(header.error()));
  }
  if (outline.bytes > 0) outline.notes.push_back(tail_note(name, outline.bytes));
  return outline;
}

// Puts an unfinished group at the end aside; false: it begins further up than the tail.
bool drop_unfinished(Backwards& rest, std::string_view line, const Event& last) {
  const auto part = Part::parse(last.get("part"));
  if (!part || part->index == part->size) return true;
  rest.drop(line);
  for (int left = part->index - 1; left > 0; --left) {
    const auto above = rest.last_line();
    if (!above) return false;
    rest.drop(*above);
  }
  return true;
}

// Reads the lines at the end; nothing when the tail is too short.
Result<std::optional<Outline>> read_end(Backwards rest, std::string_view name, Outline outline) {
  if (!rest.to_line_end()) return std::optional<Outline>{};
  const auto line = rest.last_line();
  if (!line) return std::optional<Outline>{};
  Backwards above = rest;
  above.drop(*line);
  if (!above.at_start()) {
    const auto event = read_line(*line, name, 0);
    if (!event) return tl::unexpected(event.error());
    const auto before = above.last_line();
    if (!before) return std::optional<Outline>{};
    if (!follows(check_of(*before), *line)) return broken(name, 0);
    if (!drop_unfinished(rest, *line, *event)) return std::optional<Outline>{};
  }
  const auto last = rest.last_line();
  if (!last) return std::optional<Outline>{};
  outline.last_check = check_of(*last);
  outline.whole_bytes = rest.offset();
  if (outline.whole_bytes < outline.bytes)
    outline.notes.push_back(tail_note(name, outline.bytes - outline.whole_bytes));
  return outline;
}

tl::unexpected<Failure> no_beginning(std::string_view name) {
  return fail(Kind::integrity,
              {Fault{.place = Place{std::string(name)},
                     .name = "broken-group",
                     .what = phrase(Text{"末尾一组 part= 的开头各行不在文件中",
                                         "the first lines of the part= group at the end are not in "
                                         "the file"})}});
}

}  // namespace

Result<std::optional<Outline>> outline(std::string_view head, std::string_view tail,
                                       std::uint64_t bytes, std::string_view name) {
  Outline outline;
  outline.bytes = bytes;
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos) return without_header(head, name, std::move(outline));
  const std::string_view line = head.substr(0, end);
  auto header = read_header(line, name);
  if (!header) return tl::unexpected(std::move(header.error()));
  if (!follows("", line)) return broken(name, 1);
  outline.header = std::move(*header);
  outline.header_check = check_of(line);
  auto read = read_end(Backwards(tail, bytes), name, std::move(outline));
  // All of the file was there, and still a beginning is missing.
  if (read && !*read && tail.size() == bytes) return no_beginning(name);
  return read;
}

}  // namespace sihu
