#pragma once

#include <cstdint>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sihu {

// What is asked of every line, of many bytes at once. In a header, so that it is part of the loop.

#ifdef __SSE2__

/// Where tabs stand in the 64 bytes from `from` on: bit i for byte i.
inline std::uint64_t tabs_in_64(const char* from) {
  const __m128i tab = _mm_set1_epi8('\t');
  std::uint64_t mask = 0;
  for (int i = 0; i < 4; ++i) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 16 * i));
    const auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, tab)));
    mask |= std::uint64_t{found} << (16 * i);
  }
  return mask;
}

/// Sixteen hex digits as a number; 0 if one of them is none.
inline std::uint64_t sixteen_digits(const char* digits) {
  const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(digits));
  const __m128i figure = _mm_sub_epi8(text, _mm_set1_epi8('0'));
  const __m128i letter = _mm_sub_epi8(text, _mm_set1_epi8('a'));
  // Not more than nine, not more than five: what lies below is a large number without a sign.
  const __m128i is_figure = _mm_cmpeq_epi8(_mm_min_epu8(figure, _mm_set1_epi8(9)), figure);
  const __m128i is_letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, _mm_set1_epi8(5)), letter);
  if (_mm_movemask_epi8(_mm_or_si128(is_figure, is_letter)) != 0xffff) return 0;
  const __m128i values =
      _mm_or_si128(_mm_and_si128(is_figure, figure),
                   _mm_and_si128(is_letter, _mm_add_epi8(letter, _mm_set1_epi8(10))));
  // Two digits, side by side, make a byte; the first is the greater part of it.
  const __m128i pairs = _mm_and_si128(
      _mm_or_si128(_mm_slli_epi16(values, 4), _mm_srli_epi16(values, 8)), _mm_set1_epi16(0xff));
  std::uint64_t number = 0;
  _mm_storel_epi64(reinterpret_cast<__m128i*>(&number), _mm_packus_epi16(pairs, pairs));
  return __builtin_bswap64(number);
}

#else

inline std::uint64_t tabs_in_64(const char* from) {
  std::uint64_t mask = 0;
  for (int i = 0; i < 64; ++i) mask |= std::uint64_t{from[i] == '\t'} << i;
  return mask;
}

inline std::uint64_t sixteen_digits(const char* digits) {
  std::uint64_t number = 0;
  for (int i = 0; i < 16; ++i) {
    const char c = digits[i];
    const bool is_figure = c >= '0' && c <= '9';
    if (!is_figure && (c < 'a' || c > 'f')) return 0;
    number = number << 4 | static_cast<std::uint64_t>(c - (is_figure ? '0' : 'a' - 10));
  }
  return number;
}

#endif

}  // namespace sihu
