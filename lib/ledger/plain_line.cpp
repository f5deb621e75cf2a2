#include "ledger/plain_line.hpp"

#include "ledger/chain.hpp"
#include "ledger/grammar.hpp"
#include "ledger/line.hpp"

#include <algorithm>
#include <cstring>

namespace sihu {
namespace {

constexpr std::size_t instant_bytes = 24;
constexpr std::size_t tail_bytes = check_digits + 1;  // the check and the tab before it

constexpr unsigned char no_digit = 0x10;

// What each byte is worth as a lower-case hex digit.
constexpr auto hex_values = [] {
  std::array<unsigned char, 256> values{};
  values.fill(no_digit);
  for (unsigned char i = 0; i < 16; ++i)
    values[static_cast<unsigned char>("0123456789abcdef"[i])] = i;
  return values;
}();

// The beginning of `key=` as one word, to be compared with what is there.
struct KeyHead {
  std::uint64_t word = 0;
  std::uint64_t mask = 0;
  bool whole = false;  // nothing of `key=` lies behind the word
};

constexpr std::size_t word_bytes = sizeof(std::uint64_t);

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, word_bytes);
  return word;
}

KeyHead head_of(std::string_view key) {
  char text[word_bytes] = {};
  char mask[word_bytes] = {};
  for (std::size_t i = 0; i < std::min(word_bytes, key.size() + 1); ++i) {
    text[i] = i < key.size() ? key[i] : '=';
    mask[i] = '\xff';
  }
  return {word_at(text), word_at(mask), key.size() < word_bytes};
}

const std::array<KeyHead, first_keys.size()>& key_heads() {
  static const auto heads = [] {
    std::array<KeyHead, first_keys.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) made[i] = head_of(first_keys[i]);
    return made;
  }();
  return heads;
}

// The key from `rank` on with which a field begins. A check follows, so a word can be read.
std::size_t find_key(const char* field, std::size_t rank) {
  const std::uint64_t word = word_at(field);
  for (; rank < first_keys.size(); ++rank) {
    const KeyHead& head = key_heads()[rank];
    const std::string_view key = first_keys[rank];
    if ((word & head.mask) == head.word &&
        (head.whole ||
         (std::memcmp(field, key.data(), key.size()) == 0 && field[key.size()] == '=')))
      break;
  }
  return rank;
}

// Columns of a body, each ended by a tab or by the end.
class Columns {
 public:
  explicit Columns(std::string_view body) : at_(body.data()), end_(body.data() + body.size()) {}

  const char* at() const { return at_; }
  bool ended() const { return at_ > end_; }
  std::string_view next() {
    const auto left = static_cast<std::size_t>(end_ - at_);
    const auto* tab = static_cast<const char*>(std::memchr(at_, '\t', left));
    const std::string_view column(at_, static_cast<std::size_t>((tab ? tab : end_) - at_));
    at_ += column.size() + 1;
    return column;
  }

 private:
  const char* at_;
  const char* end_;
};

bool read_fields(Columns& columns, PlainLine& into) {
  into.clear_fields();
  for (std::size_t rank = 0; !columns.ended(); ++rank) {
    rank = find_key(columns.at(), rank);
    const std::string_view column = columns.next();
    if (rank == first_keys.size() || column.size() < first_keys[rank].size() + 2) return false;
    into.set(rank, column.substr(first_keys[rank].size() + 1));
  }
  return true;
}

bool read_head(Columns& columns, PlainLine& into) {
  const auto at = Instant::parse(columns.next());
  if (!at || columns.ended()) return false;
  into.at = *at;
  into.person = columns.next();
  if (columns.ended()) return false;
  into.name = columns.next();
  if (columns.ended()) return false;
  into.subject = columns.next();
  return is_ledger_person(into.person) && is_event_name(into.name) && is_subject(into.subject);
}

}  // namespace

bool read_plain_line(std::string_view line, PlainLine& into) {
  if (line.size() < instant_bytes + tail_bytes || line.size() >= max_line_bytes) return false;
  const auto check = parse_check(line.substr(line.size() - check_digits));
  if (!check || line[line.size() - tail_bytes] != '\t') return false;
  if (std::memchr(line.data(), '\\', line.size()) != nullptr) return false;
  into.check = *check;
  into.body = line.substr(0, line.size() - tail_bytes);
  Columns columns(into.body);
  return read_head(columns, into) && read_fields(columns, into);
}

Event event_of(const PlainLine& line) {
  const std::string_view check(line.body.data() + line.body.size() + 1, check_digits);
  Event event{line.at, std::string(line.person), std::string(line.name), std::string(line.subject),
              {},      std::string(check)};
  event.fields.reserve(line.fields());
  for (std::size_t rank = 0; rank < first_keys.size(); ++rank)
    if (line.has(rank))
      event.fields.push_back({std::string(first_keys[rank]), std::string(line.get(rank))});
  return event;
}

void view_event(const Event& event, PlainLine& into) {
  into.at = event.at;
  into.person = event.person;
  into.name = event.name;
  into.subject = event.subject;
  into.check = parse_check(event.check).value_or(0);
  into.clear_fields();
  for (const Field& field : event.fields)
    if (const std::size_t rank = rank_of(field.key); rank < first_keys.size())
      into.set(rank, field.value);
}

std::optional<std::uint64_t> parse_check(std::string_view digits) {
  if (digits.size() != check_digits) return std::nullopt;
  std::uint64_t number = 0;
  unsigned seen = 0;
  for (const char digit : digits) {
    const unsigned value = hex_values[static_cast<unsigned char>(digit)];
    number = number << 4 | (value & 0xf);
    seen |= value;
  }
  return seen < no_digit ? std::optional(number) : std::nullopt;
}

}  // namespace sihu
