#include "snapshot/raw_line.hpp"

#include "ledger/escape.hpp"

#include <array>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sihu {
namespace {

constexpr std::size_t instant_bytes = 24;
constexpr std::size_t check_bytes = 16;

// The column that starts at `from`, moving `from` behind its tab; `end` where there is none.
std::string_view column(const char*& from, const char* end) {
  const auto* tab =
      static_cast<const char*>(std::memchr(from, '\t', static_cast<std::size_t>(end - from)));
  if (!tab) tab = end;
  const std::string_view text(from, static_cast<std::size_t>(tab - from));
  from = tab == end ? end : tab + 1;
  return text;
}

// Where tabs stand in the 64 bytes from `from` on: bit i for byte i.
std::uint64_t tabs_in_64(const char* from) {
  std::uint64_t mask = 0;
#ifdef __SSE2__
  const __m128i tab = _mm_set1_epi8('\t');
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * i));
    const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, tab)));
    mask |= std::uint64_t{found} << (16 * i);
  }
#else
  for (int i = 0; i < 64; ++i) mask |= std::uint64_t{from[i] == '\t'} << i;
#endif
  return mask;
}

// Eight hex digits as a number, all at once; `wrong` is not 0 if one of them is none.
std::uint32_t eight_digits(const char* digits, std::uint64_t& wrong) {
  std::uint64_t word = 0;
  std::memcpy(&word, digits, sizeof word);
  constexpr std::uint64_t ones = 0x0101010101010101u;
  const std::uint64_t letters = (word >> 6) & ones;  // 1 where a letter stands
  const std::uint64_t values = (word & (0x0f * ones)) + letters * 9;
  // What the values spell again is what stood there, letters alone are ten or more, none sixteen.
  wrong |= (values + letters * ('a' - 10 - '0') + ones * '0') ^ word;
  wrong |= (((values + (0x80 - 10) * ones) >> 7) & ones) ^ letters;
  wrong |= (values + (0x80 - 16) * ones) & 0x80 * ones;
  const std::uint64_t ordered = __builtin_bswap64(values);
  const std::uint64_t pairs = (ordered | ordered >> 4) & 0x00ff00ff00ff00ffu;
  const std::uint64_t quads = (pairs | pairs >> 8) & 0x0000ffff0000ffffu;
  return static_cast<std::uint32_t>(quads | quads >> 16);
}

std::string_view between(const char* from, const char* to) {
  return {from, static_cast<std::size_t>(to - from)};
}

// The columns before the fields at one look, if they lie within 64 bytes of the line.
bool split_head(const char* from, const char* end, RawLine& raw) {
  if (end - from < 64) return false;
  std::uint64_t tabs = tabs_in_64(from);
  if (std::popcount(tabs) < 3) return false;
  std::array<const char*, 3> ends{};
  for (auto& each : ends) {
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
      tabs_ &= ~(std::uint64_t{1} << bit);
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

// Whether `text` is `key=…`; `key` has its `=`.
template <std::size_t size>
bool is_key(std::string_view text, const char (&key)[size]) {
  return text.size() >= size - 1 && std::memcmp(text.data(), key, size - 1) == 0;
}

}  // namespace

std::string_view RawLine::field(std::string_view key) const {
  const char* from = fields.data();
  const char* const end = from + fields.size();
  while (from < end) {
    const std::string_view text = column(from, end);
    if (text.size() > key.size() && text[key.size()] == '=' && text.starts_with(key))
      return text.substr(key.size() + 1);
  }
  return {};
}

std::optional<RawLine> split_line(std::string_view line) {
  if (line.size() < instant_bytes + check_bytes + 5) return std::nullopt;
  if (line[instant_bytes] != '\t' || line[line.size() - check_bytes - 1] != '\t')
    return std::nullopt;
  RawLine raw;
  raw.at = line.substr(0, instant_bytes);
  raw.check = line.substr(line.size() - check_bytes);
  const char* from = line.data() + instant_bytes + 1;
  const char* const end = raw.check.data() - 1;
  if (!split_head(from, end, raw)) {
    raw.person = column(from, end);
    raw.name = column(from, end);
    raw.subject = column(from, end);
    raw.fields = std::string_view(from, static_cast<std::size_t>(end - from));
  }
  if (raw.person.empty() || raw.name.empty() || raw.subject.empty()) return std::nullopt;
  return raw;
}

std::string unescaped_field(const RawLine& line, std::string_view key) {
  const std::string_view written = line.field(key);
  if (written.find('\\') == std::string_view::npos) return std::string(written);
  auto value = unescape_value(written);
  return value ? std::move(*value) : std::string(written);
}

TailFields tail_fields(const RawLine& line) {
  TailFields tail;
  bool in_tail = false;  // what comes from a newer sihu stands behind all keys of ours
  ColumnsBackwards columns(line.fields);
  for (std::string_view text; columns.next(text);) {
    bool ours = true;
    if (is_key(text, "after="))
      tail.after = text.substr(6);
    else if (is_key(text, "part="))
      tail.part = text.substr(5);
    else if (is_key(text, "clock="))
      tail.clock = text.substr(6);
    else if (is_key(text, "on="))
      tail.on = text.substr(3);
    else
      ours = is_key(text, "role=") || is_key(text, "org=") || is_key(text, "doc=") ||
             is_key(text, "took=") || is_key(text, "until=");
    if (in_tail && !ours) break;
    in_tail = in_tail || ours;
  }
  return tail;
}

std::uint64_t check_number(std::string_view digits) {
  if (digits.size() != check_bytes) return 0;
  std::uint64_t wrong = 0;
  const std::uint64_t high = eight_digits(digits.data(), wrong);
  const std::uint64_t low = eight_digits(digits.data() + 8, wrong);
  return wrong ? 0 : high << 32 | low;
}

}  // namespace sihu
