#include "report/test_list.hpp"

#include "exam/marking.hpp"
#include "wording/number.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sihu {
namespace {

constexpr auto right = Column::Align::right;
constexpr auto left = Column::Align::left;

Phrase name_in(const Organisation& organisation, const std::string& branch) {
  const Branch* found = organisation.find_branch(branch);
  return found ? found->name : same(branch);
}

Value whole(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

Coded state_word(bool recorded) {
  if (recorded) return {"recorded", phrase(Text{"已记录", "recorded"})};
  return {"marked", phrase(Text{"未记录", "not recorded"})};
}

std::vector<Value> mark_row(const MarkedPaper& paper, const Person& person, bool recorded) {
  const HandedPaper& handed = *paper.handed;
  return {person.id,
          person.name,
          person.branch,
          std::int64_t{handed.form},
          paper.sitting.mark().rounded(2),
          paper.sitting.full().rounded(2),
          paper.passed,
          paper.near_line,
          handed.took ? Value(std::int64_t{*handed.took}) : Value(),
          state_word(recorded)};
}

std::vector<Value> absent_row(const Person& person) {
  return {person.id,
          person.name,
          person.branch,
          {},
          {},
          {},
          {},
          {},
          {},
          Coded{"absent", phrase(Text{"没有交卷", "nothing handed in"})}};
}

const MarkedPaper* find_paper(const MarkedPapers& marked, const std::string& person) {
  const auto found = std::ranges::find_if(
      marked.papers, [&](const MarkedPaper& paper) { return paper.sitting.candidate == person; });
  return found == marked.papers.end() ? nullptr : &*found;
}

}  // namespace

Table forms_table(const std::vector<ComposedForm>& forms, const Paper& paper,
                  const Organisation& organisation) {
  Table table{{},
              {{"branch", {"支部编号", "branch id"}},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"form", {"套", "form"}, right},
               {"questions", {"题数", "questions"}, right},
               {"full", {"满分", "full"}, right},
               {"expected", {"预期平均", "expected mean"}, right},
               {"repeated", {"考过的题", "asked before"}, right},
               {"seed", {"种子", "seed"}, left, false}},
              {}};
  for (const ComposedForm& composed : forms) {
    const RecordedForm& form = composed.form;
    table.rows.push_back({form.key.branch, name_in(organisation, form.key.branch),
                          std::int64_t{form.key.form}, whole(form.questions.size()),
                          paper.full().rounded(2), form.expected.rounded(2),
                          whole(composed.repeated), form.seed});
  }
  return table;
}

std::vector<Phrase> forms_words(const std::vector<ComposedForm>& forms, const Paper& paper) {
  if (forms.empty()) return {};
  std::vector<Phrase> words;
  const auto [low, high] = std::ranges::minmax_element(
      forms, {}, [](const ComposedForm& one) { return one.form.expected; });
  words.push_back(phrase(
      Text{"预期平均 {0} 到 {1} 分（满分 {2}，及格 {3}）：是按难度估的，不是考出来的",
           "expected means are {0} to {1} of {2} points, {3} to pass: guessed by difficulty, not "
           "measured"},
      low->form.expected.rounded(2), high->form.expected.rounded(2), paper.full().shortest(),
      paper.pass.shortest()));
  for (const PaperSection& section : paper.sections)
    if (section.kind == QuestionKind::multiple)
      words.push_back(phrase(Text{"多选题给分：{0}", "several right options: {0}"},
                             marking_words(section.marking)));
  return words;
}

Table marks_table(const ExamState& state, const PaperKey& key, const MarkedPapers& marked,
                  const Organisation& organisation) {
  Table table{phrase(Text{"{0} 成绩", "Marks of {0}"}, subject_of(key)),
              {{"person", {"编号", "id"}},
               {"person_name", {"姓名", "name"}, left, true, 6},
               {"branch", {"支部", "branch"}},
               {"form", {"套", "form"}, right},
               {"mark", {"得分", "mark"}, right},
               {"full", {"满分", "full"}, right},
               {"passed", {"及格", "passed"}},
               {"near_line", {"临界", "near the line"}},
               {"took", {"用时（秒）", "seconds"}, right},
               {"state", {"状态", "state"}}},
              {}};
  for (const Person& person : organisation.people) {
    if (state.forms_of(key, person.branch).empty()) continue;
    const MarkedPaper* paper = find_paper(marked, person.id);
    const bool handed = state.sitting_of(key, person.id) != nullptr;
    if (paper)
      table.rows.push_back(mark_row(*paper, person, state.marks.contains({key, person.id})));
    else if (!handed)
      table.rows.push_back(absent_row(person));
  }
  return table;
}

Table branch_tests_table(const ExamState& state, const PaperKey& key,
                         const std::vector<BranchTest>& tests, const Organisation& organisation) {
  Table table{phrase(Text{"{0} 各支部", "{0} by branch"}, subject_of(key)),
              {{"branch", {"支部编号", "branch id"}},
               {"branch_name", {"支部", "branch"}, left, true, 8},
               {"people", {"人数", "people"}, right},
               {"sat", {"参考", "sat"}, right},
               {"excused", {"不计", "not counted"}, right},
               {"passed", {"及格", "passed"}, right},
               {"value", {"平均（百分制）", "mean of 100"}, right},
               {"state", {"状态", "state"}}},
              {}};
  for (const BranchTest& test : tests) {
    const auto recorded = state.results.find({key, test.branch});
    const bool is_recorded = recorded != state.results.end();
    table.rows.push_back(
        {test.branch, name_in(organisation, test.branch), std::int64_t{test.people},
         std::int64_t{test.sat}, std::int64_t{test.excused}, std::int64_t{test.passed},
         (is_recorded ? recorded->second.value : test.value).rounded(2), state_word(is_recorded)});
  }
  return table;
}

std::vector<Phrase> marks_words(const ExamState& state, const PaperKey& key, const Paper& paper,
                                const MarkedPapers& marked) {
  std::vector<Phrase> words;
  for (const PaperSection& section : paper.sections)
    if (section.kind == QuestionKind::multiple)
      words.push_back(phrase(Text{"多选题给分：{0}", "several right options: {0}"},
                             marking_words(section.marking)));
  if (!marked.locked.empty())
    words.push_back(phrase(Text{"{0} 份密封着，打开它们的私钥不在这台机器上",
                                "{0} sealed, and the key that opens them is not on this machine"},
                           counted(std::ssize(marked.locked), "paper")));
  if (marked.error)
    words.push_back(phrase(
        Text{"测量标准误 {0} 分：离及格线 {1} 分不到这么多的算临界，请复核再定",
             "standard error of measurement {0}: whoever is nearer than that to the pass mark, "
             "{1}, is near the line; look again before deciding"},
        fmt::format("{:.2f}", *marked.error), paper.pass.shortest()));
  else
    words.push_back(phrase(Text{"同一套卷不足 {0} 份，算不出测量标准误，不标临界",
                                "fewer than {0} papers of a form: no standard error, so nobody is "
                                "marked as near the line"},
                           least_for_error));
  for (const MarkedPaper& paper_marked : marked.papers) {
    const auto recorded = state.marks.find({key, paper_marked.sitting.candidate});
    if (recorded != state.marks.end() && recorded->second.value != paper_marked.sitting.mark())
      words.push_back(phrase(Text{"{0} 记录的是 {1} 分，现在算得 {2} 分",
                                  "{0} is recorded with {1}, and now comes to {2}"},
                             paper_marked.sitting.candidate, recorded->second.value.rounded(2),
                             paper_marked.sitting.mark().rounded(2)));
  }
  for (const MarkedPaper& one : marked.papers)
    if (one.handed->again > 0)
      words.push_back(phrase(Text{"{0} 交了 {1} 次卷，以台账里最早的为准",
                                  "{0} handed in {1} times; what comes first in the ledger counts"},
                             one.sitting.candidate, one.handed->again + 1));
  for (const MarkedPaper& one : marked.papers)
    if (one.handed->turned_back)
      words.push_back(phrase(Text{"{0} 作答时机器的时钟往回走过",
                                  "the clock of the machine went backwards while {0} was at it"},
                             one.sitting.candidate));
  return words;
}

}  // namespace sihu
