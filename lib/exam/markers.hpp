#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "exam/grade.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// Who may mark short answers on a day, by the rule of `may_record_papers`: the committee, and
/// inspectors, secretaries and leaders of other branches, of those that set the paper where the
/// plan says so.
class Markers {
 public:
  /// `organisation` must outlive it. `plan`: of the quarter; nullptr: there is none.
  Markers(const Organisation& organisation, const PlanFile* plan, Date on);

  /// Ids of people who may mark what `branch` wrote and have not, `most` at most.
  std::vector<std::string> left(const std::string& branch, const std::vector<GivenPoints>& given,
                                std::size_t most) const;

 private:
  std::vector<const Person*> committee_;
  std::vector<const Person*> others_;
  std::map<std::string, std::set<std::string>> setters_;  // of a branch, where the plan has some
};

/// That short answers wait for a marker although nobody is left who may mark them, with what can be
/// done; empty where there are none.
std::vector<Phrase> unmarkable_words(const MarkedPapers& marked, const Markers& markers);

/// Whose short answers fewer than three people may mark, so that nobody is left when two differ,
/// with what can be done: a sentence for all branches of the same people. Empty where there are
/// none, or the paper asks for no short answer.
std::vector<Phrase> few_markers_words(const Paper& paper, const std::set<std::string>& branches,
                                      const Markers& markers);

}  // namespace sihu
