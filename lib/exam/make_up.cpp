#include "exam/make_up.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

const RecordedMark* first_mark(const ExamState& state, const PaperKey& make_up,
                               const std::string& person) {
  const auto found = state.marks.find({first_of(make_up), person});
  return found == state.marks.end() ? nullptr : &found->second;
}

const MarkedPaper* paper_of(const MarkedPapers& marked, const std::string& person) {
  const auto found = std::ranges::find_if(
      marked.papers, [&](const MarkedPaper& one) { return one.sitting.candidate == person; });
  return found == marked.papers.end() ? nullptr : &*found;
}

// Who is of the branch, and who was when one of the two papers was handed in.
std::set<std::string> people_of(const ExamState& state, const PaperKey& make_up,
                                const Organisation& organisation, const std::string& branch) {
  std::set<std::string> people;
  for (const Person& person : organisation.people)
    if (person.branch == branch) people.insert(person.id);
  for (const auto& [of, handed] : state.sittings)
    if (first_of(of.first) == first_of(make_up) && handed.branch == branch)
      people.insert(of.second);
  return people;
}

Rational percent(const Rational& mark, const Rational& full) {
  return Rational(100) * mark / full;
}

// Adds what a person has of both sittings; by `apart` the value stays that of the first.
void add_person(const Paper& paper, const RecordedMark* first, const MarkedPaper* again,
                BranchTest& test) {
  if (!first && !again) return;
  ++test.sat;
  if ((first && first->passed) || (again && again->passed)) ++test.passed;
  test.value += again ? made_up(paper, first ? &first->value : nullptr, again->sitting.mark())
                      : percent(first->value, first->full);
}

}  // namespace

bool may_make_up(const ExamState& state, const PaperKey& make_up, const std::string& branch,
                 const std::string& person) {
  if (!state.results.contains({first_of(make_up), branch})) return false;
  const RecordedMark* first = first_mark(state, make_up, person);
  return !first || !first->passed;
}

Result<std::vector<const Branch*>> branches_to_make_up(const ExamState& state,
                                                       const PaperKey& make_up,
                                                       const Organisation& organisation) {
  std::vector<const Branch*> branches;
  bool recorded = false;
  for (const Branch& branch : organisation.branches) {
    recorded = recorded || state.results.contains({first_of(make_up), branch.id});
    const auto may = [&](const Person& person) {
      return person.branch == branch.id && may_make_up(state, make_up, branch.id, person.id);
    };
    if (std::ranges::any_of(organisation.people, may)) branches.push_back(&branch);
  }
  if (!recorded)
    return fail(Kind::refused, "first-not-recorded",
                phrase(Text{"{0} 的成绩还没有记录，不知道谁要补考",
                            "the marks of {0} are not recorded yet, so that nobody knows who is to "
                            "sit again"},
                       subject_of(first_of(make_up))),
                same("sihu test grade " + typed_key(first_of(make_up)) + " --record"));
  if (branches.empty())
    return fail(Kind::refused, "nobody-failed",
                phrase(Text{"{0} 人人都考了，也都及格，不用补考",
                            "everybody has sat {0} and passed, nobody is to sit again"},
                       subject_of(first_of(make_up))));
  return branches;
}

Rational made_up(const Paper& paper, const Rational* first, const Rational& make_up) {
  if (paper.make_up == MakeUpRule::capped && first)
    return percent(std::max(*first, std::min(make_up, paper.pass)), paper.full());
  return percent(make_up, paper.full());
}

std::vector<BranchTest> branch_make_ups(const ExamState& state, const PaperKey& make_up,
                                        const Paper& paper, const Organisation& organisation,
                                        const MarkedPapers& marked) {
  std::vector<BranchTest> list;
  for (const Branch& branch : organisation.branches) {
    const auto first = state.results.find({first_of(make_up), branch.id});
    if (first == state.results.end() || state.forms_of(make_up, branch.id).empty()) continue;
    BranchTest test;
    test.branch = branch.id;
    const auto people = people_of(state, make_up, organisation, branch.id);
    test.people = static_cast<int>(people.size());
    for (const std::string& person : people)
      add_person(paper, first_mark(state, make_up, person), paper_of(marked, person), test);
    for (const HandedPaper* handed : marked.waiting)
      if (handed->branch == branch.id) ++test.waiting;
    for (const auto& [of, handed] : state.sittings)
      if (of.first == make_up && handed.branch == branch.id && is_locked(marked, handed))
        ++test.locked;
    test.excused = excused_people(paper, test.people, test.people - test.sat);
    const int counted = test.people - test.excused;
    test.value = counted > 0 ? test.value / Rational(counted) : Rational();
    if (paper.make_up == MakeUpRule::apart) test.value = first->second.value;
    list.push_back(std::move(test));
  }
  return list;
}

Phrase make_up_words(const Paper& paper) {
  switch (paper.make_up) {
    case MakeUpRule::capped:
      return phrase(
          Text{"补考：缺考的按补考分算；不及格的至多提到及格分 {0}，不会降低",
               "make-up: it stands in for an absence, and lifts a failed mark to the pass "
               "mark, {0}, at most; it lowers none"},
          paper.pass.shortest());
    case MakeUpRule::replace:
      return phrase(Text{"补考：按补考分算，高低都算",
                         "make-up: it counts as it is, in place of "
                         "the first mark"});
    case MakeUpRule::apart:
      break;
  }
  return phrase(Text{"补考：只看是否及格，支部成绩仍按第一次算",
                     "make-up: it says who passes; branches keep what they had at first"});
}

}  // namespace sihu
