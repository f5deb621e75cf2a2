#include "exam/earlier_papers.hpp"

#include <algorithm>

namespace sihu {
namespace {

void note_use(std::map<std::string, Quarter>& uses, const std::string& question, Quarter quarter) {
  const auto [at, fresh] = uses.emplace(question, quarter);
  if (!fresh) at->second = std::max(at->second, quarter);
}

}  // namespace

EarlierPapers::EarlierPapers(const ExamState& state, const PaperKey& paper) {
  for (const auto& [key, form] : state.forms) {
    if (key.paper == paper) continue;
    forms_[key.branch].push_back(&form);
    for (const std::string& question : form.questions)
      note_use(last_use_, question, key.paper.quarter);
  }
}

std::map<std::string, Quarter> EarlierPapers::asked(const std::string& branch,
                                                    const std::string& person) const {
  std::map<std::string, Quarter> uses;
  const auto forms = forms_.find(branch);
  if (forms == forms_.end()) return uses;
  for (const RecordedForm* form : forms->second)
    if (person.empty() || form->person.empty() || form->person == person)
      for (const std::string& question : form->questions)
        note_use(uses, question, form->key.paper.quarter);
  return uses;
}

std::size_t EarlierPapers::repeated_in(const RecordedForm& form) const {
  const auto uses = asked(form.key.branch, form.person);
  return static_cast<std::size_t>(std::ranges::count_if(
      form.questions, [&](const std::string& ref) { return uses.contains(ref); }));
}

}  // namespace sihu
