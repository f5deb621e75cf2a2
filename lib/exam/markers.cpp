#include "exam/markers.hpp"

#include "wording/number.hpp"

#include <algorithm>
#include <array>

namespace sihu {
namespace {

constexpr std::size_t markers_needed = 3;  // two, and one more where they differ

bool may_judge(const Person& person, Date on) {
  return std::ranges::any_of(std::array{RoleName::inspector, RoleName::secretary, RoleName::leader},
                             [&](RoleName role) { return person.has_role(role, on); });
}

bool has_marked(const std::vector<GivenPoints>& given, const Person& person) {
  return std::ranges::find(given, person.id, &GivenPoints::marker) != given.end();
}

Phrase remedy() {
  return phrase(Text{"在 sihu.yaml 给委员会或别的支部（有计划的，出题支部）的人加上角色，再由他评",
                     "give somebody of the committee or of another branch (by the plan, of the one "
                     "that sets the paper) a role in sihu.yaml, who can then mark"});
}

Phrase few_words(const std::vector<std::string>& people, const std::vector<std::string>& branches) {
  const Phrase whose = listed_briefly(branches);
  if (people.empty())
    return phrase(
        Text{"{0} 的简答题没有人可以评：{1}", "nobody may mark the short answers of {0}: {1}"},
        whose, remedy());
  return phrase(Text{"{0} 的简答题只有 {1} 可以评；要两人评，两人相差太多还要第三人：{2}",
                     "short answers of {0} may be marked by {1} alone; two have to, and a third "
                     "where they differ: {2}"},
                whose, listed_briefly(people), remedy());
}

}  // namespace

Markers::Markers(const Organisation& organisation, const PlanFile* plan, Date on) {
  for (const Person& person : organisation.people)
    if (person.has_role(RoleName::committee, on))
      committee_.push_back(&person);
    else if (may_judge(person, on))
      others_.push_back(&person);
  if (!plan) return;
  for (const PlanRow& row : plan->rows)
    if (row.mutual == Mutual::test) setters_[row.to].insert(row.from);
}

std::vector<std::string> Markers::left(const std::string& branch,
                                       const std::vector<GivenPoints>& given,
                                       std::size_t most) const {
  const auto setters = setters_.find(branch);
  const auto may = [&](const Person& person, bool anywhere) {
    return person.branch != branch && !has_marked(given, person) &&
           (anywhere || setters == setters_.end() || setters->second.contains(person.branch));
  };
  std::vector<std::string> people;
  for (const auto* group : {&committee_, &others_})
    for (const Person* person : *group) {
      if (people.size() == most) return people;
      if (may(*person, group == &committee_)) people.push_back(person->id);
    }
  return people;
}

std::vector<Phrase> unmarkable_words(const MarkedPapers& marked, const Markers& markers) {
  std::map<std::string, int> stuck;
  for (const ShortAnswer& answer : marked.short_answers)
    if (answer.settled.awaits != AwaitedMarker::nobody &&
        markers.left(answer.branch, answer.given, 1).empty())
      ++stuck[answer.branch];
  if (stuck.empty()) return {};
  std::vector<std::string> branches;
  int all = 0;
  for (const auto& [branch, count] : stuck) {
    branches.push_back(branch);
    all += count;
  }
  return {phrase(
      Text{"{0} 份简答题（{1}）还要人评，能评的人都已评过：{2}；评错了的也可以自己改正（sihu "
           "test mark … --points 评分.csv --reason 理由）",
           "{0} of {1}: still to be marked, and whoever may mark has; {2}; who marked by "
           "mistake can correct it (sihu test mark … --points FILE --reason TEXT)"},
      counted(all, "short answer"), listed_briefly(branches), remedy())};
}

std::vector<Phrase> few_markers_words(const Paper& paper, const std::set<std::string>& branches,
                                      const Markers& markers) {
  std::vector<Phrase> words;
  if (std::ranges::find(paper.sections, QuestionKind::short_answer, &PaperSection::kind) ==
      paper.sections.end())
    return words;
  std::map<std::vector<std::string>, std::vector<std::string>> branches_of;  // by who may
  for (const std::string& branch : branches) {
    auto people = markers.left(branch, {}, markers_needed);
    if (people.size() < markers_needed) branches_of[std::move(people)].push_back(branch);
  }
  for (const auto& [people, of] : branches_of) words.push_back(few_words(people, of));
  return words;
}

}  // namespace sihu
