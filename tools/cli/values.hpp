#pragma once

#include "calendar/date.hpp"
#include "calendar/period.hpp"
#include "wording/fault.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// What a user typed for an option, read into its type; the fault names the option as its place.

/// Digits in base ten, with a `-` before them or not: `010` is ten.
std::optional<Fault> read_integer(const std::string& option, const std::string& typed, int least,
                                  int most, int& into);
/// `YYYY-MM-DD`.
std::optional<Fault> read_date(const std::string& option, const std::string& typed,
                               std::optional<Date>& into);
/// `YYYYQn`.
std::optional<Fault> read_quarter(const std::string& option, const std::string& typed,
                                  std::optional<Quarter>& into);
/// One of `choices`.
std::optional<Fault> read_choice(const std::string& option, const std::string& typed,
                                 const std::vector<std::string>& choices, std::string& into);
/// Whether `typed` is a moment as `--now` takes it.
std::optional<Fault> check_time(const std::string& option, const std::string& typed);

/// "did you mean …?" for the nearest of `known`; empty when none is near.
Phrase did_you_mean(const std::string& typed, const std::vector<std::string>& known);

}  // namespace sihu
