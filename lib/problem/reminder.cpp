#include "problem/reminder.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sihu {
namespace {

constexpr std::string_view event_name = "remind.told";
constexpr std::string_view subject_begin = "remind/";

// A step that a problem has reached, and who is asked at it.
struct ReachedStep {
  std::string name;
  Date by;
  std::vector<std::string> ask;
};

class Steps {
 public:
  Steps(const Limit& before, const Judgement& judgement) : before_(before), judgement_(judgement) {}

  std::vector<ReachedStep> of(const Problem& problem, const Lateness& late) const {
    if (late.days_overdue > 0) return when_overdue(problem);
    if (waits_for_decision(problem))
      return {{"to-decide", problem.due, ask(problem, DueRow::Why::due_soon)}};
    if (problem.status == Status::submitted) {
      std::vector<ReachedStep> steps{
          {"to-verify", late.verify_by, ask(problem, DueRow::Why::verifier_late)}};
      if (late.days_verifier_late > 0)
        steps.push_back({"verify-late", late.verify_by, steps.front().ask});
      return steps;
    }
    std::vector<ReachedStep> steps;
    if (deadline(before_, judgement_.today, judgement_.workdays).date >= problem.due)
      steps.push_back({"due-soon", problem.due, ask(problem, DueRow::Why::due_soon)});
    if (problem.asked)
      steps.push_back({"to-decide", problem.asked->due,
                       who_decides_extensions(problem, judgement_.today, judgement_.organisation)});
    if (has_dispute(problem))
      steps.push_back({"to-decide", problem.due,
                       who_decides_disputes(problem, judgement_.today, judgement_.organisation)});
    return steps;
  }

 private:
  std::vector<std::string> ask(const Problem& problem, DueRow::Why why,
                               const std::optional<RoleName>& step = std::nullopt) const {
    return whom_to_ask(problem, why, step, judgement_.today, judgement_.organisation);
  }

  std::vector<ReachedStep> when_overdue(const Problem& problem) const {
    std::vector<ReachedStep> steps{{"overdue", problem.due, ask(problem, DueRow::Why::overdue)}};
    for (const EscalationStep& step : judgement_.organisation.rectification.escalation)
      if (judgement_.today >= deadline(step.after, problem.due, judgement_.workdays).date)
        steps.push_back({to_string(step.after) + ":" + std::string(to_string(step.to)), problem.due,
                         ask(problem, DueRow::Why::overdue, step.to)});
    return steps;
  }

  const Limit& before_;
  const Judgement& judgement_;
};

// Under any of its names: a merge may have given it another first one.
bool was_told(const std::set<ReminderMark>& told, const Problem& problem, ReminderMark mark) {
  if (told.contains(mark)) return true;
  return std::ranges::any_of(problem.also(), [&](const std::string& id) {
    mark.problem = id;
    return told.contains(mark);
  });
}

DueRow::Why why_of(const Problem& problem, const Lateness& late) {
  if (late.days_overdue > 0) return DueRow::Why::overdue;
  return problem.status == Status::submitted ? DueRow::Why::verifier_late : DueRow::Why::due_soon;
}

std::optional<ReminderMark> parse_mark(const std::string& person, const std::string& text) {
  const auto id_end = text.find(' ');
  const auto step_end = text.rfind(' ');
  if (id_end == std::string::npos || step_end <= id_end) return std::nullopt;
  const auto by = Date::parse(text.substr(step_end + 1));
  if (!by) return std::nullopt;
  return ReminderMark{person, text.substr(0, id_end),
                      text.substr(id_end + 1, step_end - id_end - 1), *by};
}

}  // namespace

std::vector<Reminder> reminders(const ProblemList& list, const std::set<ReminderMark>& told,
                                const Limit& before, const Judgement& judgement) {
  const Steps steps(before, judgement);
  std::vector<Reminder> all;
  for (const Problem& problem : list.problems) {
    if (problem.ended()) continue;
    const Lateness late = lateness(problem, judgement.today, judgement.organisation.rectification,
                                   judgement.workdays);
    std::map<std::string, Reminder> by_person;
    for (const ReachedStep& step : steps.of(problem, late))
      for (const std::string& person : step.ask) {
        ReminderMark mark{person, problem.id, step.name, step.by};
        if (was_told(told, problem, mark)) continue;
        Reminder& reminder = by_person[person];
        reminder.person = person;
        reminder.problem = &problem;
        reminder.late = late;
        reminder.why = why_of(problem, late);
        reminder.step = step.name;
        reminder.marks.push_back(std::move(mark));
      }
    for (auto& [person, reminder] : by_person) all.push_back(std::move(reminder));
  }
  std::ranges::stable_sort(all, {}, [](const Reminder& one) {
    return std::tuple(one.person, one.why, urgency(one.why, one.late),
                      -static_cast<int>(one.problem->severity));
  });
  return all;
}

std::set<ReminderMark> fold_reminders(const std::vector<Event>& events) {
  std::set<ReminderMark> told;
  for (const Event& event : events) {
    if (event.name != event_name || !event.subject.starts_with(subject_begin) ||
        event.get("role") != to_string(RoleName::committee))
      continue;
    const std::string person = event.subject.substr(subject_begin.size());
    const std::string_view list = event.get("told");
    for (std::size_t begin = 0; begin < list.size();) {
      const std::size_t end = std::min(list.find(';', begin), list.size());
      if (auto mark = parse_mark(person, std::string(list.substr(begin, end - begin))))
        told.insert(std::move(*mark));
      begin = end + 1;
    }
  }
  return told;
}

std::vector<Draft> reminder_drafts(const std::string& person,
                                   const std::vector<Reminder>& reminders) {
  constexpr std::size_t most_bytes = 16 * 1024;
  std::vector<Draft> drafts;
  for (const Reminder& reminder : reminders)
    for (const ReminderMark& mark : reminder.marks) {
      if (drafts.empty() || drafts.back().fields.front().value.size() > most_bytes)
        drafts.push_back(
            {std::string(event_name), std::string(subject_begin) + person, {{"told", ""}}});
      std::string& told = drafts.back().fields.front().value;
      told += (told.empty() ? "" : ";") + mark.problem + ' ' + mark.step + ' ' + to_string(mark.by);
    }
  return drafts;
}

}  // namespace sihu
