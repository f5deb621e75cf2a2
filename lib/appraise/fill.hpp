#pragma once

#include "appraise/mark.hpp"
#include "calendar/half_year.hpp"
#include "document/appraise_settings.hpp"
#include "tally/gather.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A quarter of a half-year, added up.
struct HalfQuarter {
  Quarter quarter;
  const QuarterParts& parts;
  const Tally& tally;
};

/// A mark that comes from results of the quarters.
struct FilledMark {
  AppraiseSource from = AppraiseSource::check;
  AppraiseMark mark;
  Phrase why;                        ///< the results, and how they make the mark
  std::vector<std::size_t> entries;  ///< of the ledger lines behind it
};
using FilledMarks = std::map<std::string, FilledMark>;  ///< by item

/// What the mean of a branch's quarters is made of, for its secretary.
struct QuartersScore {
  struct One {
    Quarter quarter;
    std::optional<Rational> total;  ///< nothing: the branch has none, which is no 0
    bool provisional = false;
  };
  std::vector<One> quarters;     ///< those in which the person was the branch's secretary
  std::optional<Rational> mean;  ///< of the totals there are; nothing: does not apply

  bool provisional() const;
};

/// What results are looked up in. All of it must outlive the scene.
struct FillScene {
  const Organisation& organisation;
  const AppraiseSettings& settings;
  const Checklist& checklist;
  const Ledger& ledger;
  const LearnState& learning;
  const ExamState& exams;
  HalfYear half;
  std::vector<HalfQuarter> quarters;
};

/// The marks that `fill:` gives somebody: the result in percent of the item's points. A rule for an
/// item stands before one for its area. Where there is no result there is no mark: it is given by
/// hand then.
///
/// `test`: the mean of the person's own marks, the make-up in place of the first sitting. `learn`:
/// hours from January to the end of the half-year, at most what is asked, over what is asked.
/// `check`, `rectification`: the mean of the branch's scores, `check-items` what inspectors gave
/// the same item at the branch, of those quarters at whose end the person was its secretary.
FilledMarks filled_marks(const FillScene& scene, const Person& person);

/// The mean of the totals of the branch in the quarters at whose end the person was its secretary.
QuartersScore quarters_score(const FillScene& scene, const Person& person);

/// The rule that fills an item; nullptr: it is scored by hand.
const AppraiseFill* fill_rule(const AppraiseSettings& settings, const Item& item);

}  // namespace sihu
