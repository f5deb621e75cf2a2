#pragma once

#include "support/papers.hpp"

#include <string>
#include <utility>

namespace sihu::test {

/// Marks of pa, who handed in twice, and of qa, whose mark is recorded as another.
struct Shown {
  Organisation organisation = examined();
  FormFixture fixture;
  ExamState state;
  MarkedPapers marked;

  Shown() {
    state.forms.emplace(fixture.recorded.key, fixture.recorded);
    add("pa", Rational(3));
    add("qa", Rational(5, 2));
    state.marks.try_emplace({the_paper, "qa"}, RecordedMark{"qa", Rational(2), Rational(6)});
    marked.papers[0].near_line = marked.papers[0].passed = true;
    marked.error = 0.5;
  }
  void add(const std::string& person, const Rational& mark) {
    HandedPaper handed;
    handed.key = the_paper;
    handed.branch = "a";
    handed.person = person;
    handed.again = person == "pa" ? 1 : 0;
    handed.turned_back = person == "qa";
    const auto at = state.sittings.emplace(std::pair{the_paper, person}, handed).first;
    marked.papers.push_back(
        {&at->second, {person, "a", "q4", 1, {{"base/s1", "A", mark, Rational(6)}}}});
  }
};

}  // namespace sihu::test
