#pragma once

#include "review/result.hpp"
#include "review/state.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// The secret key that a box is sealed to, by the first 16 digits of the public one; nothing where
/// it is not at hand.
using SecretFor = std::function<std::optional<std::string>(const std::string& key16)>;

/// The rubric that sheets were filled in by, by the first 16 digits of its digest; or nullptr.
using RubricFor = std::function<const Rubric*(const std::string& doc)>;

/// What it takes to read sheets.
struct SheetOpener {
  const Organisation& organisation;
  const Rubric& rubric;  ///< of today: in which class somebody is
  const Zone& zone;
  SecretFor secret_for;
  RubricFor rubric_for;
};

/// The sheets of a quarter, read as far as they can be.
struct OpenedReview {
  std::vector<OpenedSheet> sheets;
  std::vector<std::string> locked;        ///< subjects: sealed to a key that is not at hand
  std::vector<std::string> damaged;       ///< subjects: no sheet of theirs, whatever the key
  std::vector<std::string> not_entitled;  ///< subjects: by nobody who may review that branch
  std::vector<std::string> in_the_open;   ///< subjects: readable, while others are sealed
  bool several_rubrics = false;           ///< not all were filled in by the same rubric
};

/// Only sheets of who may review count, handed in personally or by the committee. Once a sheet of
/// the quarter is sealed, only sealed ones count: by two made up in the open anybody could work out
/// what a third one says.
OpenedReview open_sheets(const ReviewState& state, const SheetOpener& opener);

}  // namespace sihu
