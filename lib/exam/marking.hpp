#pragma once

#include "document/paper.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// What choosing the letters `response` is worth where `key` is right, both ascending and without
/// repetition, out of `full` and of so many `options` shown. Exact. No answer is worth nothing, and
/// the whole key is worth `full`, by every rule.
Rational mark_letters(const Marking& marking, const Rational& full, std::string_view key,
                      std::string_view response, std::size_t options);

/// What a response to a question is worth, out of `full`: letters by `marking`, a judgment right or
/// not, blanks by the share of gaps filled as accepted (`accepts`), gaps parted by `;`. Nothing for
/// a short answer, which people mark.
std::optional<Rational> mark_response(const BankQuestion& question, const Marking& marking,
                                      const Rational& full, std::string_view response);

/// A response as it is kept, from what somebody wrote: letters in any order, small ones and
/// full-width ones too, parted by blanks, commas or `、`; `T`/`F`, `对`/`错`, `√`/`×`,
/// `正确`/`错误` of a judgment; other words without blanks around them. Nothing where it can be no
/// answer to the question: a letter that no option has, one twice, two for a single choice, more
/// gaps than asked.
std::optional<std::string> read_response(const BankQuestion& question, std::string_view written);

/// How many parts of a blank a response fills, gaps parted by `;`; of other questions as many as
/// they have blanks, which is none.
std::size_t gaps_filled(const BankQuestion& question, std::string_view response);

/// How a rule is stated on a paper and in a list of marks: `错选不得分，少选每项得 0.5 分`.
Phrase marking_words(const Marking& marking);

}  // namespace sihu
