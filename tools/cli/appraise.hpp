#pragma once

#include "appraise/record.hpp"
#include "report/appraise_list.hpp"
#include "tools/cli/flags.hpp"
#include "tools/cli/inspection.hpp"
#include "tools/cli/problem_reading.hpp"
#include "tools/cli/world.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>

namespace sihu {

// What the commands of `sihu appraise` have in common.

/// Which half-year, and whose appraisal, as they were typed.
struct AppraiseChoice {
  std::string half;
  std::string person;
};

/// Declares HALF, and PERSON.
void declare_half(Flags& flags, AppraiseChoice& choice);
void declare_appraised(Flags& flags, AppraiseChoice& choice);

/// A half-year appraised, from one state of the ledger. Not to be copied: lines of sheets point
/// into it.
struct HalfResult {
  AppraiseSettings settings;
  AppraiseState state;
  const KeptChecklist* kept = nullptr;
  std::map<std::string, FilledMarks> filled;  ///< by person
  Appraisal appraisal;
  std::optional<HalfYear> earlier;  ///< the half-year that totals are compared with

  HalfResult() = default;
  HalfResult(HalfResult&&) = default;
  HalfResult& operator=(HalfResult&&) = default;

  const FilledMarks& filled_of(const std::string& person) const;
};

/// `Kind::usage` for what is no half-year, `Kind::input` for one that has not begun or of which the
/// workspace has nothing.
Result<HalfYear> known_half(const ProblemReading& reading, const std::string& typed);

/// Adds up the quarters, fills what they fill, and ranks. `Kind::input` where a checklist is not at
/// hand. `reading` and `shelf` must outlive the result.
Result<HalfResult> appraise_half(const ProblemReading& reading, Shelf& shelf, HalfYear half);

/// Somebody about to write about somebody's appraisal.
struct AppraiseDesk {
  ProblemReading reading;
  HalfYear half;
  Author author;

  const Organisation& organisation() const { return reading.workspace.organisation(); }
  const Person& person() const { return *organisation().find_person(author.person); }
};

Result<AppraiseDesk> open_appraise_desk(World& world, const AppraiseChoice& choice);

/// Judges on the ledger as it is under the lock.
using JudgeAppraisal =
    std::function<Result<AppraiseRecording>(const AppraiseScene& scene, const HalfResult& result)>;

/// Judges on the ledger that the desk has read, and writes nothing.
Result<AppraiseRecording> judge_appraisal(const AppraiseDesk& desk, const JudgeAppraisal& judge);

/// Judges under the lock and records what is wanted, durable.
Result<AppraiseRecording> record_appraisal(World& world, const AppraiseDesk& desk,
                                           const JudgeAppraisal& judge);

/// The item's mark as it was typed, `3.5` or `na`: `Kind::usage` for what is none.
Result<AppraiseMark> typed_mark(const std::string& option, const std::string& typed);

}  // namespace sihu
