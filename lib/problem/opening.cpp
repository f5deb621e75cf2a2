#include "problem/life.hpp"

namespace sihu {
namespace {

// What sihu.yaml says when it says nothing; its loader fills the same.
Limit limit_for(Severity severity, const Organisation& organisation) {
  const auto& limits = organisation.rectification.limits;
  const auto found = limits.find(severity);
  if (found != limits.end()) return found->second;
  switch (severity) {
    case Severity::minor:
      return {Limit::Unit::workdays, 3};
    case Severity::general:
      return {Limit::Unit::workdays, 10};
    case Severity::serious:
      return {Limit::Unit::workdays, 15};
    case Severity::critical:
      break;
  }
  return {Limit::Unit::workdays, 20};
}

std::string first_secretary(const Organisation& organisation, const std::string& branch, Date on) {
  const auto secretaries = organisation.people_with(RoleName::secretary, branch, on);
  return secretaries.empty() ? std::string() : secretaries.front()->id;
}

}  // namespace

DueDate due_date(Severity severity, const std::optional<Limit>& own, Date from,
                 const Organisation& organisation, const Workdays& workdays) {
  const Limit limit = own ? *own : limit_for(severity, organisation);
  return {limit, deadline(limit, from, workdays)};
}

Draft open_problem(const Finding& finding, const Judgement& judgement) {
  const Date day = finding.on.value_or(judgement.today);
  const DueDate due =
      due_date(finding.severity, finding.due, day, judgement.organisation, judgement.workdays);
  const bool by_calendar = due.limit.unit == Limit::Unit::workdays;
  return Draft{"problem.open",
               finding.id,
               {{"item", finding.item},
                {"checklist", finding.checklist},
                {"severity", std::string(to_string(finding.severity))},
                {"due", to_string(due.deadline.date)},
                {"rule", to_string(due.limit)},
                {"calendar", by_calendar ? judgement.workdays.version : std::string()},
                {"branch", finding.branch},
                {"owner", first_secretary(judgement.organisation, finding.branch, day)},
                {"title", finding.title},
                {"text", finding.text},
                {"basis", finding.basis},
                {"on", finding.on ? to_string(*finding.on) : std::string()},
                {"doc", finding.doc},
                {"by", finding.by}}};
}

std::optional<Draft> withdraw_opening(const Problem& problem, const std::string& note) {
  if (problem.status != Status::open || problem.ever_submitted) return std::nullopt;
  return Draft{"problem.withdraw",
               std::string(problem.subject()),
               {{"note", note}, {"after", problem.last_check}}};
}

}  // namespace sihu
