#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace sihu {

/// The numbers of faults that openings name (`fault_number`), each as often as it is named: one
/// run for every part of a ledger that was folded apart, put in order by the thread that folded it,
/// and never copied together, for there are as many as problems.
class FaultRuns {
 public:
  void add(std::uint64_t fault) { runs_.back().push_back(fault); }

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
  std::vector<std::vector<std::uint64_t>> runs_{1};  // the last one is being filled
};

}  // namespace sihu
