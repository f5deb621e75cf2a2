#pragma once

#include "exam/answer_file.hpp"
#include "exam/grade.hpp"

#include <string>
#include <vector>

namespace sihu {

/// The candidates of a paper who were asked the same questions, whatever the order: a test of its
/// own. Branches that wrote some of the questions are asked others, and parallel forms have no
/// question in common, so that marks of different versions can't be held against each other.
struct PaperVersion {
  MarkedTest test;  ///< questions go by `bank/id`
};

/// Those who handed in what can be read, by version: that with most candidates first, else by the
/// first candidate's id. Papers with short answers that wait for a marker are not among them.
std::vector<PaperVersion> paper_versions(const MarkedPapers& marked, const FormByKey& form_by_key);

}  // namespace sihu
