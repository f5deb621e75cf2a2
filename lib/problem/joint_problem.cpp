#include "problem/joint_problem.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace sihu {
namespace {

using Findings = std::vector<const Problem*>;

auto when_closed(const Problem& finding) {
  return std::tuple(*finding.closed, finding.closed_at.value_or(Instant{}),
                    finding.submitted_by.empty());
}

// What was there when `closed` was seen to be mended, and not doubted since.
bool covers(const Problem& closed, const Problem& other) {
  if (other.status == Status::disputed) return false;
  if (other.sent_back && *other.sent_back >= *closed.closed) return false;
  return was_there_before(other, closed);
}

// The first closing that is good for `finding`, its own or another's; nullptr: it stands.
const Problem* closing_of(const Problem& finding, const Findings& closed) {
  const auto first = std::ranges::find_if(
      closed, [&](const Problem* other) { return other == &finding || covers(*other, finding); });
  return first == closed.end() ? nullptr : *first;
}

// Those that were closed, in the order in which they were.
Findings closed_ones(const Findings& twins) {
  Findings closed;
  for (const Problem* twin : twins)
    if (twin->status == Status::closed && twin->closed) closed.push_back(twin);
  std::ranges::stable_sort(closed, {},
                           [](const Problem* finding) { return when_closed(*finding); });
  return closed;
}

// Of those with the status that counts most the one that was handed in first.
const Problem* least_settled(const Findings& standing) {
  constexpr std::array order{Status::submitted, Status::open, Status::disputed, Status::closed};
  return *std::ranges::min_element(standing, {}, [&](const Problem* finding) {
    return std::pair(std::ranges::find(order, finding->status), finding->submitted);
  });
}

// The finding that makes the problem what it is: the closing that was the last to be needed, or
// of those that stand the one that counts most.
const Problem& decisive(const Findings& twins) {
  const Findings closed = closed_ones(twins);
  const Problem* last = nullptr;
  Findings standing;
  for (const Problem* twin : twins)
    if (const Problem* closing = closing_of(*twin, closed); !closing)
      standing.push_back(twin);
    else if (!last || when_closed(*last) < when_closed(*closing))
      last = closing;
  return standing.empty() ? *last : *least_settled(standing);
}

bool was_moved(const Problem& finding) {
  return finding.extensions > 0 || finding.agreed_due != finding.original_due;
}

void take_due(Problem& one, const Findings& twins) {
  for (const Problem* twin : twins) {
    if (twin->due <= one.due || !was_moved(*twin)) continue;
    one.due = twin->due;
    one.agreed_due = twin->agreed_due;
    one.rule = twin->rule;
  }
}

template <class T>
void add_new(std::vector<T>& list, const T& one) {
  if (std::ranges::find(list, one) == list.end()) list.push_back(one);
}

void add_finding(Problem& one, const Problem& twin) {
  one.severity = std::max(one.severity, twin.severity);
  one.extensions = std::max(one.extensions, twin.extensions);
  one.ever_submitted = one.ever_submitted || twin.ever_submitted;
  one.duplicate_id = one.duplicate_id || twin.duplicate_id;
  if (!one.asked) one.asked = twin.asked;
  for (const std::string& name : twin.evidence) add_new(one.evidence, name);
  std::vector<std::string> finders = twin.found_by;
  finders.push_back(twin.inspecting_branch);
  for (const std::string& branch : finders)
    if (!branch.empty() && branch != one.inspecting_branch) add_new(one.found_by, branch);
  one.history.insert(one.history.end(), twin.history.begin(), twin.history.end());
}

// Who did what, and when, made it what it is.
void take_state(Problem& one, const Problem& of) {
  one.status = of.status;
  one.owner = of.owner;
  one.submitted = of.submitted;
  one.submitted_by = of.submitted_by;
  one.disputed_by = of.disputed_by;
  one.closed = of.closed;
  one.closed_at = of.closed_at;
  one.closed_by = of.closed_by;
  if (one.ended()) one.asked.reset();
}

// What was closed with another was handed in under that one's id.
void take_submission(Problem& one, const Findings& twins) {
  if (one.status != Status::closed || one.submitted) return;
  for (const Problem* twin : twins)
    if (twin->status == Status::closed && twin->submitted > one.submitted) {
      one.submitted = twin->submitted;
      one.submitted_by = twin->submitted_by;
    }
}

}  // namespace

bool was_there_before(const Problem& finding, const Problem& closed) {
  if (finding.opened != *closed.closed) return finding.opened < *closed.closed;
  const bool entered_late = finding.recorded != finding.opened;
  return entered_late || !closed.closed_at || finding.opened_at < *closed.closed_at;
}

Problem joint_problem(const std::vector<const Problem*>& twins,
                      const std::vector<const Problem*>& taken_back) {
  Problem one = *twins.front();
  for (const Problem* twin : twins) {
    if (twin != twins.front()) add_finding(one, *twin);
    one.findings.push_back(*twin);
  }
  take_state(one, decisive(twins));
  take_submission(one, twins);
  take_due(one, twins);
  take_due(one, taken_back);
  std::ranges::sort(one.history, {}, &HistoryStep::entry);
  return one;
}

}  // namespace sihu
