#pragma once

#include "report/catalogue.hpp"

#include <vector>

namespace sihu {

/// One thing to say about a problem.
struct Fact {
  Phrase label;
  Phrase text;
  bool file = false;  ///< the name of a file, which somebody may want to copy: never broken
};

/// What there is to say about a problem as it stands today, in the order people read it. Evidence
/// that is not at hand is marked as missing, an opening that was entered later (补录) with the day.
std::vector<Fact> problem_facts(const Problem& problem, const ListContext& context);

}  // namespace sihu
