#pragma once

#include <compare>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace sihu {

/// A fault's number (`fault_number`) in six bytes: its lowest sixteen bits are left out.
class SmallFault {
 public:
  SmallFault() = default;
  explicit SmallFault(std::uint64_t number)
      : high_(static_cast<std::uint16_t>(number >> 48)),
        middle_(static_cast<std::uint16_t>(number >> 32)),
        low_(static_cast<std::uint16_t>(number >> 16)) {}

  std::uint64_t number() const {
    return std::uint64_t{high_} << 48 | std::uint64_t{middle_} << 32 | std::uint64_t{low_} << 16;
  }

  friend bool operator==(SmallFault a, SmallFault b) { return a.number() == b.number(); }
  friend auto operator<=>(SmallFault a, SmallFault b) { return a.number() <=> b.number(); }

 private:
  std::uint16_t high_ = 0;
  std::uint16_t middle_ = 0;
  std::uint16_t low_ = 0;
};
static_assert(sizeof(SmallFault) == 6);

/// The numbers of faults that openings name (`fault_number`), each as often as it is named: one
/// run for every part of a ledger that was folded apart, put in order by the thread that folded it,
/// and never copied together, for there are as many as problems.
class FaultRuns {
 public:
  void add(std::uint64_t fault) { runs_.back().push_back(SmallFault(fault)); }

  /// No more come to the run that is being filled: puts it in order. Again it costs next to
  /// nothing.
  void settle();
  /// Takes over the runs of `other`. Both must be settled.
  void absorb(FaultRuns&& other);

  /// Those that are named more than once. Must be settled.
  std::unordered_set<std::uint64_t> named_again() const;
  /// All, ascending. Must be settled, and is empty afterwards.
  std::vector<std::uint64_t> take();

 private:
  std::vector<std::vector<SmallFault>> runs_{1};  // the last one is being filled
};

}  // namespace sihu
