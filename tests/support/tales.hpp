#pragma once

#include "support/problems.hpp"

#include <rapidcheck.h>

#include <string>
#include <vector>

// Histories by chance, for laws.
namespace sihu::test {

inline const std::string the_tale = "26Q4-zb05-k7m2qx-1";
inline const std::vector<std::string> devices{"k7m2qx", "b5b5b5", "m3m3m3"};
inline const std::vector<std::string> people{"p001", "p002", "p003", "p005",
                                             "p006", "p007", "p900"};
inline const std::vector<std::string> events{
    "problem.note",    "problem.assign", "problem.extend",   "problem.grant",
    "problem.refuse",  "problem.submit", "problem.verify",   "problem.reject",
    "problem.dispute", "problem.uphold", "problem.withdraw", "problem.reopen",
    "problem.submit",  "problem.verify", "problem.newer",    "problem.open"};

inline int below(std::size_t end) {
  return *rc::gen::resize(100, rc::gen::inRange(0, static_cast<int>(end)));
}

inline const std::string& one_of(const std::vector<std::string>& words) {
  return words[static_cast<std::size_t>(below(words.size()))];
}

inline Date some_day() {
  return Date(2026, 10, 1) + below(70);
}

// Anything that ledgers of several devices may hold about one id, legal or not: steps that rest on
// any earlier line, on the same one twice, on none, or on one that never arrived.
struct Tale {
  Offices offices;
  std::vector<std::string> checks;
};

// An event that the state admits, mostly; else any.
inline std::string some_event(const ProblemList& now) {
  if (now.problems.empty() || below(4) == 0) return one_of(events);
  std::vector<std::string> possible;
  for (const std::string& name : events) {
    const auto step = step_of_event(name);
    if (step && next_status(now.problems.front().status, *step)) possible.push_back(name);
  }
  return one_of(possible);
}

// The line that applies last, mostly; else any that was told, none, or one that never arrived.
inline std::string some_line(const ProblemList& now, const std::vector<std::string>& told) {
  const int chance = below(12);
  if (chance == 0 || told.empty()) return below(2) == 0 ? "" : "0123456789abcdef";
  if (chance < 5 || now.problems.empty()) return one_of(told);
  return now.problems.front().last_check;
}

inline Tale any_tale() {
  Tale tale;
  if (below(10) > 0) tale.checks.push_back(tale.offices.open(the_tale));
  for (int left = below(25); left > 0; --left) {
    const ProblemList now = tale.offices.fold();
    tale.checks.push_back(tale.offices.tell(one_of(devices), one_of(people), some_event(now),
                                            the_tale,
                                            {{"after", some_line(now, tale.checks)},
                                             {"due", below(4) > 0 ? to_string(some_day()) : ""},
                                             {"to", one_of(people)},
                                             {"evidence", below(3) == 0 ? "a.jpg" : ""},
                                             {"on", below(5) == 0 ? to_string(some_day()) : ""}},
                                            some_day()));
  }
  return tale;
}

}  // namespace sihu::test
