#pragma once

#include "document/organisation.hpp"
#include "exam/state.hpp"

#include <string>

namespace sihu {

/// The form that a person's answers on paper name, as the paper shows it: by its code, of which the
/// first four digits do, or by the number of the form (`2`, `第 2 套`, `form 2`); without either
/// the one the person has. `Kind::input` where that is not clear, because it was drawn twice, where
/// none is called so, with what is expected, and where it was withdrawn. nullptr: none was drawn.
Result<const RecordedForm*> form_by_code(const ExamState& state, const PaperKey& key,
                                         const Person& person, const std::string& code);

}  // namespace sihu
