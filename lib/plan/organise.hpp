#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "plan/constraints.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// An organisation as the plan of one quarter sees it.
struct PlanScene {
  std::vector<std::string> ids;  ///< of the branches, in byte order: their place is their number
  std::string roster;            ///< as in `PlanOrigin`
  std::string seed_text;         ///< what the seed number is of
  PlanConstraints constraints;
  std::vector<std::string> departed;  ///< branches of earlier plans that are no longer there
  bool roster_changed = false;        ///< earlier plans had a rotation, of other branches
};

/// The branch ids of an organisation in byte order.
std::vector<std::string> plan_ids(const Organisation& organisation);

/// The number of the branch `id` among ids in byte order; -1: it is none of them.
int place_of_id(const std::string& id, const std::vector<std::string>& ids);

/// First 16 digits of the SHA-256 of the ids, one a line.
std::string roster_of(const std::vector<std::string>& ids);

/// Quarters as numbers, neighbours one apart.
int quarter_count(Quarter quarter);

/// What sihu.yaml and the plans of quarters before `quarter` say about it. `seed` is any text, as a
/// public draw gives it; the seed number is `seed_of` the text, the quarter and the roster, so that
/// nobody can choose it once those are fixed. Somebody's `recuse` counts while the person is
/// inspector or secretary on a day of the quarter.
PlanScene plan_scene(const Organisation& organisation, Quarter quarter, std::string_view seed,
                     const std::vector<PlanFile>& plans);

/// The rows of one mutual as visits; those of branches that are not among `ids` are left out.
std::vector<Visit> visits_of(const PlanFile& plan, Mutual mutual,
                             const std::vector<std::string>& ids);

}  // namespace sihu
