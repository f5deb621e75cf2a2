#pragma once

#include "document/organisation.hpp"
#include "exam/answers.hpp"
#include "exam/short_answers.hpp"
#include "exam/sitting.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A form by its key, or nullptr.
using FormByKey = std::function<const ExamForm*(const FormKey& key)>;

/// What it takes to read papers that were handed in.
struct PaperOpener {
  FormByKey form_by_key;
  SecretFor secret_for;
  /// Of whoever marks short answers; nullptr: everybody may.
  const Organisation* organisation = nullptr;
};

/// A paper, marked.
struct MarkedPaper {
  const HandedPaper* handed = nullptr;
  MarkedSitting sitting;
  bool passed = false;
  bool near_line = false;  ///< within one standard error of measurement of the pass mark
};

/// The papers of a quarter, read as far as they can be.
struct MarkedPapers {
  std::vector<MarkedPaper> papers;          ///< by person
  std::vector<const HandedPaper*> waiting;  ///< with short answers that nobody has marked in full
  std::vector<ShortAnswer> short_answers;   ///< of all papers that can be read, by `AnswerKey`
  std::vector<std::string> locked;          ///< subjects: sealed to a key that is not at hand
  std::vector<const HandedPaper*>
      keyless;                       ///< asked of a sealed bank whose keys are not known here
  std::vector<std::string> damaged;  ///< subjects: no answers to the form, whatever the key
  std::optional<double> error;       ///< standard error of measurement, in points
};

/// Marks every paper of `key`. One with a short answer that still waits for a marker has no mark
/// yet: it is among `waiting`, not among `papers`; one whose keys are not known is among `keyless`,
/// whatever its short answers have. Passed: the mark as it is, not rounded, is not
/// below the pass mark.
MarkedPapers mark_papers(const ExamState& state, const PaperKey& key, const PaperOpener& opener);

/// Standard error of measurement, in points, of papers that asked the same: s √(1 - α) of the
/// totals, both with n - 1; of several forms the mean over their papers, of variances. Forms with
/// fewer than `least_for_error` papers, and those of a single question, say nothing. Where no form
/// has as many, but all papers together do, what each says of itself: `PaperError`.
std::optional<double> error_of_measurement(const std::vector<MarkedSitting>& sittings);

inline constexpr std::size_t least_for_error = 10;

/// Whether a paper is sealed to a key that is not at hand, or asks of a bank whose key is not.
bool is_locked(const MarkedPapers& marked, const HandedPaper& handed);

/// What a branch's papers come to.
struct BranchTest {
  std::string branch;
  int people = 0;   ///< of the branch
  int sat = 0;      ///< of them
  int excused = 0;  ///< who did not sit and do not count
  int passed = 0;
  Rational value;   ///< mean of marks out of 100 over those who count
  int waiting = 0;  ///< whose short answers are not marked in full; above 0: no value yet
  int locked = 0;   ///< whose papers are sealed to a key that is not at hand; above 0: no value
};

/// How many of those who did not sit do not count.
int excused_people(const Paper& paper, int people, int absent);

/// Of each branch that has a form and people, in the order of sihu.yaml. Who did not sit counts as
/// the rules of the paper say, so that nobody can be left at home. Of a make-up: both sittings
/// together, by its rule.
std::vector<BranchTest> branch_tests(const ExamState& state, const PaperKey& key,
                                     const Paper& paper, const Organisation& organisation,
                                     const MarkedPapers& marked);

/// `Kind::integrity` with every paper whose answers can't be read; each counts as not handed in.
Result<void> all_readable(const MarkedPapers& marked);

/// Those of `branches` whose recorded result is another than what it comes to now, as when a paper
/// arrived from another copy since.
std::vector<const BranchTest*> changed_results(const ExamState& state, const PaperKey& key,
                                               const std::vector<BranchTest>& branches);

/// The lines that record marks and results, of those that are not recorded yet; with a reason also
/// of marks and `changed_results` that come to something else now, in whose place they come.
/// `Kind::refused` for whoever is not of the committee on that day, with papers that can't be
/// opened or whose keys are not known, and while a short answer waits for a marker.
Result<std::vector<Draft>> record_marks(const ExamState& state, const PaperKey& key,
                                        const Paper& paper, const MarkedPapers& marked,
                                        const std::vector<BranchTest>& branches,
                                        const Person& person, Date today,
                                        const std::string& reason = {});

/// Who began a paper at a terminal, has handed in nothing and still may, as the branch's result is
/// not recorded: what was answered may lie on that machine.
std::vector<std::string> begun_only(const ExamState& state, const PaperKey& key);

/// Who of them still has time left.
std::vector<std::string> still_sitting(const ExamState& state, const PaperKey& key,
                                       const Paper& paper, Instant now);

}  // namespace sihu
