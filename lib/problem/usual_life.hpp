#pragma once

#include "ledger/plain_line.hpp"
#include "problem/life.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace sihu {

/// What a line about a problem says that decides whether it applies: little enough to hold it of
/// every line of a large ledger.
struct LifeFact {
  enum class Kind : std::uint8_t { opening, step, unknown };

  std::uint64_t subject = 0;  ///< its hash
  std::uint64_t check = 0;
  std::uint64_t after = 0;  ///< 0: it names no line
  std::int32_t due = 0;     ///< as a number of days, or `no_date`
  Kind kind = Kind::unknown;
  StepName step = StepName::note;

  static constexpr std::int32_t no_date = INT32_MIN;
};

/// A number for a subject; others seldom have the same.
std::uint64_t subject_hash(std::string_view subject);

/// The fact of a line, or nothing if it is not about a problem.
std::optional<LifeFact> life_fact(const PlainLine& line, const Zone& zone);

/// Whether these facts, all there are of one subject, plainly are the life of one problem in which
/// every step applies: one opening, and each line resting on another one, in a chain. Then
/// `fold_problems` has nothing to say of them. False is no verdict: it has to be asked. Puts them
/// in that order.
bool is_usual_life(std::span<LifeFact> facts);

}  // namespace sihu
