#include "exam/grade.hpp"

#include "exam/make_up.hpp"
#include "exam/marking.hpp"
#include "exam/open_paper.hpp"
#include "statistics/own_papers.hpp"
#include "wording/number.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace sihu {
namespace {

// Short answers are worth nothing here: people mark them.
MarkedSitting marked_sitting(const HandedPaper& handed, const ExamForm& form,
                             const Responses& responses) {
  MarkedSitting sitting{handed.person, form.recorded.key.branch, handed.key.paper, handed.form, {}};
  for (std::size_t i = 0; i < form.questions.size(); ++i) {
    const FormQuestion& asked = form.questions[i];
    const PaperSection& section = form.section_of(asked);
    sitting.answers.push_back(
        {asked.ref, responses[i],
         mark_response(*asked.question, section.marking, section.points, responses[i])
             .value_or(Rational()),
         section.points});
  }
  return sitting;
}

double variance(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / static_cast<double>(values.size() - 1);
}

// s² (1 - α), with α = k/(k-1) (1 - Σ v / s²).
double error_variance(const std::vector<const MarkedSitting*>& sittings) {
  const std::size_t questions = sittings.front()->answers.size();
  double items = 0;
  for (std::size_t i = 0; i < questions; ++i) {
    std::vector<double> marks;
    for (const MarkedSitting* sitting : sittings)
      marks.push_back(sitting->answers[i].mark.approximately());
    items += variance(marks);
  }
  std::vector<double> totals;
  for (const MarkedSitting* sitting : sittings) totals.push_back(sitting->mark().approximately());
  const auto k = static_cast<double>(questions);
  const double total = variance(totals);
  return std::max(0.0, total - k / (k - 1) * (total - items));
}

Draft mark_draft(const PaperKey& key, const Paper& paper, const MarkedPaper& marked) {
  return {"test.mark",
          sitting_subject(key, marked.sitting.candidate),
          {{"version", paper.version},
           {"result", marked.passed ? "pass" : "fail"},
           {"value", marked.sitting.mark().fraction()},
           {"full", marked.sitting.full().fraction()}}};
}

Draft result_draft(const PaperKey& key, const Paper& paper, const BranchTest& test) {
  return {"test.result",
          sitting_subject(key, test.branch),
          {{"version", paper.version},
           {"value", test.value.fraction()},
           {"absent", std::string(to_string(paper.absent))},
           {"people", std::to_string(test.people - test.excused)},
           {"sat", std::to_string(test.sat)},
           {"excused", std::to_string(test.excused)},
           {"passed", std::to_string(test.passed)}}};
}

bool has_keys(const ExamForm& form) {
  return std::ranges::all_of(form.questions,
                             [](const FormQuestion& asked) { return asked.question->has_key(); });
}

// Adds what people gave the short answers of a paper; false while one waits for somebody.
bool add_points(const std::vector<ShortAnswer>& answers, MarkedSitting& sitting) {
  bool all = true;
  for (const ShortAnswer& answer : answers) {
    all = all && answer.settled.awaits == AwaitedMarker::nobody;
    sitting.answers[answer.index].mark = answer.settled.value;
  }
  return all;
}

// Where hardly two were asked the same: by what each paper says of itself.
std::optional<double> error_of_own_papers(const std::vector<MarkedSitting>& sittings) {
  double sum = 0;
  std::size_t papers = 0;
  for (const MarkedSitting& sitting : sittings) {
    PaperError error;
    for (const MarkedAnswer& answer : sitting.answers)
      error.add(answer.mark.approximately(), answer.full.approximately());
    const auto variance = error.variance();
    sum += variance.value_or(0);
    papers += variance.has_value();
  }
  if (papers < least_for_error) return std::nullopt;
  return std::sqrt(sum / static_cast<double>(papers));
}

// Each person once: who sat counts where he sat, wherever he is now; everybody else where he is.
std::map<std::string, std::string> branches_of_people(const ExamState& state, const PaperKey& key,
                                                      const Organisation& organisation) {
  std::map<std::string, std::string> branches;
  for (const Person& person : organisation.people) branches[person.id] = person.branch;
  for (const auto& [of, handed] : state.sittings)
    if (of.first == key) branches[handed.person] = handed.branch;
  return branches;
}

}  // namespace

MarkedPapers mark_papers(const ExamState& state, const PaperKey& key, const PaperOpener& opener) {
  MarkedPapers marked;
  for (const auto& [of, handed] : state.sittings) {
    if (of.first != key) continue;
    const std::string subject = sitting_subject(key, handed.person);
    const ExamForm* form = opener.form_by_key(handed.form_key());
    const PaperReading reading =
        form ? open_paper(handed, *form, opener.secret_for) : PaperReading{};
    if (reading.how == PaperReading::How::locked) marked.locked.push_back(subject);
    if (reading.how == PaperReading::How::damaged) marked.damaged.push_back(subject);
    if (reading.how != PaperReading::How::open) continue;
    MarkedPaper paper{&handed, marked_sitting(handed, *form, reading.responses)};
    auto answers = short_answers({handed, *form, reading.responses}, state, opener.secret_for,
                                 opener.organisation);
    const bool whole = add_points(answers, paper.sitting);
    std::ranges::move(answers, std::back_inserter(marked.short_answers));
    if (!has_keys(*form)) {
      marked.keyless.push_back(&handed);
      continue;
    }
    if (!whole) {
      marked.waiting.push_back(&handed);
      continue;
    }
    paper.passed = paper.sitting.mark() >= form->paper.pass;
    marked.papers.push_back(std::move(paper));
  }
  std::ranges::sort(marked.short_answers, {}, &ShortAnswer::key);
  std::vector<MarkedSitting> sittings;
  for (const MarkedPaper& paper : marked.papers) sittings.push_back(paper.sitting);
  marked.error = error_of_measurement(sittings);
  if (!marked.error) return marked;
  for (MarkedPaper& paper : marked.papers) {
    const Rational pass = opener.form_by_key(paper.handed->form_key())->paper.pass;
    paper.near_line = std::abs((paper.sitting.mark() - pass).approximately()) <= *marked.error;
  }
  return marked;
}

std::optional<double> error_of_measurement(const std::vector<MarkedSitting>& sittings) {
  std::map<std::vector<std::string>, std::vector<const MarkedSitting*>> alike;
  for (const MarkedSitting& sitting : sittings) {
    std::vector<std::string> asked;
    for (const MarkedAnswer& answer : sitting.answers) asked.push_back(answer.question);
    alike[asked].push_back(&sitting);
  }
  double sum = 0;
  std::size_t papers = 0;
  for (const auto& [asked, group] : alike) {
    if (asked.size() < 2 || group.size() < least_for_error) continue;
    sum += error_variance(group) * static_cast<double>(group.size());
    papers += group.size();
  }
  if (papers == 0) return error_of_own_papers(sittings);
  return std::sqrt(sum / static_cast<double>(papers));
}

bool is_locked(const MarkedPapers& marked, const HandedPaper& handed) {
  return std::ranges::find(marked.locked, sitting_subject(handed.key, handed.person)) !=
             marked.locked.end() ||
         std::ranges::find(marked.keyless, &handed) != marked.keyless.end();
}

int excused_people(const Paper& paper, int people, int absent) {
  constexpr int tenth = 10;
  return paper.absent == Absence::excluded ? std::min(absent, people / tenth) : 0;
}

std::vector<BranchTest> branch_tests(const ExamState& state, const PaperKey& key,
                                     const Paper& paper, const Organisation& organisation,
                                     const MarkedPapers& marked) {
  if (is_make_up(key)) return branch_make_ups(state, key, paper, organisation, marked);
  std::map<std::string, BranchTest> tests;
  for (const auto& [person, branch] : branches_of_people(state, key, organisation))
    ++tests[branch].people;
  std::map<std::string, Rational> sums;
  for (const MarkedPaper& one : marked.papers) {
    BranchTest& test = tests[one.sitting.branch];
    ++test.sat;
    if (one.passed) ++test.passed;
    sums[one.sitting.branch] += Rational(100) * one.sitting.mark() / one.sitting.full();
  }
  for (const HandedPaper* handed : marked.waiting) {
    ++tests[handed->branch].sat;
    ++tests[handed->branch].waiting;
  }
  for (const auto& [of, handed] : state.sittings)
    if (of.first == key && is_locked(marked, handed)) {
      ++tests[handed.branch].sat;
      ++tests[handed.branch].locked;
    }
  std::vector<BranchTest> list;
  for (const Branch& branch : organisation.branches) {
    BranchTest test = tests[branch.id];
    if (test.people == 0 || state.forms_of(key, branch.id).empty()) continue;
    test.branch = branch.id;
    test.excused = excused_people(paper, test.people, test.people - test.sat);
    const int counted = test.people - test.excused;
    if (counted > 0) test.value = sums[branch.id] / Rational(counted);
    list.push_back(std::move(test));
  }
  return list;
}

Result<void> all_readable(const MarkedPapers& marked) {
  Failure failure{Kind::integrity, {}};
  for (const std::string& subject : marked.damaged)
    failure.faults.push_back({{},
                              "damaged-paper",
                              phrase(Text{"{0} 不是这份卷子的答卷，按没有交卷算",
                                          "{0} holds no answers to its paper and counts as not "
                                          "handed in"},
                                     subject)});
  if (failure.faults.empty()) return {};
  return tl::unexpected(std::move(failure));
}

Result<std::vector<Draft>> record_marks(const ExamState& state, const PaperKey& key,
                                        const Paper& paper, const MarkedPapers& marked,
                                        const std::vector<BranchTest>& branches,
                                        const Person& person, Date today,
                                        const std::string& reason) {
  if (!person.has_role(RoleName::committee, today))
    return fail(Kind::refused, "not-committee",
                phrase(Text{"成绩由委员会记录，{0}在 {1} 不是委员会成员",
                            "the committee records marks; {0} is no member of it on {1}"},
                       person.name, to_string(today)));
  if (!marked.locked.empty())
    return fail(Kind::refused, "sealed-papers",
                phrase(Text{"{0} 份密封的卷子打不开，不能记录成绩",
                            "{0} can't be opened, so that nothing is recorded"},
                       counted(std::ssize(marked.locked), "sealed paper")));
  if (!marked.keyless.empty())
    return fail(Kind::refused, "key-not-published",
                phrase(Text{"{0} 份卷子的答案还没有，不能记录成绩",
                            "keys of {0} are not known, so that nothing is recorded"},
                       counted(std::ssize(marked.keyless), "paper")));
  if (!marked.waiting.empty())
    return fail(Kind::refused, "answers-wait",
                phrase(Text{"{0} 份卷子的简答题还没评完，不能记录成绩",
                            "short answers of {0} are not marked in full, so that nothing is "
                            "recorded"},
                       counted(std::ssize(marked.waiting), "paper")),
                phrase(Text{"sihu test mark {0} {1}", "sihu test mark {0} {1}"},
                       to_string(key.quarter), key.paper));
  std::vector<Draft> drafts;
  for (const MarkedPaper& one : marked.papers)
    if (!state.marks.contains({key, one.sitting.candidate}))
      drafts.push_back(mark_draft(key, paper, one));
  for (const BranchTest& test : branches)
    if (!state.results.contains({key, test.branch}))
      drafts.push_back(result_draft(key, paper, test));
  if (reason.empty()) return drafts;
  for (const MarkedPaper& one : marked.papers) {
    const auto recorded = state.marks.find({key, one.sitting.candidate});
    if (recorded == state.marks.end() || recorded->second.value == one.sitting.mark()) continue;
    drafts.push_back(mark_draft(key, paper, one));
    drafts.back().fields.push_back({"reason", reason});
  }
  for (const BranchTest* test : changed_results(state, key, branches)) {
    drafts.push_back(result_draft(key, paper, *test));
    drafts.back().fields.push_back({"reason", reason});
  }
  return drafts;
}

std::vector<const BranchTest*> changed_results(const ExamState& state, const PaperKey& key,
                                               const std::vector<BranchTest>& branches) {
  std::vector<const BranchTest*> changed;
  for (const BranchTest& test : branches) {
    const auto recorded = state.results.find({key, test.branch});
    if (recorded != state.results.end() && test.waiting + test.locked == 0 &&
        recorded->second.value != test.value)
      changed.push_back(&test);
  }
  return changed;
}

std::vector<std::string> begun_only(const ExamState& state, const PaperKey& key) {
  std::vector<std::string> people;
  for (auto at = state.starts.lower_bound({key, {}}); at != state.starts.end(); ++at) {
    const auto& [paper, person] = at->first;
    if (paper != key) break;
    const bool is_over = state.results.contains({key, at->second.form.branch});
    if (!is_over && !state.sitting_of(key, person)) people.push_back(person);
  }
  return people;
}

std::vector<std::string> still_sitting(const ExamState& state, const PaperKey& key,
                                       const Paper& paper, Instant now) {
  auto people = begun_only(state, key);
  const std::int64_t whole = std::int64_t{paper.minutes} * 60'000;
  std::erase_if(people, [&](const std::string& person) {
    return now >= state.starts.at({key, person}).at + whole;
  });
  return people;
}

}  // namespace sihu
