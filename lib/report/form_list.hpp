#pragma once

#include "document/organisation.hpp"
#include "exam/compose.hpp"
#include "report/table.hpp"

#include <vector>

namespace sihu {

/// The forms of a paper, a row each. Keys, a stable contract: `branch branch_name form person
/// questions full expected repeated seed code`; `person` is empty where a branch shares the form,
/// `expected` is what candidates are expected to have, in points, and `repeated` how many of its
/// questions the person, or the branch, had in an earlier paper.
Table forms_table(const std::vector<ComposedForm>& forms, const Paper& paper,
                  const Organisation& organisation);

/// What has to be said beside it: what is expected of the forms, and how much all forms of the
/// paper have in common, `all`, which those listed are among.
std::vector<Phrase> forms_words(const std::vector<ComposedForm>& forms, const Paper& paper,
                                const std::vector<ComposedForm>& all);

}  // namespace sihu
