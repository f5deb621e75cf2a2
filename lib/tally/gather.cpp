#include "tally/gather.hpp"

#include "problem/twins.hpp"

#include <algorithm>
#include <set>

namespace sihu {
namespace {

std::vector<std::string> answered_checklists(const std::vector<CheckSummary>& checks) {
  std::set<std::string> ids;
  for (const CheckSummary& check : checks)
    if (is_inspected(check)) ids.insert(check.key.checklist);
  return {ids.begin(), ids.end()};
}

std::map<std::string_view, std::vector<RectifiedProblem>> rectified_by_branch(
    const OverviewScene& scene, Quarter quarter) {
  std::map<std::string_view, std::vector<RectifiedProblem>> branches;
  for (Problem& problem : join_twins(scene.problems).problems)
    if (const auto how = rectified_in(problem, quarter, scene.today, scene.ledger, scene.zone)) {
      const auto kept = std::make_shared<const Problem>(std::move(problem));
      branches[kept->branch].push_back({kept, *how});
    }
  return branches;
}

std::map<std::string, std::vector<RecordedTest>> tests_by_branch(const Ledger& ledger,
                                                                 Quarter quarter) {
  std::map<std::string, std::vector<RecordedTest>> branches;
  const ExamState exams = fold_exams(ledger);
  for (const auto& [of, test] : exams.results) {
    // The result of a make-up holds both sittings.
    const bool made_up = exams.results.contains({make_up_of(of.first), of.second});
    if (of.first.quarter == quarter && !made_up) branches[of.second].push_back(test);
  }
  return branches;
}

void take_review(TallyEntry& entry, const RecordedReview& review, std::optional<double> spread) {
  const ReviewError error = error_of(review, spread);
  entry.scores[Component::review] = review.value;
  entry.errors[Component::review] = error.error;
  entry.review_error_from = error.from;
}

TallyEntry entry_of(const BranchParts& parts, std::optional<double> spread) {
  TallyEntry entry;
  entry.branch = parts.branch->id;
  entry.name = parts.branch->name;
  entry.scores[Component::check] = parts.check.score;
  entry.errors[Component::check] = parts.check.error;
  if (parts.review) take_review(entry, *parts.review, spread);
  entry.scores[Component::test] = parts.test_score();
  entry.scores[Component::learn] = parts.learn.score;
  entry.scores[Component::rectification] = parts.rectification.score;
  entry.errors[Component::rectification] = parts.rectification.error;
  entry.inspected = parts.check.inspected();
  entry.done = parts.check.done;
  entry.asked = parts.check.asked;
  entry.provisional = parts.check.provisional();
  entry.vetoes = parts.check.vetoes;
  entry.inspections = parts.check.separate;
  entry.inspections_done = parts.check.separate_done;
  entry.not_begun = parts.check.not_begun;
  return entry;
}

// Where nobody has begun anything, the inspections that the plan has are all still awaited. One in
// which nothing was applicable makes no score, but has been made.
void add_never_begun(const OverviewScene& scene, Quarter quarter, const Branch& branch,
                     const std::vector<const CheckSummary*>& checks, CheckPart& part) {
  const bool has_begun = part.separate > 0 || std::ranges::any_of(checks, [](const auto* check) {
                           return !check->key.self && is_inspected(*check);
                         });
  if (has_begun || !scene.plan || scene.plan->quarter != quarter) return;
  for (const PlanRow& row : scene.plan->rows) {
    if (row.mutual != Mutual::check || row.to != branch.id) continue;
    if (!scene.organisation.find_branch(row.from)) continue;
    ++part.separate;
    part.not_begun.push_back(row.from);
  }
}

}  // namespace

std::optional<Rational> BranchParts::test_score() const {
  if (tests.empty()) return std::nullopt;
  Rational sum;
  for (const RecordedTest& test : tests) sum += test.value;
  return sum / Rational(static_cast<long>(tests.size()));
}

const BranchParts* QuarterParts::find(std::string_view branch) const {
  const auto found = std::ranges::find_if(
      branches, [&](const BranchParts& parts) { return parts.branch->id == branch; });
  return found == branches.end() ? nullptr : &*found;
}

std::map<std::string, std::string> documents_asked(const Ledger& ledger, Quarter quarter) {
  std::map<CheckKey, const Event*> begun;  // the last beginning of each
  for (const Entry& entry : ledger.entries) {
    if (entry.event.name != "check.begin") continue;
    const auto subject = parse_check_subject(entry.event.subject);
    if (subject && subject->item.empty() && subject->key.quarter == quarter && !subject->key.self)
      begun.insert_or_assign(subject->key, &entry.event);
  }
  std::map<std::string, const Event*> latest;
  for (const auto& [key, event] : begun) {
    const auto [place, is_new] = latest.emplace(key.checklist, event);
    if (!is_new && place->second->at < event->at) place->second = event;
  }
  std::map<std::string, std::string> documents;
  for (const auto& [id, event] : latest) documents.emplace(id, event->get("doc"));
  return documents;
}

QuarterParts gather_quarter(const OverviewScene& scene, Quarter quarter) {
  QuarterParts parts;
  parts.checks = scored_checks(scene, quarter, {});
  const auto asked = answered_checklists(parts.checks);
  std::map<std::string_view, std::vector<const CheckSummary*>> checks;
  for (const CheckSummary& check : parts.checks) checks[check.key.branch].push_back(&check);
  auto rectified = rectified_by_branch(scene, quarter);
  const ReviewState reviews = fold_review(scene.ledger, quarter);
  parts.reviews = review_part(reviews);
  auto tests = tests_by_branch(scene.ledger, quarter);
  const auto learning = learn_parts(scene.organisation, fold_learning(scene.ledger), quarter);
  for (const Branch& branch : scene.organisation.branches) {
    parts.branches.push_back({&branch, check_part(checks[branch.id], asked),
                              rectification_part(std::move(rectified[branch.id]))});
    add_never_begun(scene, quarter, branch, checks[branch.id], parts.branches.back().check);
    if (const auto found = reviews.results.find(branch.id); found != reviews.results.end())
      parts.branches.back().review = found->second;
    parts.branches.back().tests = std::move(tests[branch.id]);
    if (const auto found = learning.find(branch.id); found != learning.end())
      parts.branches.back().learn = found->second;
  }
  return parts;
}

std::vector<TallyEntry> tally_entries(const QuarterParts& parts) {
  std::vector<TallyEntry> entries;
  for (const BranchParts& branch : parts.branches)
    entries.push_back(entry_of(branch, parts.reviews.spread));
  return entries;
}

std::map<std::string, DrawnBranch> drawn_branches(const QuarterParts& parts) {
  std::map<std::string, DrawnBranch> drawn;
  for (const BranchParts& branch : parts.branches)
    drawn.emplace(branch.branch->id, drawn_branch(branch.check, branch.rectification));
  return drawn;
}

bool has_results(const Tally& tally) {
  return std::ranges::any_of(tally.components,
                             [](const ComponentLine& line) { return !line.is_absent(); });
}

}  // namespace sihu
