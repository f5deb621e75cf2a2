#pragma once

#include "appraise/appraisal.hpp"
#include "calendar/workdays.hpp"
#include "ledger/event.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// Everything that decides what is written about somebody's appraisal.
struct AppraiseScene {
  const Organisation& organisation;
  const AppraiseSettings& settings;
  const Checklist& checklist;
  std::string doc;  ///< first 16 digits of the digest of the checklist
  const AppraiseState& state;
  const Person& person;  ///< who records
  Date today;
};

/// A mark that is to be recorded.
struct NewItemMark {
  std::string item;
  AppraiseMark mark;
  std::string reason;
  std::string evidence = {};  ///< name in `evidence/`; may be empty
  Place place = {};           ///< where it is written, if it is
};

/// What is written.
struct AppraiseRecording {
  RoleName role = RoleName::committee;
  std::vector<Draft> drafts;
  int unchanged = 0;  ///< what was recorded just so before: not written again
};

/// Days that a publication leaves to appeal in, at least and at most.
inline constexpr int least_appeal_workdays = 5;
inline constexpr int most_appeal_days = 90;

/// An `appraise.score` for each mark; with `self` an `appraise.self`, which counts for nothing.
/// `Kind::refused` with every reason: who may not (`may_appraise`; with `self` only the person),
/// who is not appraised, before the half-year, after it was published, no reason given, an item
/// that results of the quarters fill (`filled`).
Result<AppraiseRecording> give_marks(const AppraiseScene& scene, const Person& whom,
                                     const std::vector<NewItemMark>& marks, bool self,
                                     const FilledMarks& filled);

/// An `appraise.veto` with the number of the formal decision, or what lifts it. Refused without a
/// number or a reason, to others than the committee, and where there is nothing to lift.
Result<AppraiseRecording> set_veto(const AppraiseScene& scene, const Person& whom,
                                   const std::string& number, const std::string& reason, bool lift);

/// What the committee decides: marks on which scorers differ, or on an appeal; where equals meet
/// the quota's line who is within it; or, with neither, that an appeal changes nothing.
struct AppraiseDecision {
  std::optional<NewItemMark> mark;
  std::optional<bool> within_quota;
  std::string reason;
};

/// An `appraise.decide`. Before it was published items on which scorers differ are decided, and no
/// other; afterwards only items on which an appeal waits (`check_appealed`). The quota's line is
/// decided where equals meet it, for as many as it has places.
Result<AppraiseRecording> decide_appraisal(const AppraiseScene& scene, const Person& whom,
                                           const AppraiseDecision& decision,
                                           const Appraisal& appraisal);

/// An `appraise.publish` and an `appraise.result` for each person: totals stand from here on.
/// Refused: to others than the committee, a second time, before the half-year is over, while
/// somebody's marks are missing or differ, while equals at the quota's line are undecided, a window
/// of fewer than five working days or more than ninety days.
Result<AppraiseRecording> publish_appraisal(const AppraiseScene& scene, const Appraisal& appraisal,
                                            Date until, const Workdays& workdays);

/// An `appraise.appeal`. Refused: before it was published and after the last day, to others than
/// the person and the branch's secretary, without a note.
Result<AppraiseRecording> appeal_appraisal(const AppraiseScene& scene, const Person& whom,
                                           const std::string& item, const std::string& note);

}  // namespace sihu
