#pragma once

#include "wording/fault.hpp"

#include <tl/expected.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace sihu {

/// Why something could not be done: all the faults that were found, not only the first.
struct Failure {
  Kind kind = Kind::input;
  std::vector<Fault> faults;
};

/// Adds the faults of `other` to `into`, which becomes the graver of the two kinds: what could not
/// be read (4), then bad input (3), integrity (6), a refusal (5).
inline void add_failure(Failure& into, Failure other) {
  const auto rank = [](Kind kind) {
    constexpr Kind gravest_first[] = {Kind::environment, Kind::input, Kind::integrity,
                                      Kind::refused, Kind::usage};
    return std::find(std::begin(gravest_first), std::end(gravest_first), kind) - gravest_first;
  };
  if (into.faults.empty() || rank(other.kind) < rank(into.kind)) into.kind = other.kind;
  std::move(other.faults.begin(), other.faults.end(), std::back_inserter(into.faults));
}

/// A value, or a `Failure`. Use only what `std::expected` spells the same way (`value`, `error`,
/// `*`, `->`, `and_then`, `transform`), so that it can be exchanged one day.
template <class T>
using Result = tl::expected<T, Failure>;

/// A failure with one fault that is not about a place in a text.
inline tl::unexpected<Failure> fail(Kind kind, std::string name, Phrase what, Phrase hint = {}) {
  return tl::unexpected(
      Failure{kind, {Fault{{}, std::move(name), std::move(what), std::move(hint)}}});
}

/// A failure with the faults given.
inline tl::unexpected<Failure> fail(Kind kind, std::vector<Fault> faults) {
  return tl::unexpected(Failure{kind, std::move(faults)});
}

}  // namespace sihu
