#include "tools/cli/quarter_result.hpp"

#include "report/tally_reviews.hpp"
#include "store/plans.hpp"
#include "store/threads.hpp"
#include "tally/severity.hpp"

namespace sihu {
namespace {

// Lines of a ledger from which on two quarters are added up side by side.
constexpr std::size_t worth_a_thread = 20'000;

void say_no_earlier(World& world, Quarter quarter) {
  world.say_to_people(phrase(Text{"注意：{0} 的检查所依据的检查表不在，不能和上季比",
                                  "note: a checklist that checks of {0} go by is missing, so there "
                                  "is no comparison with it"},
                             to_string(quarter)));
}

}  // namespace

Result<QuarterResult> quarter_alone(const ProblemReading& reading, Shelf& shelf, Quarter quarter) {
  QuarterResult result;
  auto plan = read_plan(reading.workspace, quarter);
  if (!plan) return tl::unexpected(plan.error());
  result.plan = std::move(*plan);
  std::optional<Failure> missing;
  const auto asked = documents_asked(reading.ledger, quarter);
  OverviewScene scene = overview_scene(reading, shelf);
  scene.plan = result.plan ? &*result.plan : nullptr;
  scene.checklist_for = [&](const CheckState& state) -> const Checklist* {
    const auto doc = asked.find(state.key.checklist);
    if (!state.begun() && doc == asked.end()) return nullptr;
    const auto kept = shelf.recorded(state.begun() ? state.beginnings.back().doc : doc->second);
    if (kept) return &(*kept)->checklist;
    if (!missing) missing = kept.error();
    return nullptr;
  };
  result.parts = gather_quarter(scene, quarter);
  if (missing) return tl::unexpected(std::move(*missing));
  result.ranking.tally = make_tally(quarter, tally_rules(reading.workspace.organisation()),
                                    tally_entries(result.parts));
  result.ranking.about_reviews = tally_review_words(result.parts, quarter);
  return result;
}

namespace {

// What the answers of a quarter that is only compared with were is let go: of thousands of branches
// it is hundreds of megabytes.
Result<Tally> tally_alone(const ProblemReading& reading, Shelf& shelf, Quarter quarter) {
  auto result = quarter_alone(reading, shelf, quarter);
  if (!result) return tl::unexpected(std::move(result.error()));
  return std::move(result->ranking.tally);
}

}  // namespace

Result<QuarterResult> quarter_result(World& world, const ProblemReading& reading, Shelf& shelf,
                                     Quarter quarter) {
  Result<Tally> earlier = Tally{};
  Result<QuarterResult> result = QuarterResult{};
  share_out(2, reading.ledger.entries.size() < worth_a_thread ? 1 : threads_for(2),
            [&](std::size_t piece, std::size_t) {
              if (piece == 0)
                earlier = tally_alone(reading, shelf, quarter.previous());
              else
                result = quarter_alone(reading, shelf, quarter);
            });
  if (!result) return result;
  if (!earlier) say_no_earlier(world, quarter.previous());
  Ranking& ranking = result->ranking;
  if (earlier && has_results(*earlier)) {
    ranking.earlier = quarter.previous();
    add_earlier(ranking.tally, *earlier);
  }
  ranking.basis = has_too_many_to_draw(ranking.tally)
                      ? add_ranges(ranking.tally, {}, {})
                      : add_ranges(ranking.tally, drawn_branches(result->parts),
                                   inspected_scores(personal_scores(result->parts.checks)));
  return result;
}

}  // namespace sihu
