#include "exam/draws.hpp"

#include "exam/overlap.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace sihu {
namespace {

using FormsOfBranch = std::vector<RecordedForm*>;

// Lines of older programs give a number alone.
void name_sitting(const std::map<FormKey, RecordedForm>& drawn, const std::string& person,
                  FormKey& form) {
  if (!form.name.empty()) return;
  const RecordedForm* first = nullptr;
  for (auto at = drawn.lower_bound(form); at != drawn.end(); ++at) {
    const RecordedForm& one = at->second;
    if (std::tie(one.key.paper, one.key.branch, one.key.form) !=
        std::tie(form.paper, form.branch, form.form))
      break;
    const bool is_anothers = !one.person.empty() && one.person != person;
    if (!is_anothers && (!first || one.entry < first->entry)) first = &one;
  }
  if (first) form.name = first->key.name;
}

// What each person has begun or handed in, by paper.
using TakenForms = std::map<std::pair<PaperKey, std::string>, FormKey>;

TakenForms taken_forms(const ExamState& state) {
  TakenForms taken;
  for (const auto& [of, handed] : state.sittings)
    if (state.find_form(handed.form_key())) taken.emplace(of, handed.form_key());
  for (const auto& [of, begun] : state.starts)
    if (state.find_form(begun.form)) taken.emplace(of, begun.form);
  return taken;
}

bool is_earlier(const RecordedForm* a, const RecordedForm* b) {
  return a->entry < b->entry;
}

// What was drawn first: for each person, and for all of the branch.
struct FirstDraws {
  std::map<std::string, const RecordedForm*> own;
  const RecordedForm* any_own = nullptr;
  const RecordedForm* shared = nullptr;

  explicit FirstDraws(const FormsOfBranch& forms) {
    const auto take = [](const RecordedForm*& first, const RecordedForm* form) {
      if (!first || is_earlier(form, first)) first = form;
    };
    for (const RecordedForm* form : forms) {
      if (form->is_withdrawn) continue;
      take(form->person.empty() ? shared : own[form->person], form);
      if (!form->person.empty()) take(any_own, form);
    }
  }

  bool is_of_shared_draw(const RecordedForm& form) const {
    return form.person.empty() && shared &&
           std::ranges::find(form.drawn_in, shared->drawn_in.front()) != form.drawn_in.end();
  }

  // The form that stands in the way of this one; nullptr: it is the first.
  const RecordedForm* before(const RecordedForm& form) const {
    if (form.person.empty()) {
      if (any_own && any_own->entry < shared->entry) return any_own;
      return is_of_shared_draw(form) ? nullptr : shared;
    }
    const RecordedForm* first = own.at(form.person);
    if (shared && is_earlier(shared, first)) return shared;
    return first == &form ? nullptr : first;
  }
};

// The forms of each branch, paper by paper, of both maps.
template <class Look>
void each_branch(std::map<FormKey, RecordedForm>& forms, const Look& look) {
  for (auto at = forms.begin(); at != forms.end();) {
    FormsOfBranch branch;
    const FormKey first = at->first;
    for (; at != forms.end() && at->first.paper == first.paper && at->first.branch == first.branch;
         ++at)
      branch.push_back(&at->second);
    look(branch);
  }
}

// Whoever of the branch has no form of the own keeps the shared ones in force, also where others
// have.
void decide_force(const FormsOfBranch& forms, const TakenForms& taken) {
  const FirstDraws first(forms);
  for (RecordedForm* form : forms) {
    const auto other = taken.find({form->key.paper, form->person});
    const bool has_another = other != taken.end() && other->second != form->key;
    form->in_force =
        !form->is_withdrawn && !has_another &&
        (form->person.empty() ? first.is_of_shared_draw(*form) : first.before(*form) == nullptr);
  }
}

DrawnTwice begin_twice(const RecordedForm& first, const RecordedForm& second) {
  return {second.key.paper, first.by, first.at, second.by, second.at, second.entry, 0, {}};
}

std::map<FormKey, RecordedForm> all_drawn(const ExamState& state) {
  std::map<FormKey, RecordedForm> drawn = state.forms;
  drawn.insert(state.set_aside.begin(), state.set_aside.end());
  return drawn;
}

std::map<FormKey, std::vector<std::string>> people_of_forms(const ExamState& state) {
  std::map<FormKey, std::vector<std::string>> people;
  for (const auto& [of, form] : taken_forms(state)) people[form].push_back(of.second);
  return people;
}

// Compares all forms of one paper that people may be given.
PapersAlike compare_forms(const std::vector<const RecordedForm*>& forms, int allowed) {
  PapersAlike alike{forms.front()->key.paper, 0, allowed, 0, {}, {}, 0};
  FormOverlap seen;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    FormOverlap::Numbers numbers;
    for (const std::string& question : forms[i]->questions)
      numbers.push_back(seen.number_of(question));
    const auto shared = seen.shared_with(numbers);
    for (std::size_t other = 0; other < shared.size(); ++other) {
      if (shared[other] > allowed) ++alike.pairs;
      if (shared[other] <= alike.most) continue;
      alike.most = shared[other];
      alike.one = forms[other]->person;
      alike.other = forms[i]->person;
      alike.entry = std::max(forms[other]->entry, forms[i]->entry);
    }
    seen.add(std::move(numbers));
  }
  return alike;
}

}  // namespace

void settle_draws(ExamState& state) {
  for (auto& [of, handed] : state.sittings) {
    FormKey form = handed.form_key();
    name_sitting(state.forms, of.second, form);
    handed.form_name = form.name;
  }
  for (auto& [of, begun] : state.starts) name_sitting(state.forms, of.second, begun.form);
  const TakenForms taken = taken_forms(state);
  std::set<FormKey> kept;
  for (const auto& [of, form] : taken) kept.insert(form);
  each_branch(state.forms, [&](const FormsOfBranch& forms) { decide_force(forms, taken); });
  for (auto at = state.forms.begin(); at != state.forms.end();) {
    const auto next = std::next(at);
    if (!at->second.in_force && !kept.contains(at->first))
      state.set_aside.insert(state.forms.extract(at));
    at = next;
  }
}

bool DrawnTwice::is_same_as(const DrawnTwice& other) const {
  return std::tie(paper, first_by, first_at.milliseconds, second_by, second_at.milliseconds) ==
         std::tie(other.paper, other.first_by, other.first_at.milliseconds, other.second_by,
                  other.second_at.milliseconds);
}

std::vector<DrawnTwice> papers_drawn_twice(const ExamState& state) {
  if (state.set_aside.empty() &&
      std::ranges::all_of(state.forms, [](const auto& one) { return one.second.in_force; }))
    return {};
  const auto people = people_of_forms(state);
  auto drawn = all_drawn(state);
  std::map<std::tuple<PaperKey, std::uint32_t, std::uint32_t>, DrawnTwice> twice;
  each_branch(drawn, [&](const FormsOfBranch& forms) {
    const FirstDraws first(forms);
    for (const RecordedForm* form : forms) {
      const RecordedForm* before = form->is_withdrawn ? nullptr : first.before(*form);
      if (!before) continue;
      const std::tuple key{form->key.paper, before->drawn_in.front(), form->drawn_in.front()};
      DrawnTwice& one = twice.try_emplace(key, begin_twice(*before, *form)).first->second;
      one.first_at = std::min(one.first_at, before->at);
      if (form->entry < one.entry) {
        one.entry = form->entry;
        one.second_at = form->at;
      }
      ++one.forms;
      if (const auto found = people.find(form->key); found != people.end())
        one.answered.insert(one.answered.end(), found->second.begin(), found->second.end());
    }
  });
  std::vector<DrawnTwice> list;
  for (auto& [key, one] : twice) list.push_back(std::move(one));
  return list;
}

Phrase drawn_twice_words(const DrawnTwice& twice) {
  const Phrase who = twice.answered.empty()
                         ? phrase(Text{"后抽的没有人考过", "nobody has sat the second"})
                         : phrase(Text{"按后抽的考了的 {0} 人仍按它阅卷：{1}",
                                       "{0} who sat the second keep it and are marked by it: {1}"},
                                  twice.answered.size(), listed_briefly(twice.answered));
  return phrase(
      Text{"{0} 抽了两次：{1} 于 {2}，{3} 于 {4}，重了 {5} 套。还没考的用先抽的；{6}。"
           "后抽的已经印出来的收回，或录入时在 form 一栏写卷上的卷号",
           "{0} was drawn twice, by {1} at {2} and by {3} at {4}, {5} of it again. Who has not "
           "sat has the first; {6}. Take back what was printed of the second, or record it with "
           "the code on it in the column form"},
      typed_key(twice.paper), twice.first_by, to_string(twice.first_at), twice.second_by,
      to_string(twice.second_at), twice.forms, who);
}

bool PapersAlike::is_same_as(const PapersAlike& another) const {
  return std::tie(paper, most, pairs) == std::tie(another.paper, another.most, another.pairs);
}

std::vector<PapersAlike> papers_alike(const ExamState& state, const MostShared& most_shared) {
  std::map<PaperKey, std::vector<const RecordedForm*>> papers;
  for (const auto& [key, form] : state.forms)
    if (!form.person.empty()) papers[key.paper].push_back(&form);
  std::vector<PapersAlike> list;
  for (const auto& [key, forms] : papers) {
    std::set<std::uint32_t> files;
    for (const RecordedForm* form : forms) files.insert(form->drawn_in.front());
    const auto allowed =
        files.size() > 1 ? most_shared(*state.first_form(key)) : std::optional<int>();
    if (!allowed) continue;
    PapersAlike alike = compare_forms(forms, *allowed);
    if (alike.pairs > 0) list.push_back(std::move(alike));
  }
  return list;
}

Phrase papers_alike_words(const PapersAlike& alike) {
  return phrase(
      Text{"{0} 由几台机器各自抽，合起来超过了 overlap 的限制：{1} 和 {2} 有 {3} "
           "道题相同，最多应为 {4} 道；超过的共 {5} 对",
           "{0} was drawn by machines that did not know of each other, and together breaks its "
           "limit (overlap): {1} and {2} have {3} in common, of {4} allowed; pairs above it: {5}"},
      typed_key(alike.paper), alike.one, alike.other, counted(alike.most, "question"),
      alike.allowed, alike.pairs);
}

}  // namespace sihu
