#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// The letters of `text`, capital or small, full-width or not, all made alike, and nothing else:
/// neither blanks nor digits, punctuation or signs. For comparing texts, not for showing: `ＡＢＣ 3
/// OK。` becomes `abcok`. `text` must be well-formed UTF-8.
std::string letters_of(std::string_view text);

/// The same with the digits (`abc3ok`), and with the signs that make a number another one (`-1`,
/// `≥3.5`, `5%`, `2⁵` as `2^5`): for texts that may differ in a number alone.
std::string letters_and_digits_of(std::string_view text);

/// The same in words, as far as they can be told apart: what blanks part, each Chinese character by
/// itself, numbers whole (`十三` `个` `月`, `13` `个` `月`, `every` `month`).
std::vector<std::string> words_compared(std::string_view text);

}  // namespace sihu
