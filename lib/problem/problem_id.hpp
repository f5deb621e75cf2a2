#pragma once

#include "calendar/period.hpp"
#include "ledger/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace sihu {

/// The parts of a problem's id, `26Q4-zb05-k7m2qx-17`: quarter, inspected branch (which may itself
/// contain `-`), the device that opened it and its serial over all that device's files.
struct ProblemId {
  Quarter quarter;
  std::string branch;
  std::string device;
  int serial = 0;
};

/// The parts of `id`, or nothing if it is none. The `~91d0` that tells two openings apart is no
/// part.
std::optional<ProblemId> parse_problem_id(std::string_view id);

/// Whether `id` is of a problem of `branch`. Quick enough to ask for every line.
bool is_of_branch(std::string_view id, std::string_view branch);

/// The next id that `device` gives: its next serial over all its files; `ahead` more than that.
std::string next_problem_id(const Ledger& ledger, Quarter quarter, std::string_view branch,
                            std::string_view device, int ahead = 0);

}  // namespace sihu
