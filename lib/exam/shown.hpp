#pragma once

#include "document/bank.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A question as one candidate sees it.
struct ShownQuestion {
  std::size_t index = 0;  ///< in the form
  /// The letters of the bank in the order they are shown: with `CDBA` what is shown as A is C.
  /// Empty: no options.
  std::string letters;
};

/// A question of a form as showing takes it: which options it has and where it belongs.
struct ToShow {
  const BankQuestion* question = nullptr;
  std::size_t section = 0;  ///< sections stay together, in their order
};

/// What a candidate's order is drawn from: `seed|person`.
std::uint64_t candidate_seed(std::string_view seed, std::string_view person);

/// The questions of a form in a candidate's order: all are shuffled, then, one after the other,
/// the options of each, of which those that stay last do; then sections are put together.
std::vector<ShownQuestion> shown_questions(const std::vector<ToShow>& form, std::uint64_t seed);

/// Letters as they are shown, from letters of the bank, and back; ascending. `letters` is what
/// `ShownQuestion` has; letters that are none of it are left out.
std::string as_shown(std::string_view letters, std::string_view in_bank);
std::string as_in_bank(std::string_view letters, std::string_view shown);

}  // namespace sihu
