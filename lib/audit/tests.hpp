#pragma once

#include "audit/question.hpp"
#include "audit/visits.hpp"
#include "problem/problem.hpp"

#include <vector>

namespace sihu {

// The tests of an audit, one function each: what is asked about `quarter`, how many cases were
// judged, and what there was too little of. `visits` reach back before the quarter, as far as they
// can; each test takes of them what it needs. Formulas and sources: `explain_audit_test`.

/// Inspectors of four quarters about whom two of three tests agree: the miss rate (first), the
/// finding funnel, sheets that are too clean. Only places that somebody else has seen too count;
/// otherwise an inspector of good branches would look like one who finds nothing. n: items asked.
/// Remarks on checks that two people made in one quarter (`count_doubled`).
TestResult ask_formality(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Checks whose passed items the next inspector, in `quarter`, found and said that they had been
/// there; and inspections of `quarter` that passed what another branch, which inspected for itself,
/// found, each kind against its own. Names checks and items, no person. Statistic: items missed; n:
/// those, and all it found.
TestResult ask_missed(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Inspectors of the half-year up to `quarter`, against those who do not stand out; names their
/// checks, no person. Statistic: points above the others; n: inspections.
TestResult ask_leniency(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Inspectors of four quarters whose scores do not follow what others think of the same branches.
/// Statistic: the slope of their scores on the others' levels; n: inspections of branches that
/// others inspected too. Names the checks, no person.
TestResult ask_discrimination(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Pairs of branches that inspected each other within eight quarters; p by shuffling, its seed from
/// `quarter`. Statistic: the pair's score, in standard deviations; n: inspections between the two.
TestResult ask_reciprocity(const std::vector<AuditVisit>& visits, Quarter quarter);

/// All branches at once, when every one inspected every other within eight quarters: the social
/// relations model. Statistic: the correlation of what is left within pairs; n: pairs. Names the
/// three pairs with most left.
TestResult ask_full_round(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Sheets of `quarter` with long runs of one mark, full marks left out: items met in a row are
/// nothing to wonder at. Statistic: the longest run; n: marks below full.
TestResult ask_straight_lines(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Sheets of `quarter` answered item by item, against those of four quarters. Statistic: seconds an
/// item; n: items.
TestResult ask_pace(const std::vector<AuditVisit>& visits, Quarter quarter);

/// Pairs of branches at which one person was answering at once in `quarter`. Answers more than half
/// an hour apart are two sittings. Statistic: minutes; n: times.
TestResult ask_two_places(const std::vector<AuditVisit>& visits, Quarter quarter, const Zone& zone);

/// A text that somebody wrote about a branch.
struct AuditText {
  std::string branch;
  std::string about;  ///< `26Q4/zb05/dues/DF-02`, or a problem's id
  std::string text;
  std::size_t entry = 0;  ///< index into `Ledger::entries`
};

/// What inspectors wrote of findings in `quarter`, and what branches wrote of rectifying them.
std::vector<AuditText> texts_of(const std::vector<AuditVisit>& visits, const Ledger& ledger,
                                const Zone& zone, Quarter quarter);

/// Texts about different branches that are the same, or nearly. Names the branches, no person.
/// Statistic: how much they have in common, 0 to 1; n: texts.
TestResult ask_copied_texts(const std::vector<AuditText>& texts);

/// Checks and steps said to have been done more than three days before they were recorded, as far
/// as they belong to `quarter`. Statistic: days; n: lines.
TestResult ask_late_entries(const Ledger& ledger, const Zone& zone, Quarter quarter);

/// Problems with a step of `quarter` dated before the problem was opened, or closed before the
/// submission that was accepted. Statistic: days; n: lines.
TestResult ask_impossible_orders(const Ledger& ledger, const ProblemList& problems,
                                 const Zone& zone, Quarter quarter);

/// Devices whose clock, in `quarter`, was behind what they had recorded. Statistic: minutes, at
/// most; n: lines.
TestResult ask_clocks(const Ledger& ledger, const Zone& zone, Quarter quarter);

}  // namespace sihu
