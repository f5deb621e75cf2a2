#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sihu::test {

/// One call of the program, as `inject.cpp` noted it.
struct Call {
  std::string name;
  std::string path;
  std::string to;  ///< of a renaming
  bool failed = false;
};

std::vector<Call> read_calls(std::string_view log);

/// Something that goes wrong at a call.
struct Mishap {
  std::string what;     ///< for SIHU_FAULT_DO
  std::string shown;    ///< for people: `ENOSPC`, `kill`
  bool onward = false;  ///< and ever after, for what needs room on the disk

  bool ends_program() const { return what == "kill" || what == "tear"; }
  /// What a careful program just goes on from.
  bool is_passing(const Call& call) const;
};

/// All that may go wrong at a call, except an end of the program.
std::vector<Mishap> mishaps_of(const Call& call);

/// What ends or interrupts the program there.
std::vector<Mishap> ends_of(const Call& call);

/// Whether a call leaves other files behind than it found. A program that is ended between two of
/// these leaves the same, wherever it is.
bool changes_something(const Call& call);

bool is_flush(const Call& call);

/// Whatever was written or renamed in `calls` and not flushed before the program said on standard
/// output that it was done; `.sihu/` may be lost.
std::vector<std::string> not_flushed(const std::vector<Call>& calls);

}  // namespace sihu::test
