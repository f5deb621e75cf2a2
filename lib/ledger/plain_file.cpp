#include "ledger/plain_file.hpp"

#include "base/sha256.hpp"
#include "base/utf8.hpp"
#include "ledger/chain.hpp"
#include "ledger/line.hpp"
#include "ledger/omission.hpp"
#include "ledger/parts.hpp"

#include <cstring>

namespace sihu {
namespace {

constexpr std::size_t part = rank_of("part");

// Lines of a text, one behind the other; what has no LF is none.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  std::optional<std::string_view> next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// A line as `read_plain_line` or, where that cannot tell, `read_line` has it.
class PlainLines {
 public:
  bool read(std::string_view line, PlainLine& into) {
    if (read_plain_line(line, into)) return true;
    auto event = read_line(line, {}, 0);
    if (!event) return false;
    event_ = std::move(*event);
    view_event(event_, into);
    into.body = line.substr(0, line.rfind('\t'));
    return true;
  }

 private:
  Event event_;
};

// The chain, with the check of the line before and a line's body brought together in one piece.
class PlainChain {
 public:
  explicit PlainChain(std::string_view check) : previous_(check) {}

  bool fits(const PlainLine& line, std::string_view whole) {
    std::memcpy(piece_.data(), previous_.data(), check_digits);
    std::memcpy(piece_.data() + check_digits, line.body.data(), line.body.size());
    const bool hidden = previous_ == hidden_check;
    previous_ = whole.substr(whole.size() - check_digits);
    return hidden || sha256_head({piece_.data(), check_digits + line.body.size()}) == line.check ||
           is_omission(whole);
  }

 private:
  std::string_view previous_;
  std::array<char, check_digits + max_line_bytes> piece_;
};

std::optional<Header> read_sound_header(std::string_view line, bool check_chain) {
  auto header = read_header(line, {});
  if (!header) return std::nullopt;
  const std::size_t tab = line.rfind('\t');
  if (check_chain && chain_check({}, line.substr(0, tab)) != line.substr(tab + 1))
    return std::nullopt;
  return std::move(*header);
}

// Whether a line stands rightly behind the others: later, and in its group.
class Sequence {
 public:
  bool admits(const PlainLine& line, std::size_t index) {
    const bool later = index == 0 || line.at > newest_;
    newest_ = line.at;
    if (!line.has(part) && !groups_.unfinished()) return later;
    return later && !groups_.take(line.get(part), index, 0);
  }
  bool complete() const { return !groups_.unfinished(); }

 private:
  Instant newest_;
  PartGroups groups_;
};

}  // namespace

std::optional<PlainFile> pass_through(std::string_view text, bool check_chain,
                                      const VisitLine& visit) {
  if (!text.ends_with('\n') || !is_plain_text(text)) return std::nullopt;
  Lines lines(text);
  const std::string_view first = *lines.next();
  auto header = read_sound_header(first, check_chain);
  if (!header) return std::nullopt;
  PlainFile file{std::move(*header)};
  PlainChain chain(first.substr(first.size() - check_digits));
  Sequence sequence;
  PlainLines reader;
  PlainLine line;
  while (const auto bytes = lines.next()) {
    if (!reader.read(*bytes, line) || !sequence.admits(line, file.lines)) return std::nullopt;
    if (check_chain && !chain.fits(line, *bytes)) return std::nullopt;
    visit(line, *bytes, static_cast<std::uint32_t>(file.lines) + 2);
    ++file.lines;
  }
  return sequence.complete() ? std::optional(std::move(file)) : std::nullopt;
}

void visit_lines(std::string_view whole, const VisitLine& visit) {
  Lines lines(whole);
  lines.next();
  PlainLines reader;
  PlainLine line;
  for (std::uint32_t number = 2; const auto bytes = lines.next(); ++number)
    if (reader.read(*bytes, line)) visit(line, *bytes, number);
}

}  // namespace sihu
