#pragma once

#include "base/place.hpp"
#include "base/rational.hpp"
#include "document/organisation.hpp"
#include "wording/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// What a score of a criterion stands for.
struct Anchor {
  int score = 0;
  Phrase meaning;
};

/// One thing that reviewers give a score for.
struct Criterion {
  std::string id;
  Phrase title;
  Rational weight;              ///< out of 100
  std::vector<Anchor> anchors;  ///< ascending; may be empty
  Place place = {};
};

/// Reviewers of one kind, who weigh something together, however many they are.
struct ReviewerClass {
  std::string id;
  RoleName of = RoleName::member;  ///< who belongs to it
  Rational weight;                 ///< out of 100; counts with the method `classes`
};

/// rubrics/<id>.yaml: what is reviewed (互评) and by whom.
struct Rubric {
  std::string id;
  std::string version;
  Phrase title;
  int from = 1;  ///< the lowest score
  int to = 5;    ///< the highest
  std::vector<Criterion> criteria;
  std::vector<ReviewerClass> classes;  ///< empty: everybody may review
  int least = least_sheets;            ///< sheets about a branch that a result needs

  const Criterion* find(std::string_view criterion) const;
};

/// Reads a rubric. All faults at once, `Kind::input`: weights that do not add up to 100, anchors
/// outside the scale, a role in two classes.
Result<Rubric> load_rubric(std::string_view text, std::string_view name);

}  // namespace sihu
