#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "wording/fault.hpp"

namespace sihu {

/// Why something could not be done: all the faults that were found, not only the first.
struct Failure {
  Kind kind = Kind::input;
  std::vector<Fault> faults;
};

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
