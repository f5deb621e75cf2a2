#include "support/simulator.hpp"

#include "base/chance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sihu::test {
namespace {

constexpr std::string_view culprit = "p00";

class Simulation {
 public:
  Simulation(const SimulatedOrganisation& organisation, std::uint64_t seed)
      : made_(organisation),
        chance_(seed),
        faults_(static_cast<std::size_t>(made_.branches),
                std::vector<Fault>(static_cast<std::size_t>(made_.items))) {
    for (int i = 0; i < made_.branches; ++i) {
      care_.push_back(std::exp(0.4 * bell()));
      level_.push_back(80 + 5 * bell());
      leniency_.push_back(made_.temper * bell());
      speed_.push_back(std::exp(0.2 * bell()));
    }
    for (int i = 0; i < made_.items; ++i) habit_.push_back(0.12 * std::exp(0.6 * bell()));
    leniency_[0] += made_.lenient_points;
    speed_[0] /= made_.hurry;
  }

  std::vector<AuditVisit> run() {
    Quarter quarter{simulated_quarter.year - made_.quarters / 4, simulated_quarter.number};
    for (int i = 0; i < made_.quarters; ++i) {
      quarter = quarter.next();
      arise();
      // Five offsets and their opposites, never both in one quarter: nobody inspects each other
      // then.
      for (int inspector = 0; inspector < made_.branches; ++inspector)
        for (const int step : {i % 5 + 1, (i + 2) % 5 + 1}) {
          const int offset = i / 5 % 2 == 0 ? step : made_.branches - step;
          visit(quarter, inspector, (inspector + offset) % made_.branches);
        }
      rectify();
    }
    std::ranges::sort(visits_, {},
                      [](const AuditVisit& one) { return std::pair(one.check, one.inspector); });
    return std::move(visits_);
  }

 private:
  struct Fault {
    bool there = false;
    bool old = false;  // was there at the last visit
    bool found = false;
  };

  double uniform() { return static_cast<double>(chance_.next() >> 11) / 9007199254740992.0; }

  double bell() {
    double sum = -6;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

  void arise() {
    for (std::size_t branch = 0; branch < faults_.size(); ++branch)
      for (std::size_t item = 0; item < faults_[branch].size(); ++item) {
        Fault& fault = faults_[branch][item];
        fault.old = fault.there;
        if (!fault.there) fault.there = uniform() < std::min(0.9, care_[branch] * habit_[item]);
      }
  }

  void rectify() {
    for (auto& items : faults_)
      for (Fault& fault : items) {
        if (fault.found && uniform() < 0.9) fault.there = false;
        fault.found = false;
      }
  }

  double ability_of(int inspector) const {
    return inspector == 0 ? made_.bad_ability : made_.ability;
  }

  double favour(int inspector, int branch) const {
    const bool friends = inspector / 2 == branch / 2 && inspector < 6;
    return friends ? made_.favour_points : 0;
  }

  Seen look(Fault& fault, double ability) {
    if (!fault.there || uniform() >= ability) return Seen::passed;
    fault.found = true;
    if (uniform() < 0.2) return Seen::found_undated;
    return fault.old ? Seen::found_old : Seen::found;
  }

  // Every second item is graded, by the fifth of its points.
  int next_mark(std::optional<int>& before, bool copies) {
    int mark = 20 * static_cast<int>(chance_.below(6));
    if (before && copies && uniform() < made_.copied_marks) mark = *before;
    before = mark;
    return mark;
  }

  void visit(Quarter quarter, int inspector, int branch) {
    AuditVisit made;
    made.check = {quarter, fmt::format("zb{:02}", branch), "basics", false};
    made.inspector = fmt::format("p{:02}", inspector);
    made.home = fmt::format("zb{:02}", inspector);
    if (made_.separate) made.check.by = made.home;
    const auto who = static_cast<std::size_t>(inspector);
    const auto where = static_cast<std::size_t>(branch);
    made.score = level_[where] + leniency_[who] + favour(inspector, branch) + 3 * bell();
    const double pace = 30 * speed_[who] * std::exp(0.3 * bell());
    std::optional<int> before;
    for (int i = 0; i < made_.items; ++i) {
      VisitItem item;
      item.id = fmt::format("basics/A-{:02}", i);
      item.seen = look(faults_[where][static_cast<std::size_t>(i)], ability_of(inspector));
      if (i % 2 == 0) item.mark = next_mark(before, inspector == 0);
      item.took = static_cast<int>(std::lround(pace * std::exp(0.5 * bell())));
      item.entry = entries_++;
      made.items.push_back(std::move(item));
    }
    visits_.push_back(std::move(made));
  }

  SimulatedOrganisation made_;
  Chance chance_;
  std::vector<std::vector<Fault>> faults_;
  std::vector<double> care_;      // how many more faults a branch has than others
  std::vector<double> habit_;     // how often an item fails
  std::vector<double> level_;     // points
  std::vector<double> leniency_;  // points
  std::vector<double> speed_;
  std::vector<AuditVisit> visits_;
  std::size_t entries_ = 0;
};

}  // namespace

std::vector<AuditVisit> simulate(const SimulatedOrganisation& organisation, std::uint64_t seed) {
  return Simulation(organisation, seed).run();
}

std::vector<TestResult> judge_by_chance(const std::vector<AuditVisit>& visits) {
  return {
      ask_formality(visits, simulated_quarter),      ask_missed(visits, simulated_quarter),
      ask_leniency(visits, simulated_quarter),       ask_discrimination(visits, simulated_quarter),
      ask_reciprocity(visits, simulated_quarter),    ask_full_round(visits, simulated_quarter),
      ask_straight_lines(visits, simulated_quarter), ask_pace(visits, simulated_quarter)};
}

bool is_about_the_planted(const Question& question, const std::vector<AuditVisit>& visits) {
  if (question.about == About::person) return question.ids.front() == culprit;
  if (question.about == About::pair) {
    const int first = std::stoi(question.ids[0].substr(2));
    const int second = std::stoi(question.ids[1].substr(2));
    return first / 2 == second / 2 && first < 6;
  }
  // Of inspections, all of which one person made, the first tells whose they are.
  return std::ranges::any_of(visits, [&](const AuditVisit& visit) {
    return visit.inspector == culprit && !visit.items.empty() &&
           std::ranges::any_of(visit.items, [&](const VisitItem& item) {
             return std::ranges::find(question.entries, item.entry) != question.entries.end();
           });
  });
}

}  // namespace sihu::test
