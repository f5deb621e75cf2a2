#pragma once

#include "audit/tests.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sihu::test {

/// An organisation of inspectors whose honesty is known, made up from a seed: every branch has one
/// inspector, and every quarter each of them inspects two other branches. Faults come, stay until
/// somebody finds them, and are mostly rectified then.
struct SimulatedOrganisation {
  int branches = 12;
  int quarters = 8;  ///< the last is 2026Q4
  int items = 40;
  double ability = 0.8;   ///< share of the faults there that an honest inspector finds
  bool separate = false;  ///< each inspects for the own branch: two that look independently
  double temper = 0;      ///< by how many points inspectors differ in leniency (standard deviation)

  /// Planted faults of inspector `p00`; as they stand, there are none.
  double bad_ability = 0.8;   ///< of the faults there
  double lenient_points = 0;  ///< more than everybody else, of 100
  double hurry = 1;           ///< how many times as fast
  double copied_marks = 0;    ///< chance that a mark repeats the one before
  /// Branches 0 and 1, 2 and 3, 4 and 5 give each other so many points more.
  double favour_points = 0;
};

inline const Quarter simulated_quarter{2026, 4};

/// Its inspections. One seed, one history.
std::vector<AuditVisit> simulate(const SimulatedOrganisation& organisation, std::uint64_t seed);

/// All tests that judge by chance, on these visits.
std::vector<TestResult> judge_by_chance(const std::vector<AuditVisit>& visits);

/// Whether a question is about the inspector `p00`, a check of this inspector's, or a pair of
/// branches that favour each other.
bool is_about_the_planted(const Question& question, const std::vector<AuditVisit>& visits);

}  // namespace sihu::test
