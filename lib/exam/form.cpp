#include "exam/form.hpp"

namespace sihu {
namespace {

const BankQuestion* find_question(const RecordedForm& recorded, std::string_view ref,
                                  const BankFor& bank_for) {
  const auto slash = ref.find('/');
  if (slash == std::string_view::npos) return nullptr;
  for (const BankDigest& digest : recorded.banks) {
    if (digest.id != ref.substr(0, slash)) continue;
    const Bank* bank = bank_for(digest);
    return bank ? bank->find(ref.substr(slash + 1)) : nullptr;
  }
  return nullptr;
}

tl::unexpected<Failure> broken_form(const RecordedForm& recorded, Phrase what) {
  return fail(Kind::integrity, "broken-form",
              phrase(Text{"{0}：{1}", "{0}: {1}"}, subject_of(recorded.key), what));
}

}  // namespace

Result<ExamForm> assemble_form(const RecordedForm& recorded, const Paper& paper,
                               const BankFor& bank_for) {
  ExamForm form{recorded, paper, {}};
  for (std::size_t section = 0; section < paper.sections.size(); ++section)
    for (int i = 0; i < paper.sections[section].count(); ++i) {
      if (form.questions.size() == recorded.questions.size())
        return broken_form(recorded, phrase(Text{"题数不够", "there are too few questions"}));
      const std::string& ref = recorded.questions[form.questions.size()];
      const BankQuestion* question = find_question(recorded, ref, bank_for);
      if (!question)
        return broken_form(recorded,
                           phrase(Text{"找不到试题 {0}", "the question {0} is not there"}, ref));
      form.questions.push_back({ref, question, section});
    }
  if (form.questions.size() < recorded.questions.size())
    return broken_form(recorded, phrase(Text{"题数多了", "there are too many questions"}));
  return form;
}

std::vector<ShownQuestion> shown_to(const ExamForm& form, std::string_view person) {
  std::vector<ToShow> questions;
  for (const FormQuestion& question : form.questions)
    questions.push_back({question.question, question.section});
  return shown_questions(questions, candidate_seed(form.recorded.seed, person));
}

const RecordedForm* form_for(std::string_view person,
                             const std::vector<const RecordedForm*>& forms) {
  std::vector<const RecordedForm*> shared;
  for (const RecordedForm* form : forms) {
    if (form->person == person || std::ranges::find(form->given_to, person) != form->given_to.end())
      return form;
    if (form->person.empty()) shared.push_back(form);
  }
  if (shared.empty()) return nullptr;
  return shared[candidate_seed(shared.front()->seed, person) % shared.size()];
}

const RecordedForm* given_form(const ExamState& state, const PaperKey& key,
                               const std::string& person, const std::string& branch) {
  if (const HandedPaper* handed = state.sitting_of(key, person))
    if (const RecordedForm* form = state.find_form(handed->form_key())) return form;
  if (const auto begun = state.starts.find({key, person}); begun != state.starts.end())
    if (const RecordedForm* form = state.find_form(begun->second.form)) return form;
  auto forms = state.forms_of(key, branch);
  std::erase_if(forms, [](const RecordedForm* form) { return !form->in_force; });
  return form_for(person, forms);
}

}  // namespace sihu
