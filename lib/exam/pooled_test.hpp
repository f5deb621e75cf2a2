#pragma once

#include "exam/answer_file.hpp"
#include "exam/grade.hpp"

namespace sihu {

/// The papers of a test as one table of answers: each question that anybody was asked, by
/// `bank/id` in the order of the first paper that has it, over those in whose papers it is. A
/// question that is worth other points elsewhere is another item there. Papers that can't be read,
/// or whose short answers wait for a marker, are not among them; without papers there are no
/// candidates.
MarkedTest pooled_test(const MarkedPapers& marked, const FormByKey& form_by_key);

}  // namespace sihu
