#include "exam/blank_papers.hpp"

#include "wording/nearest.hpp"
#include "wording/number.hpp"
#include "wording/width.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

Result<NewPaper> blank_paper(const PapersScene& scene, const std::string& id) {
  const Person* person = scene.organisation.find_person(id);
  if (!person) return fail(Kind::input, {unknown_person(id, scene.organisation)});
  const auto form = scene.form_for(*person, "");
  if (!form) return tl::unexpected(form.error());
  if (!*form) return fail(Kind::input, {no_paper(id)});
  return NewPaper{id, *form, Responses((*form)->questions.size())};
}

}  // namespace

Result<std::vector<NewPaper>> blank_papers(const PapersScene& scene) {
  std::vector<NewPaper> papers;
  std::vector<Fault> faults;
  for (auto id = scene.blank.begin(); id != scene.blank.end(); ++id) {
    if (std::find(scene.blank.begin(), id, *id) != id) continue;
    auto paper = blank_paper(scene, *id);
    if (paper)
      papers.push_back(std::move(*paper));
    else
      std::ranges::move(paper.error().faults, std::back_inserter(faults));
  }
  if (!faults.empty()) return fail(Kind::input, std::move(faults));
  return papers;
}

Phrase nearest_of(const std::string& typed, const std::vector<std::string>& known) {
  const auto close = nearest(typed, known);
  return close ? phrase(Text{"是不是 {0}？", "did you mean {0}?"}, *close) : Phrase{};
}

Fault unknown_person(const std::string& id, const Organisation& organisation) {
  std::vector<std::string> people;
  for (const Person& person : organisation.people) people.push_back(person.id);
  return {{},
          "unknown-person",
          phrase(Text{"没有编号为 {0} 的人", "there is no person {0}"}, in_brief(id)),
          nearest_of(id, people)};
}

Fault no_paper(const std::string& id) {
  return {{}, "no-paper", phrase(Text{"没有给 {0} 抽过卷", "no paper was drawn for {0}"}, id)};
}

void pool_paperless(std::vector<Fault>& faults, const std::vector<std::string>& people,
                    const std::string& lines) {
  constexpr std::size_t named = 5;  // by `listed_briefly`
  if (people.size() <= named) return;
  const auto says_so = [](const Fault& fault) { return fault.name == "no-paper"; };
  const auto first = std::ranges::find_if(faults, says_so);
  if (first == faults.end()) return;
  first->what = phrase(Text{"{0} 人没有抽过卷：{1}（第 {2} 行）",
                            "no paper was drawn for {0} people: {1} (lines {2})"},
                       people.size(), listed_briefly(people), lines);
  first->hint = phrase(Text{"用 sihu test paper 给他们补抽，或删去他们的行",
                            "draw for them with sihu test paper, or leave out their rows"});
  faults.erase(std::remove_if(first + 1, faults.end(), says_so), faults.end());
}

}  // namespace sihu
