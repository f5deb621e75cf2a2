#pragma once

#include "problem/problem.hpp"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sihu {

/// What a problem says of how well its branch rectified in a quarter.
enum class Rectified {
  in_time,     ///< due in the quarter, and closed on a submission that came by its due date
  late,        ///< due in the quarter, and closed on one that came later
  still_open,  ///< due in the quarter, past its due date and not closed; disputed ones too
  reopened,    ///< reopened in the quarter by a look-back: it had not been rectified
  waiting,     ///< submitted by its due date; the verifier has not decided, so it does not count
  not_due,     ///< due in the quarter, and that day is yet to come, so it does not count
};

std::string_view to_string(Rectified how);
const Text& wording(Rectified how);

/// For a problem that neither fell due in the quarter nor was reopened in it, and for one that was
/// withdrawn, nothing. The due date is the one in force, extensions that were granted included.
std::optional<Rectified> rectified_in(const Problem& problem, Quarter quarter, Date today,
                                      const Ledger& ledger, const Zone& zone);

struct RectifiedProblem {
  std::shared_ptr<const Problem> problem;  ///< each once, whoever found it (`join_twins`)
  Rectified how = Rectified::in_time;

  bool counts() const { return how != Rectified::waiting && how != Rectified::not_due; }
};

/// How well a branch rectified in a quarter: of the problems that fell due or were reopened in it,
/// 100 times the share that was closed in time. Nothing due is no score, neither 0 nor 100.
struct RectificationPart {
  std::optional<Rational> score;
  std::vector<RectifiedProblem> problems;
  double error = 0;  ///< standard error of `score`, points; by `rate`, so never 0

  /// Probability that one more problem is closed in time: (in time + 1) / (counted + 2), Laplace's
  /// rule of succession. Of one problem that was late nobody knows that all will be.
  double rate() const;

  int count(Rectified how) const;
  int counted() const;  ///< how many make the score
};
RectificationPart rectification_part(std::vector<RectifiedProblem> problems);

}  // namespace sihu
