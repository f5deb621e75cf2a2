#include "exam/form_code.hpp"

#include "exam/form.hpp"
#include "exam/normal.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace sihu {
namespace {

// Every form that could be the person's, by when it was drawn.
std::vector<const RecordedForm*> forms_for_anyone_like(const ExamState& state, const PaperKey& key,
                                                       const Person& person) {
  std::vector<const RecordedForm*> forms;
  for (const auto* drawn : {&state.forms, &state.set_aside})
    for (auto at = drawn->lower_bound({key, "", 0}); at != drawn->end(); ++at) {
      const RecordedForm& form = at->second;
      if (form.key.paper != key) break;
      if (form.person == person.id || (form.person.empty() && form.key.branch == person.branch))
        forms.push_back(&form);
    }
  std::ranges::sort(forms, {}, &RecordedForm::entry);
  return forms;
}

Phrase codes_of(const std::vector<const RecordedForm*>& forms) {
  std::vector<std::string> codes;
  for (const RecordedForm* form : forms) codes.push_back(form->key.name);
  return listed_briefly(codes);
}

// The number in `2`, `第 2 套` or `form 2`, as papers are printed and as people copy it.
std::optional<int> number_written(std::string_view written) {
  std::string text = normal_answer(written);
  for (const std::string_view around : {"第", "套", "form"})
    if (const auto at = text.find(around); at != std::string::npos) text.erase(at, around.size());
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [read_to, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || read_to != end || number < 1) return std::nullopt;
  return number;
}

// Those that a code, or else a number, means; of several with one number, those not withdrawn.
std::vector<const RecordedForm*> forms_named(const std::vector<const RecordedForm*>& forms,
                                             const std::string& written) {
  constexpr std::size_t least_digits = 4;
  const std::string code = normal_answer(written);
  for (const RecordedForm* form : forms)
    if (code.size() >= least_digits && form->key.name.starts_with(code)) return {form};
  const auto number = number_written(written);
  std::vector<const RecordedForm*> named;
  for (const RecordedForm* form : forms)
    if (form->key.form == number) named.push_back(form);
  const auto is_withdrawn = [](const RecordedForm* form) { return form->is_withdrawn; };
  if (!std::ranges::all_of(named, is_withdrawn)) std::erase_if(named, is_withdrawn);
  return named;
}

Phrase what_names_a_form(const std::vector<const RecordedForm*>& forms) {
  constexpr std::size_t digits_of_example = 8;
  const int number = forms.empty() ? 1 : forms.back()->key.form;
  const std::string code = forms.empty() ? "2f8720fa" : forms.back()->key.name;
  return phrase(Text{"form 一栏写卷上印的第几套，或卷号（至少前 4 位），如 {0} 或 {1}",
                     "in the column form stands what the paper says: the number of its form, or "
                     "its code (the first 4 digits at least), as {0} or {1}"},
                number, code.substr(0, digits_of_example));
}

bool has_begun(const ExamState& state, const PaperKey& key, const Person& person) {
  return state.sitting_of(key, person.id) || state.start_of(key, person.id);
}

}  // namespace

Result<const RecordedForm*> form_by_code(const ExamState& state, const PaperKey& key,
                                         const Person& person, const std::string& code) {
  const RecordedForm* given = given_form(state, key, person.id, person.branch);
  auto forms = forms_for_anyone_like(state, key, person);
  if (code.empty()) {
    std::erase_if(forms, [](const RecordedForm* form) { return form->is_withdrawn; });
    const bool is_clear =
        has_begun(state, key, person) ||
        std::ranges::all_of(forms, [](const RecordedForm* form) { return form->in_force; });
    if (is_clear) return given;
    return fail(Kind::input, "which-form",
                phrase(Text{"{0} 的卷子抽了两次，form 一栏写卷上的卷号：{1}",
                            "a paper of {0} was drawn twice; give the code on it in the column "
                            "form: {1}"},
                       person.id, codes_of(forms)));
  }
  const auto named = forms_named(forms, code);
  if (named.empty())
    return fail(Kind::input, "no-such-form",
                phrase(Text{"{0} 没有 “{1}” 这份卷子；抽过的：{2}",
                            "{0} has no paper \"{1}\"; drawn were: {2}"},
                       person.id, in_brief(code), codes_of(forms)),
                what_names_a_form(forms));
  if (named.size() > 1)
    return fail(Kind::input, "which-form",
                phrase(Text{"{0} 的卷子有几份都是第 {1} 套，form 一栏写卷上的卷号：{2}",
                            "several papers of {0} are form {1}; give the code on it in the "
                            "column form: {2}"},
                       person.id, named.front()->key.form, codes_of(named)));
  if (!named.front()->is_withdrawn || named.front() == given) return named.front();
  return fail(
      Kind::input, "form-withdrawn",
      phrase(Text{"卷号 {0} 的卷子已经撤回", "the paper {0} was withdrawn"}, in_brief(code)));
}

}  // namespace sihu
