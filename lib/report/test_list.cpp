#include "report/test_list.hpp"

#include "exam/make_up.hpp"

#include <algorithm>
#include <iterator>

namespace sihu {
namespace {

constexpr auto right = Column::Align::right;
constexpr auto left = Column::Align::left;

Phrase name_in(const Organisation& organisation, const std::string& branch) {
  const Branch* found = organisation.find_branch(branch);
  return found ? found->name : same(branch);
}

Coded state_word(bool recorded) {
  if (recorded) return {"recorded", phrase(Text{"已记录", "recorded"})};
  return {"marked", phrase(Text{"未记录", "not recorded"})};
}

// Whose row it is, with the branch the row is listed under.
struct Candidate {
  std::string id;
  Phrase name;
  std::string branch;
};

// What was recorded stays, whatever the paper would come to now; `recorded` may be nullptr. Nobody
// is near the line or not where there is no standard error.
std::vector<Value> mark_row(const MarkedPaper& paper, const Candidate& person,
                            const RecordedMark* recorded, bool has_error) {
  const HandedPaper& handed = *paper.handed;
  return {person.id,
          person.name,
          person.branch,
          std::int64_t{handed.form},
          (recorded ? recorded->value : paper.sitting.mark()).rounded(2),
          (recorded ? recorded->full : paper.sitting.full()).rounded(2),
          recorded ? recorded->passed : paper.passed,
          has_error ? Value(paper.near_line) : Value(),
          handed.took ? Value(std::int64_t{*handed.took}) : Value(),
          state_word(recorded != nullptr)};
}

// Of whom there is no mark.
std::vector<Value> markless_row(const Candidate& person, Coded state) {
  return {person.id, person.name, person.branch, {}, {}, {}, {}, {}, {}, std::move(state)};
}

// Of whom there is a recorded mark, and a paper that can't be marked here.
std::vector<Value> recorded_row(const Candidate& person, const RecordedMark& recorded) {
  return {person.id,
          person.name,
          person.branch,
          {},
          recorded.value.rounded(2),
          recorded.full.rounded(2),
          recorded.passed,
          {},
          {},
          state_word(true)};
}

Coded waiting_word() {
  return {"waiting", phrase(Text{"简答题待评", "short answers not marked yet"})};
}

Coded unread_word(bool locked) {
  if (locked) return {"sealed", phrase(Text{"密封，这里打不开", "sealed, no key here"})};
  return {"damaged", phrase(Text{"读不出来", "can't be read"})};
}

Coded awaited_word(AwaitedMarker awaited) {
  if (awaited == AwaitedMarker::first) return {"first", phrase(Text{"第一人", "a first marker"})};
  if (awaited == AwaitedMarker::second)
    return {"second", phrase(Text{"第二人", "a second marker"})};
  return {"third", phrase(Text{"第三人", "a third marker"})};
}

// What a branch comes to now.
std::vector<Value> present_row(const BranchTest& test, const Phrase& name) {
  const bool waits = test.waiting + test.locked > 0;
  const Coded state = !waits            ? state_word(false)
                      : test.locked > 0 ? unread_word(true)
                                        : waiting_word();
  return {test.branch,
          name,
          std::int64_t{test.people},
          std::int64_t{test.sat},
          std::int64_t{test.excused},
          std::int64_t{test.passed},
          waits ? Value() : Value(test.value.rounded(2)),
          state};
}

// What was recorded of a branch, whoever joined or left it since.
std::vector<Value> recorded_row(const RecordedTest& recorded, const Phrase& name) {
  const auto count = [](std::optional<int> number) {
    return number ? Value(std::int64_t{*number}) : Value();
  };
  return {recorded.branch,
          name,
          recorded.excused ? count(recorded.people + *recorded.excused) : Value(),
          std::int64_t{recorded.sat},
          count(recorded.excused),
          count(recorded.passed),
          recorded.value.rounded(2),
          state_word(true)};
}

bool is_waiting(const MarkedPapers& marked, const std::string& person) {
  return std::ranges::find(marked.waiting, person, &HandedPaper::person) != marked.waiting.end();
}

const MarkedPaper* find_paper(const MarkedPapers& marked, const std::string& person) {
  const auto found = std::ranges::find_if(
      marked.papers, [&](const MarkedPaper& paper) { return paper.sitting.candidate == person; });
  return found == marked.papers.end() ? nullptr : &*found;
}

// Who handed in is listed wherever they are by now: after everybody else those who are in no
// sihu.yaml any more, by their ids.
std::vector<Candidate> candidates_of(const ExamState& state, const PaperKey& key,
                                     const Organisation& organisation) {
  std::vector<Candidate> candidates;
  for (const Person& person : organisation.people) {
    const bool is_asked = !state.forms_of(key, person.branch).empty() &&
                          (!is_make_up(key) || may_make_up(state, key, person.branch, person.id));
    if (is_asked || state.sitting_of(key, person.id))
      candidates.push_back({person.id, person.name, person.branch});
  }
  for (auto at = state.sittings.lower_bound({key, {}}); at != state.sittings.end(); ++at) {
    const auto& [of, handed] = *at;
    if (of.first != key) break;
    if (!organisation.find_person(of.second))
      candidates.push_back({of.second, same(of.second), handed.branch});
  }
  return candidates;
}

const RecordedMark* recorded_mark(const ExamState& state, const PaperKey& key,
                                  const std::string& person) {
  const auto found = state.marks.find({key, person});
  return found == state.marks.end() ? nullptr : &found->second;
}

std::vector<Value> candidate_row(const ExamState& state, const PaperKey& key,
                                 const MarkedPapers& marked, const Candidate& candidate) {
  if (const MarkedPaper* paper = find_paper(marked, candidate.id))
    return mark_row(*paper, candidate, recorded_mark(state, key, candidate.id),
                    marked.error.has_value());
  if (const RecordedMark* recorded = recorded_mark(state, key, candidate.id))
    return recorded_row(candidate, *recorded);
  if (is_waiting(marked, candidate.id)) return markless_row(candidate, waiting_word());
  if (const HandedPaper* handed = state.sitting_of(key, candidate.id))
    return markless_row(candidate, unread_word(is_locked(marked, *handed)));
  if (!given_form(state, key, candidate.id, candidate.branch))
    return markless_row(candidate,
                        {"no-paper", phrase(Text{"没有卷子，要补抽", "no paper drawn yet"})});
  if (state.starts.contains({key, candidate.id}))
    return markless_row(candidate,
                        {"begun", phrase(Text{"开始了，没有交卷", "begun, nothing handed in"})});
  return markless_row(candidate, {"absent", phrase(Text{"没有交卷", "nothing handed in"})});
}

// What `odd_sittings` says, for programs; nothing of what was not handed in, nor begun.
std::vector<Value> odd_values(const ExamState& state, const PaperKey& key,
                              const std::string& person) {
  const HandedPaper* handed = state.sitting_of(key, person);
  const auto begun = state.starts.find({key, person});
  return {handed ? Value(std::int64_t{handed->again + 1}) : Value(),
          handed ? Value(handed->turned_back) : Value(),
          begun != state.starts.end() ? Value(std::ssize(begun->second.others) + 1) : Value()};
}

}  // namespace

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
               {"state", {"状态", "state"}},
               {"handed_in", {"交卷次数", "handed in"}, right, false},
               {"clock_turned_back", {"时钟往回走过", "clock turned back"}, left, false},
               {"begun", {"开始次数", "begun"}, right, false}},
              {}};
  for (const Candidate& candidate : candidates_of(state, key, organisation)) {
    auto row = candidate_row(state, key, marked, candidate);
    std::ranges::move(odd_values(state, key, candidate.id), std::back_inserter(row));
    table.rows.push_back(std::move(row));
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
    const Phrase name = name_in(organisation, test.branch);
    table.rows.push_back(recorded == state.results.end() ? present_row(test, name)
                                                         : recorded_row(recorded->second, name));
  }
  return table;
}

Table short_answers_table(const std::vector<const ShortAnswer*>& answers) {
  Table table{{},
              {{"code", {"编码", "code"}},
               {"question", {"题", "question"}},
               {"full", {"满分", "full"}, right},
               {"stem", {"题目", "asked"}, left, true, 12},
               {"model", {"参考答案", "model answer"}, left, true, 12},
               {"response", {"答案", "answer"}, left, true, 12},
               {"points", {"给分", "points"}, right}},
              {}};
  for (const ShortAnswer* answer : answers)
    table.rows.push_back({answer->key.code, answer->key.question,
                          answer->section->points.shortest(), answer->asked->question->stem,
                          answer->asked->question->model, answer->response, Value()});
  return table;
}

Table waiting_answers_table(const MarkedPapers& marked) {
  Table table{{},
              {{"code", {"编码", "code"}},
               {"question", {"题", "question"}},
               {"awaits", {"等谁评", "waits for"}},
               {"marked_by", {"评过的人", "marked by"}}},
              {}};
  for (const ShortAnswer& answer : marked.short_answers) {
    if (answer.settled.awaits == AwaitedMarker::nobody) continue;
    std::vector<std::string> markers;
    for (const GivenPoints& given : answer.given) markers.push_back(given.marker);
    table.rows.push_back({answer.key.code, answer.key.question, awaited_word(answer.settled.awaits),
                          std::move(markers)});
  }
  return table;
}

}  // namespace sihu
