#include "plan/repair.hpp"

#include "base/chance.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace sihu {

namespace {

class Mender {
 public:
  Mender(const PlanRules& rules, std::vector<Visit> visits, std::uint64_t seed)
      : rules_(rules), visits_(std::move(visits)), chance_(seed) {
    for (const Visit& visit : visits_) ++made_[visit_key(visit)];
  }

  bool run() {
    constexpr int passes = 12;
    for (int pass = 0; pass < passes; ++pass) {
      bool whole = true;
      for (std::size_t i = 0; i < visits_.size(); ++i)
        if (is_wrong(visits_[i]) && !mend(i)) whole = false;
      if (whole && std::ranges::none_of(visits_, [&](Visit visit) { return is_wrong(visit); }))
        return true;
    }
    return false;
  }

  const std::vector<Visit>& visits() const { return visits_; }

 private:
  int times_made(Visit visit) const {
    const auto found = made_.find(visit_key(visit));
    return found == made_.end() ? 0 : found->second;
  }

  bool is_wrong(Visit visit) const {
    return !rules_.is_free(visit) || times_made(visit) > 1 || times_made(visit.reversed()) > 0;
  }

  void exchange(std::size_t a, std::size_t b) {
    --made_[visit_key(visits_[a])];
    --made_[visit_key(visits_[b])];
    std::swap(visits_[a].to, visits_[b].to);
    ++made_[visit_key(visits_[a])];
    ++made_[visit_key(visits_[b])];
  }

  // Exchanges with the first that is asked with whom nothing is wrong afterwards.
  bool mend(std::size_t wrong) {
    const auto start = static_cast<std::size_t>(chance_.below(visits_.size()));
    for (std::size_t i = 0; i < visits_.size(); ++i) {
      const std::size_t other = (start + i) % visits_.size();
      if (visits_[other].from == visits_[wrong].from) continue;
      exchange(wrong, other);
      if (!is_wrong(visits_[wrong]) && !is_wrong(visits_[other])) return true;
      exchange(wrong, other);
    }
    shake(wrong, start);
    return false;
  }

  // Nobody was of help: exchanging all the same lets the next pass look elsewhere.
  void shake(std::size_t wrong, std::size_t other) {
    if (visits_[other].from != visits_[wrong].from) exchange(wrong, other);
  }

  const PlanRules& rules_;
  std::vector<Visit> visits_;
  std::unordered_map<std::uint64_t, int> made_;
  Chance chance_;
};

}  // namespace

Repair repair_plan(const PlanRules& rules, const std::vector<Visit>& visits, std::uint64_t seed) {
  std::vector<Visit> before = visits;
  std::ranges::sort(before, {}, visit_key);
  Mender mender(rules, before, seed);
  Repair repair;
  repair.whole = mender.run();
  repair.visits = mender.visits();
  std::ranges::sort(repair.visits, {}, visit_key);
  for (const Visit& visit : repair.visits)
    if (!std::ranges::binary_search(before, visit_key(visit), {}, visit_key)) ++repair.changed;
  return repair;
}

}  // namespace sihu
