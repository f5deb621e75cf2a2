#include "audit/visits.hpp"

#include "ledger/redaction.hpp"
#include "tally/severity.hpp"
#include "wording/letters.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sihu {
namespace {

// Problems by branch, checklist and item.
using KnownProblems = std::map<std::tuple<std::string_view, std::string_view, std::string_view>,
                               std::vector<const Problem*>>;

KnownProblems by_item(const ProblemList& list) {
  KnownProblems known;
  for (const Problem& problem : list.problems)
    known[{problem.branch, problem.checklist, problem.item}].push_back(&problem);
  return known;
}

// Whether a finding of that day was on the list since an earlier quarter, and not rectified.
bool was_known(const KnownProblems& known, const CheckKey& key, const std::string& item, Date day) {
  const auto found = known.find({key.branch, key.checklist, item});
  if (found == known.end()) return false;
  return std::ranges::any_of(found->second, [&](const Problem* problem) {
    const bool over =
        problem->status == Status::withdrawn || (problem->closed && *problem->closed <= day);
    return problem->quarter < key.quarter && !over;
  });
}

// Whether the branch had handed in by that day what somebody found there in the same quarter.
bool was_mended(const KnownProblems& known, const CheckKey& key, const std::string& item,
                Date day) {
  const auto found = known.find({key.branch, key.checklist, item});
  if (found == known.end()) return false;
  return std::ranges::any_of(found->second, [&](const Problem* problem) {
    const bool handed_in = (problem->submitted && *problem->submitted <= day) ||
                           (problem->closed && *problem->closed <= day);
    return problem->quarter == key.quarter && problem->status != Status::withdrawn && handed_in;
  });
}

// Marks of items that can only be met or not say nothing about how somebody marks.
std::optional<int> mark_of(const Item& item, const Answer& answer) {
  const bool graded = !item.deduct.empty() || (item.target && item.target->proportional);
  if (!graded || item.points.is_zero()) return std::nullopt;
  const Rational earned = item.points - points_lost(item, answer);
  return static_cast<int>((Rational(100) * earned / item.points).approximately() + 0.5);
}

Seen seen_of(const Item& item, const Answer& answer) {
  if (!is_finding(item, answer)) return Seen::passed;
  if (answer.existed == Existed::yes) return Seen::found_old;
  return answer.existed == Existed::no ? Seen::found : Seen::found_undated;
}

// Whether the words say no more than the checklist does: those are the same everywhere.
bool repeats_checklist(const Item& item, const std::string& note) {
  std::vector<const Phrase*> phrases{&item.title, &item.standard};
  for (const DeductRule& rule : item.deduct) phrases.push_back(&rule.when);
  for (const Phrase& fact : item.zero_if) phrases.push_back(&fact);
  const std::string letters = letters_of(note);
  return std::ranges::any_of(phrases, [&](const Phrase* phrase) {
    return letters == letters_of(phrase->zh) || letters == letters_of(phrase->en);
  });
}

// The inspector's own words about a finding.
std::string own_words(const Item& item, const Answer& answer) {
  const bool hidden = answer.note.find(hidden_text) != std::string::npos;
  return hidden || repeats_checklist(item, answer.note) ? std::string() : answer.note;
}

class Gathering {
 public:
  Gathering(const OverviewScene& scene, AuditVisits& into)
      : scene_(scene), known_(by_item(scene.problems)), into_(into) {}

  void add(const CheckSummary& check) {
    if (check.key.self) return;
    const Date day = reference_day(check.state, check.key, scene_.zone, scene_.today);
    for (const PersonalScore& score : personal_scores({check})) {
      const Person* person = scene_.organisation.find_person(score.inspector);
      AuditVisit visit{check.key,
                       score.inspector,
                       person ? person->branch : std::string(),
                       score.score.approximately(),
                       {}};
      for (const ItemLine& line : check.score.items)
        if (line.counts) add_item(visit, check.state, *line.item, day);
      into_.visits.push_back(std::move(visit));
    }
  }

 private:
  void add_item(AuditVisit& visit, const CheckState& state, const Item& item, Date day) {
    const ItemState* said = state.find(item.id);
    if (!said) return;
    for (const GivenAnswer& given : said->standing) {
      const Answer& answer = given.answer;
      if (given.settled || given.person != visit.inspector || answer.verdict == Verdict::na)
        continue;
      const Seen seen = seen_of(item, answer);
      const Date answered = scene_.zone.date_of(given.at);
      const bool known = seen != Seen::passed && was_known(known_, visit.check, item.id, day);
      (known ? visit.known : visit.items)
          .push_back({visit.check.checklist + "/" + item.id, seen, mark_of(item, answer),
                      seen == Seen::passed ? std::string() : own_words(item, answer), answer.took,
                      recorded_at(scene_.ledger.entries[given.entry].event), given.entry,
                      seen == Seen::passed && was_mended(known_, visit.check, item.id, answered)});
    }
  }

  const OverviewScene& scene_;
  KnownProblems known_;
  AuditVisits& into_;
};

}  // namespace

Instant recorded_at(const Event& event) {
  return Instant::parse(event.get("clock")).value_or(event.at);
}

AuditVisits gather_visits(const OverviewScene& scene, Quarter first, Quarter last) {
  AuditVisits gathered;
  Gathering gathering(scene, gathered);
  const auto lacking = each_recorded_check(
      scene, first, last, [&](const CheckSummary& check) { gathering.add(check); });
  for (const CheckKey& key : lacking)
    if (std::ranges::find(gathered.without_checklist, key.quarter) ==
        gathered.without_checklist.end())
      gathered.without_checklist.push_back(key.quarter);
  return gathered;
}

std::vector<const VisitItem*> answered_in(const AuditVisit& visit) {
  std::vector<const VisitItem*> all;
  for (const auto* items : {&visit.items, &visit.known})
    for (const VisitItem& item : *items) all.push_back(&item);
  return all;
}

std::string subject_of(const AuditVisit& visit, const VisitItem& item) {
  return subject_of(visit.check, std::string_view(item.id).substr(item.id.find('/') + 1));
}

std::vector<const AuditVisit*> visits_between(const std::vector<AuditVisit>& visits, Quarter first,
                                              Quarter last) {
  std::vector<const AuditVisit*> chosen;
  for (const AuditVisit& visit : visits)
    if (visit.check.quarter >= first && visit.check.quarter <= last) chosen.push_back(&visit);
  return chosen;
}

Phrase quarters_of(const std::vector<const AuditVisit*>& visits, Quarter quarter) {
  if (visits.empty()) return same(to_string(quarter));
  Quarter first = visits.front()->check.quarter;
  Quarter last = first;
  for (const AuditVisit* visit : visits) {
    first = std::min(first, visit->check.quarter);
    last = std::max(last, visit->check.quarter);
  }
  if (first == last) return same(to_string(first));
  return phrase(Text{"{0} 至 {1}", "{0} to {1}"}, to_string(first), to_string(last));
}

}  // namespace sihu
