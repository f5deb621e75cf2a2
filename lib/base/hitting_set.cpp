#include "base/hitting_set.hpp"

#include <algorithm>

namespace sihu {

namespace {

using Numbers = std::vector<int>;

std::size_t place(int number) {
  return static_cast<std::size_t>(number);
}

class Search {
 public:
  Search(const std::vector<Numbers>& sets, int& steps) : sets_(sets), steps_(steps) {
    std::ranges::stable_sort(sets_, {}, &Numbers::size);
    int largest = 0;
    for (const Numbers& set : sets_) largest = std::max(largest, std::ranges::max(set));
    is_chosen_.assign(place(largest) + 1, false);
    taken_.assign(is_chosen_.size(), 0);
  }

  // Whether `left` more numbers suffice.
  bool run(std::size_t left) {
    if (is_over()) return false;
    --steps_;
    const Numbers* open = nullptr;
    if (apart(open) > left) return false;
    if (!open) return true;
    for (const int number : *open) {
      chosen_.push_back(number);
      is_chosen_[place(number)] = true;
      if (run(left - 1)) return true;
      is_chosen_[place(number)] = false;
      chosen_.pop_back();
    }
    return false;
  }

  bool is_over() const { return steps_ <= 0; }
  const Numbers& chosen() const { return chosen_; }

 private:
  bool is_hit(const Numbers& set) const {
    return std::ranges::any_of(set, [&](int number) { return is_chosen_[place(number)]; });
  }

  // How many sets that are not hit share no number: each takes one of its own. `open` is the first.
  std::size_t apart(const Numbers*& open) {
    ++round_;
    std::size_t count = 0;
    for (const Numbers& set : sets_) {
      if (is_hit(set)) continue;
      if (!open) open = &set;
      if (std::ranges::any_of(set, [&](int number) { return taken_[place(number)] == round_; }))
        continue;
      for (const int number : set) taken_[place(number)] = round_;
      ++count;
    }
    return count;
  }

  std::vector<Numbers> sets_;
  int& steps_;
  Numbers chosen_;
  std::vector<bool> is_chosen_;
  std::vector<int> taken_;  // per number: the last round in which a set had it
  int round_ = 0;
};

}  // namespace

std::optional<std::vector<int>> smallest_hitting_set(const std::vector<std::vector<int>>& sets,
                                                     std::size_t most, int& steps) {
  Search search(sets, steps);
  for (std::size_t size = 0; size <= most && !search.is_over(); ++size)
    if (search.run(size)) return search.chosen();
  return std::nullopt;
}

}  // namespace sihu
