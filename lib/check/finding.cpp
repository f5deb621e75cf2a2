#include "check/finding.hpp"

#include "check/independent.hpp"
#include "problem/basis.hpp"
#include "problem/joint_problem.hpp"

#include <algorithm>
#include <limits>

namespace sihu {

namespace {

// What was found: the inspector's words, else the rules that were broken, else what was asked.
std::string found_text(const Item& item, const Answer& answer, Lang lang) {
  std::string text;
  for (const auto& deduction : deductions(item, answer.rules)) {
    if (!text.empty()) text += lang == Lang::zh ? "；" : "; ";
    text += deduction.when.in(lang);
    if (deduction.count > 1) text += " ×" + std::to_string(deduction.count);
  }
  if (answer.value) text = say(lang, Text{"数得 {0}", "counted {0}"}, answer.value->shortest());
  if (!answer.note.empty())
    text += (text.empty() ? "" : lang == Lang::zh ? "：" : ": ") + answer.note;
  if (!text.empty()) return text;
  const auto& asked = item.standard.in(lang).empty() ? item.title : item.standard;
  return say(lang, Text{"未达到：{0}", "not met: {0}"}, asked);
}

void open_new(const CheckScene& scene, const Item& item, const Answer& answer,
              Recording& recording) {
  const auto& key = scene.state.key;
  Finding finding;
  finding.id = next_problem_id(scene.ledger, key.quarter, key.branch, scene.device,
                               static_cast<int>(recording.opened.size()));
  finding.checklist = key.checklist;
  finding.item = item.id;
  finding.doc = scene.doc;
  finding.title = item.title.in(scene.lang);
  finding.text = found_text(item, answer, scene.lang);
  finding.basis = basis_text(item).in(scene.lang);
  finding.severity = item.severity;
  finding.due = item.due;
  finding.branch = key.branch;
  finding.by = key.by;
  finding.on = scene.on;
  const auto due = due_date(item.severity, item.due, scene.on.value_or(scene.judgement.today),
                            scene.judgement.organisation, scene.judgement.workdays);
  recording.drafts.push_back(open_problem(finding, scene.judgement));
  recording.opened.push_back(
      {finding.id, item.id, item.severity, due.deadline.date, due.deadline.provisional_years});
}

void note_again(const CheckScene& scene, const Problem& problem, const Answer& answer,
                Recording& recording) {
  auto words = say(scene.lang, Text{"{0} 再次作答：{1}", "{0} answered again: {1}"},
                   scene.person.name, describe(answer));
  if (!answer.note.empty()) words += (scene.lang == Lang::zh ? "；" : "; ") + answer.note;
  Step step;
  step.name = StepName::note;
  step.note = std::move(words);
  const auto decision = take_step(problem, step, scene.person, scene.judgement);
  if (!decision) return;
  recording.drafts.push_back(decision->draft);
  recording.drafts.back().fields.push_back({"again", scene.state.key.by});
  recording.noted.push_back(problem.id);
}

void withdraw(const CheckScene& scene, const Problem& problem, const Answer& answer,
              Recording& recording) {
  const auto why = say(scene.lang, Text{"答案已更正为：{0}", "the answer was corrected to: {0}"},
                       describe(answer));
  auto draft = withdraw_opening(problem, why);
  if (!draft) {
    Step step;
    step.name = StepName::withdraw;
    step.note = why;
    if (auto decision = take_step(problem, step, scene.person, scene.judgement))
      draft = std::move(decision->draft);
  }
  if (!draft) return recording.standing.push_back(problem.id);
  recording.drafts.push_back(std::move(*draft));
  recording.withdrawn.push_back(problem.id);
}

bool is_at(const Problem& problem, const CheckKey& key, std::string_view item) {
  return problem.quarter == key.quarter && problem.branch == key.branch &&
         problem.checklist == key.checklist && problem.item == item;
}

// Whether the finding is of that inspection. Older openings do not say so, their openers do; and
// older inspections that found it too left a note only.
bool is_of(const Problem& problem, const CheckKey& key) {
  if (!problem.by.empty() || key.by.empty()) return problem.by == key.by;
  return problem.inspecting_branch == key.by ||
         std::ranges::find(problem.found_by, key.by) != problem.found_by.end();
}

// What other inspections found and stands, the first of it; nullptr: nothing.
const Problem* found_beside(const CheckScene& scene, std::string_view item) {
  const auto& key = scene.state.key;
  for (const auto& problem : scene.problems.problems)
    if (is_at(problem, key, item) && !problem.ended() && !is_of(problem, key)) return &problem;
  return nullptr;
}

// What was found before and closed after the visit that is entered now: it stays closed. What is
// recorded now stands behind every line there is.
const Problem* closed_since(const CheckScene& scene, std::string_view item) {
  Problem now;
  now.opened = scene.on.value_or(scene.judgement.today);
  now.recorded = scene.judgement.today;
  now.opened_at = {std::numeric_limits<std::int64_t>::max()};
  const auto found = std::ranges::find_if(scene.problems.problems, [&](const Problem& problem) {
    return is_at(problem, scene.state.key, item) && problem.status == Status::closed &&
           problem.closed && was_there_before(now, problem);
  });
  return found == scene.problems.problems.end() ? nullptr : &*found;
}

// Several that left notes found one together: it stays while another of them finds it.
bool is_found_by_note(const CheckScene& scene, const Problem& problem, const Item& item) {
  if (problem.found_by.empty()) return false;
  for (const auto& beside : inspections_beside(scene.ledger, scene.state.key)) {
    if (beside == scene.state.key) continue;
    const auto state = fold_check(scene.ledger, beside);
    const auto* said = state.find(item.id);
    if (said && std::ranges::any_of(said->standing, [&](const GivenAnswer& given) {
          return is_finding(item, given.answer);
        }))
      return true;
  }
  return false;
}

}  // namespace

const Problem* open_problem_of(const ProblemList& problems, const CheckKey& key,
                               std::string_view item) {
  for (const auto& problem : problems.problems)
    if (is_at(problem, key, item) && !problem.ended() && is_of(problem, key)) return &problem;
  return nullptr;
}

void follow_up(const CheckScene& scene, const NewAnswer& given, const std::vector<Answer>& others,
               Recording& recording) {
  const auto* item = scene.basis.checklist.find(given.item);
  if (!item || scene.state.key.self) return;
  const auto finds = [&](const Answer& answer) { return is_finding(*item, answer); };
  const auto* own = open_problem_of(scene.problems, scene.state.key, given.item);
  const auto* beside = found_beside(scene, given.item);
  if (finds(given.answer)) {
    if (own) return note_again(scene, *own, given.answer, recording);
    open_new(scene, *item, given.answer, recording);
    const auto* closed = closed_since(scene, given.item);
    if (beside) recording.opened.back().same_as = beside->id;
    if (closed && !beside) {
      recording.opened.back().same_as = closed->id;
      recording.opened.back().closed_since = closed->closed;
    }
  } else if (own && std::ranges::none_of(others, finds)) {
    if (is_found_by_note(scene, *own, *item)) return recording.shared.push_back(own->id);
    withdraw(scene, *own, given.answer, recording);
    if (beside) recording.shared.push_back(beside->id);
  }
}

Result<void> dispute_problem(const CheckScene& scene, const Item& item, const std::string& note,
                             Recording& recording) {
  const auto* problem = open_problem_of(scene.problems, scene.state.key, item.id);
  if (!problem || problem->status != Status::open) return {};
  Step step;
  step.name = StepName::dispute;
  step.note = note;
  const auto decision = take_step(*problem, step, scene.person, scene.judgement);
  if (!decision) return tl::unexpected(decision.error());
  recording.drafts.push_back(decision->draft);
  recording.noted.push_back(problem->id);
  return {};
}

bool uphold_problem(const CheckScene& scene, const Item& item, const Answer& answer,
                    const std::string& reason, Recording& recording) {
  const auto* problem = open_problem_of(scene.problems, scene.state.key, item.id);
  if (!problem || problem->status != Status::disputed || !is_finding(item, answer)) return false;
  Step step;
  step.name = StepName::uphold;
  step.note = reason;
  auto decision = take_step(*problem, step, scene.person, scene.judgement);
  if (!decision) return false;
  recording.drafts.push_back(std::move(decision->draft));
  recording.upheld.push_back(problem->id);
  return true;
}

}  // namespace sihu
