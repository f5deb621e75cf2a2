#pragma once

#include "document/paper.hpp"
#include "exam/shown.hpp"
#include "exam/state.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// A question of a form.
struct FormQuestion {
  std::string ref;  ///< `bank/id`
  const BankQuestion* question = nullptr;
  std::size_t section = 0;  ///< of the paper's rules
};

/// A form with its rules and its questions at hand; both must outlive it.
struct ExamForm {
  const RecordedForm& recorded;
  const Paper& paper;
  std::vector<FormQuestion> questions;
  std::vector<std::string> promised = {};  ///< SHA-256 of the keys of each sealed bank it asks of

  const PaperSection& section_of(const FormQuestion& question) const {
    return paper.sections[question.section];
  }
};

/// The bank that a line names by its digest, or nullptr.
using BankFor = std::function<const Bank*(const BankDigest&)>;

/// Brings a recorded form together with its documents. `Kind::integrity` where a question is not
/// there, or there are not as many as the rules ask for.
Result<ExamForm> assemble_form(const RecordedForm& recorded, const Paper& paper,
                               const BankFor& bank_for);

/// The form's questions as that person sees them.
std::vector<ShownQuestion> shown_to(const ExamForm& form, std::string_view person);

/// Which of a branch's forms a person is given: that which was drawn for nobody else; of shared
/// ones that which the person got when it was drawn, or, who came later, always the same, whoever
/// else there is. nullptr: there is none.
const RecordedForm* form_for(std::string_view person,
                             const std::vector<const RecordedForm*>& forms);

/// The form that a person of a branch has: what was begun or handed in, else what is in force for
/// the person. nullptr: there is none.
const RecordedForm* given_form(const ExamState& state, const PaperKey& key,
                               const std::string& person, const std::string& branch);

}  // namespace sihu
