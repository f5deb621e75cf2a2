#include "plan/shortage.hpp"

#include "plan/visit.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace sihu {

namespace {

int needed_by(const Supply& supply, const std::vector<int>& these) {
  int sum = 0;
  for (const int needer : these) sum += supply.needs[slot(needer)];
  return sum;
}

bool is_short(const Supply& supply, const std::vector<int>& these) {
  return needed_by(supply, these) > possible_for(supply, these);
}

// Gives to one needer after the other, taking from others who can get it elsewhere.
class Sharing {
 public:
  explicit Sharing(const Supply& supply)
      : supply_(supply),
        needers_(static_cast<int>(supply.needs.size())),
        givers_(static_cast<int>(supply.gives.size())),
        given_(supply.gives.size()) {}

  // The needers among whom the first that could not be served asked around; empty: all were.
  std::vector<int> first_unserved() {
    for (int needer = 0; needer < needers_; ++needer)
      for (int i = 0; i < supply_.needs[slot(needer)]; ++i) {
        asked_.assign(slot(givers_), false);
        waiting_.assign(slot(needers_), false);
        if (!serve(needer)) return those_waiting();
      }
    return {};
  }

 private:
  bool has(int giver, int needer) const {
    return std::ranges::find(given_[slot(giver)], needer) != given_[slot(giver)].end();
  }

  bool serve(int needer) {
    waiting_[slot(needer)] = true;
    for (int giver = 0; giver < givers_; ++giver) {
      if (asked_[slot(giver)] || !supply_.allowed(needer, giver) || has(giver, needer)) continue;
      asked_[slot(giver)] = true;
      if (take_from(giver, needer)) return true;
    }
    return false;
  }

  bool take_from(int giver, int needer) {
    auto& served = given_[slot(giver)];
    if (static_cast<int>(served.size()) < supply_.gives[slot(giver)]) {
      served.push_back(needer);
      return true;
    }
    for (std::size_t i = 0; i < served.size(); ++i) {
      if (waiting_[slot(served[i])] || !serve(served[i])) continue;
      served[i] = needer;
      return true;
    }
    return false;
  }

  std::vector<int> those_waiting() const {
    std::vector<int> those;
    for (int needer = 0; needer < needers_; ++needer)
      if (waiting_[slot(needer)]) those.push_back(needer);
    return those;
  }

  const Supply& supply_;
  int needers_;
  int givers_;
  std::vector<std::vector<int>> given_;
  std::vector<bool> asked_;
  std::vector<bool> waiting_;
};

// The first of the sets of `size` needers, in the order of their numbers, that is short.
std::vector<int> smallest_short(const Supply& supply, std::size_t size, std::vector<int> chosen) {
  if (chosen.size() == size) return is_short(supply, chosen) ? chosen : std::vector<int>{};
  const int from = chosen.empty() ? 0 : chosen.back() + 1;
  for (int needer = from; needer < static_cast<int>(supply.needs.size()); ++needer) {
    chosen.push_back(needer);
    auto found = smallest_short(supply, size, chosen);
    if (!found.empty()) return found;
    chosen.pop_back();
  }
  return {};
}

std::vector<int> without_idle(const Supply& supply, std::vector<int> these) {
  for (std::size_t i = these.size(); i-- > 0;) {
    std::vector<int> fewer = these;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    if (is_short(supply, fewer)) these = std::move(fewer);
  }
  return these;
}

std::vector<int> small_shortage(const Supply& supply, const std::vector<int>& some) {
  const std::size_t most = supply.needs.size() <= 60 ? 3 : supply.needs.size() <= 150 ? 2 : 1;
  for (std::size_t size = 1; size <= most; ++size)
    if (auto found = smallest_short(supply, size, {}); !found.empty()) return found;
  constexpr std::size_t too_many_to_try = 300;
  return some.size() > too_many_to_try ? some : without_idle(supply, some);
}

}  // namespace

int possible_for(const Supply& supply, const std::vector<int>& these) {
  int sum = 0;
  for (int giver = 0; giver < static_cast<int>(supply.gives.size()); ++giver) {
    const auto askers =
        std::ranges::count_if(these, [&](int needer) { return supply.allowed(needer, giver); });
    sum += std::min(supply.gives[slot(giver)], static_cast<int>(askers));
  }
  return sum;
}

std::optional<Shortage> find_shortage(const Supply& supply) {
  const std::vector<int> some = Sharing(supply).first_unserved();
  if (some.empty()) return std::nullopt;
  Shortage shortage;
  shortage.these = small_shortage(supply, some);
  for (int giver = 0; giver < static_cast<int>(supply.gives.size()); ++giver)
    if (supply.gives[slot(giver)] > 0 && std::ranges::any_of(shortage.these, [&](int needer) {
          return supply.allowed(needer, giver);
        }))
      shortage.only.push_back(giver);
  shortage.needed = needed_by(supply, shortage.these);
  shortage.possible = possible_for(supply, shortage.these);
  return shortage;
}

}  // namespace sihu
