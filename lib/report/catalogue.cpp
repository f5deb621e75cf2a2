#include "report/catalogue.hpp"

#include "problem/basis.hpp"
#include "problem/forgetting.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

const Item* item_of(const Problem& problem, const ListContext& context) {
  return context.catalogue ? context.catalogue(problem.doc, problem.item) : nullptr;
}

// `recorded` in the organisation's language, the other from `known` when there is one.
Phrase in_both(const std::string& recorded, const Phrase* known, const Organisation& organisation) {
  Phrase both = same(recorded);
  if (!known || known->empty() || recorded == hidden_text) return both;
  if (recorded.empty()) return *known;
  const bool chinese = organisation.language.value_or(Lang::zh) == Lang::zh;
  (chinese ? both.en : both.zh) = chinese ? known->en : known->zh;
  return both;
}

}  // namespace

std::vector<std::string> missing_evidence(const std::vector<std::string>& names,
                                          const ListContext& context) {
  std::vector<std::string> missing;
  if (context.has_evidence)
    std::ranges::copy_if(names, std::back_inserter(missing),
                         [&](const std::string& name) { return !context.has_evidence(name); });
  return missing;
}

Phrase title_of(const Problem& problem, const ListContext& context) {
  const Item* item = item_of(problem, context);
  return in_both(problem.title, item ? &item->title : nullptr, context.organisation);
}

Phrase basis_of(const Problem& problem, const ListContext& context) {
  const Item* item = item_of(problem, context);
  const Phrase known = item ? basis_text(*item) : Phrase{};
  return in_both(problem.basis, &known, context.organisation);
}

Phrase problem_names(const Problem& problem) {
  std::vector<Phrase> others;
  for (const std::string& id : problem.also()) others.push_back(same(id));
  if (others.empty()) return same(problem.id);
  return phrase(Text{"{0}（又名 {1}）", "{0} (also {1})"}, problem.id, enumerated(others));
}

Phrase branch_phrase(const Organisation& organisation, std::string_view id) {
  const Branch* branch = organisation.find_branch(id);
  return branch ? branch->name : same(std::string(id));
}

Phrase person_name(const Organisation& organisation, std::string_view id) {
  const Person* person = organisation.find_person(id);
  return person ? person->name : same(std::string(id));
}

Phrase person_names(const Organisation& organisation, const std::vector<std::string>& ids) {
  Phrase names;
  for (const std::string& id : ids) {
    const Phrase name = person_name(organisation, id);
    names.zh += (names.zh.empty() ? "" : "、") + name.zh;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  return names;
}

}  // namespace sihu
