#include "problem/state.hpp"

#include <algorithm>

namespace sihu {
namespace {

std::string text_of(const Event& event, std::string_view key) {
  return std::string(event.get(key));
}

std::string branch_of_opener(const Event& opening, const Organisation& organisation) {
  const Person* person = organisation.find_person(opening.person);
  return person ? person->branch : std::string();
}

void submit(Problem& problem, const Event& event, const Zone& zone) {
  problem.submitted = recorded_on(event, zone);
  problem.submitted_by = event.person;
  problem.ever_submitted = true;
}

void forget_submission(Problem& problem) {
  problem.submitted.reset();
  problem.submitted_by.clear();
}

void close(Problem& problem, const Event& event, const Zone& zone) {
  problem.closed = day_of(event, zone);
  problem.closed_at = event.at;
  problem.closed_by = event.person;
  problem.asked.reset();
}

void grant(Problem& problem, const Event& event) {
  problem.due = Date::parse(event.get("due")).value_or(problem.asked->due);
  ++problem.extensions;
  problem.asked.reset();
}

// A new round: nothing of the old one counts but the extensions it used up.
void reopen(Problem& problem, const Event& event, const Zone& zone) {
  problem.sent_back = day_of(event, zone);
  problem.due = problem.agreed_due = *Date::parse(event.get("due"));
  if (event.has("rule")) problem.rule = text_of(event, "rule");
  problem.closed.reset();
  problem.closed_at.reset();
  problem.closed_by.clear();
  problem.disputed_by.clear();
  problem.ever_submitted = false;
  forget_submission(problem);
}

Phrase status_forbids(const Problem& problem, StepName step) {
  return phrase(
      Text{"当时状态为“{0}”，不能{1}", "its status then was {0}, which does not admit: {1}"},
      wording(problem.status), wording(step));
}

// The dates that a step moves `due` to must be dates, and later.
bool has_good_date(const Problem& problem, StepName step, const Event& event) {
  const auto due = Date::parse(event.get("due"));
  switch (step) {
    case StepName::extend:
      return due && *due > problem.due;
    case StepName::grant:
      return !event.has("due") || (due && *due > problem.due);
    case StepName::reopen:
      return due && *due >= problem.opened;
    default:
      return true;
  }
}

// What is mended once is closed under all its ids, also where it was not submitted under this one.
bool closes_together(const Problem& problem, StepName step, const Event& event) {
  return step == StepName::verify && problem.status == Status::open && event.has("with");
}

}  // namespace

Date recorded_on(const Event& event, const Zone& zone) {
  return zone.date_of(Instant::parse(event.get("clock")).value_or(event.at));
}

Date day_of(const Event& event, const Zone& zone) {
  return Date::parse(event.get("on")).value_or(recorded_on(event, zone));
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    if (end > 0) list.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return list;
}

Problem opened_problem(const Event& opening, const Organisation& organisation, const Zone& zone) {
  const auto id = parse_problem_id(opening.subject);
  Problem problem;
  problem.id = opening.subject;
  problem.opened = day_of(opening, zone);
  problem.opened_at = opening.at;
  problem.recorded = recorded_on(opening, zone);
  problem.quarter = id ? id->quarter : Quarter::of(problem.opened);
  problem.branch = opening.has("branch") || !id ? text_of(opening, "branch") : id->branch;
  problem.device = id ? id->device : std::string();
  problem.serial = id ? id->serial : 0;
  problem.checklist = text_of(opening, "checklist");
  problem.item = text_of(opening, "item");
  problem.doc = text_of(opening, "doc");
  problem.title = text_of(opening, "title");
  problem.text = text_of(opening, "text");
  problem.basis = text_of(opening, "basis");
  problem.severity = parse_severity(opening.get("severity")).value_or(Severity::general);
  problem.owner = text_of(opening, "owner");
  problem.opened_by = opening.person;
  problem.by = text_of(opening, "by");
  problem.inspecting_branch =
      problem.by.empty() ? branch_of_opener(opening, organisation) : problem.by;
  problem.rule = text_of(opening, "rule");
  const Date due = Date::parse(opening.get("due")).value_or(problem.opened);
  problem.due = problem.agreed_due = problem.original_due = std::max(due, problem.opened);
  return problem;
}

Phrase why_not_possible(const Problem& problem, StepName step, const Event& event) {
  if (closes_together(problem, step, event)) return {};
  if (!next_status(problem.status, step)) return status_forbids(problem, step);
  const bool decides = step == StepName::grant || step == StepName::refuse;
  if (decides && !problem.asked)
    return phrase(Text{"当时没有待决定的延期申请", "no extension was asked for then"});
  if (step == StepName::extend && problem.asked)
    return phrase(
        Text{"当时已有一份待决定的延期申请", "another extension was already asked for then"});
  if (!has_good_date(problem, step, event))
    return phrase(Text{"没有可用的期限（due={0}）", "it names no usable date (due={0})"},
                  std::string(event.get("due")));
  return {};
}

void apply_step(Problem& problem, StepName step, const Event& event, const Zone& zone) {
  const bool together = closes_together(problem, step, event);
  switch (step) {
    case StepName::assign:
      problem.owner = text_of(event, "to");
      break;
    case StepName::extend:
      problem.asked =
          ExtensionRequest{*Date::parse(event.get("due")), event.person, text_of(event, "note")};
      break;
    case StepName::grant:
      grant(problem, event);
      break;
    case StepName::refuse:
      problem.asked.reset();
      break;
    case StepName::submit:
      submit(problem, event, zone);
      break;
    case StepName::verify:
      close(problem, event, zone);
      break;
    case StepName::reject:
      problem.sent_back = day_of(event, zone);
      forget_submission(problem);
      break;
    case StepName::dispute:
      problem.disputed_by = event.person;
      break;
    case StepName::withdraw:
      problem.asked.reset();
      problem.withdrawn_at = event.at;
      break;
    case StepName::reopen:
      reopen(problem, event, zone);
      break;
    case StepName::note:
    case StepName::uphold:
      break;
  }
  problem.status = together ? Status::closed : *next_status(problem.status, step);
}

}  // namespace sihu
