#pragma once

#include "exam/state.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace sihu {

/// What papers other than one asked. That one is left aside: what others are given in it is no
/// earlier use. It refers to the state, which must outlive it.
class EarlierPapers {
 public:
  EarlierPapers(const ExamState& state, const PaperKey& paper);

  /// When each question was last in anybody's paper.
  const std::map<std::string, Quarter>& last_use() const { return last_use_; }

  /// When a person of the branch was last asked each question; an empty person: anybody of it. A
  /// form that a branch shared counts for everybody of it.
  std::map<std::string, Quarter> asked(const std::string& branch, const std::string& person) const;

  /// How many of a form's questions its person, or its branch, was asked before.
  std::size_t repeated_in(const RecordedForm& form) const;

 private:
  std::map<std::string, Quarter> last_use_;
  std::map<std::string, std::vector<const RecordedForm*>> forms_;  // of each branch
};

}  // namespace sihu
