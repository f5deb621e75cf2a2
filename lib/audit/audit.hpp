#pragma once

#include "audit/question.hpp"
#include "check/overview.hpp"

#include <vector>

namespace sihu {

/// Of how many honest organisations in a hundred a test that goes by chance asks something, at
/// most.
inline constexpr int needless_questions = 5;

/// The questions worth asking of a quarter.
struct Audit {
  Quarter quarter;
  std::vector<TestResult> results;  ///< of every test, in the order of `all_audit_tests`
  /// Earlier quarters with checks whose checklist is not at hand: those were left out.
  std::vector<Quarter> without_checklist;

  std::size_t questions() const;
};

/// All tests, over what the ledger has of the quarter and, where a test needs it, of up to eight
/// before. `scene.checklist_for` may give none for earlier quarters.
Audit audit_quarter(const OverviewScene& scene, Quarter quarter);

}  // namespace sihu
