#include "base/hitting_set.hpp"

#include <algorithm>
#include <set>

namespace sihu {

namespace {

using Numbers = std::vector<int>;

class Search {
 public:
  Search(const std::vector<Numbers>& sets, int most_steps) : sets_(sets), steps_(most_steps) {
    std::ranges::stable_sort(sets_, {}, &Numbers::size);
  }

  // Whether `left` more numbers suffice.
  bool run(std::size_t left) {
    if (steps_-- <= 0) return false;
    const Numbers* open = nullptr;
    if (apart(open) > left) return false;
    if (!open) return true;
    for (const int number : *open) {
      chosen_.push_back(number);
      if (run(left - 1)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  bool is_over() const { return steps_ <= 0; }
  const Numbers& chosen() const { return chosen_; }

 private:
  bool is_hit(const Numbers& set) const {
    return std::ranges::any_of(
        set, [&](int number) { return std::ranges::find(chosen_, number) != chosen_.end(); });
  }

  // How many sets that are not hit share no number: each takes one of its own. `open` is the first.
  std::size_t apart(const Numbers*& open) const {
    std::set<int> taken;
    std::size_t count = 0;
    for (const Numbers& set : sets_) {
      if (is_hit(set)) continue;
      if (!open) open = &set;
      if (std::ranges::any_of(set, [&](int number) { return taken.contains(number); })) continue;
      taken.insert(set.begin(), set.end());
      ++count;
    }
    return count;
  }

  std::vector<Numbers> sets_;
  int steps_;
  Numbers chosen_;
};

}  // namespace

std::optional<std::vector<int>> smallest_hitting_set(const std::vector<std::vector<int>>& sets,
                                                     std::size_t most, int most_steps) {
  Search search(sets, most_steps);
  for (std::size_t size = 0; size <= most && !search.is_over(); ++size)
    if (search.run(size)) return search.chosen();
  return std::nullopt;
}

}  // namespace sihu
