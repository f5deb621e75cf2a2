#include "exam/overlap.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace sihu {
namespace {

class Separator {
 public:
  Separator(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
            const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
            const std::set<std::string>& taken, DrawnForm& form)
      : pool_(pool), others_(others), numbers_(numbers), most_(most), form_(form) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
      auto& fitting = fitting_.emplace_back();
      for (std::size_t q = 0; q < pool.size(); ++q)
        if (cells[c].fits(pool[q]) && !taken.contains(pool[q].id)) fitting.push_back(q);
      cell_of_place_.insert(cell_of_place_.end(), static_cast<std::size_t>(cells[c].count), c);
    }
    FormOverlap::Numbers own;
    for (const std::size_t question : form.questions) own.push_back(numbers[question]);
    shared_ = others.shared_with(own);
  }

  int run() {
    while (most_shared() > most_) {
      weigh();
      const auto best = best_exchange();
      if (!best || best->change >= 0) break;
      make(*best);
    }
    return most_shared();
  }

 private:
  struct Swap {
    int change;  // of what is above the limit, over all forms
    int used;
    std::size_t place;
    std::size_t question;

    bool operator<(const Swap& other) const {
      return std::tie(change, used, place, question) <
             std::tie(other.change, other.used, other.place, other.question);
    }
  };

  int most_shared() const { return shared_.empty() ? 0 : *std::ranges::max_element(shared_); }

  // Of each question: how much giving it up takes away, and taking it adds. A form that has both
  // questions of an exchange may be counted as coming nearer, which it does not: the change is at
  // most what is said.
  void weigh() {
    relief_.assign(numbers_.size(), 0);
    burden_.assign(numbers_.size(), 0);
    std::vector<int> above(others_.count(), 0);
    std::vector<int> reached(others_.count(), 0);
    for (std::size_t f = 0; f < shared_.size(); ++f) {
      if (shared_[f] < most_) continue;
      for (const std::size_t number : others_.forms()[f]) {
        above[number] += shared_[f] > most_;
        ++reached[number];
      }
    }
    for (std::size_t q = 0; q < numbers_.size(); ++q) {
      relief_[q] = above[numbers_[q]];
      burden_[q] = reached[numbers_[q]];
    }
  }

  std::optional<Swap> best_exchange() const {
    std::optional<Swap> best;
    for (std::size_t place = 0; place < form_.questions.size(); ++place) {
      const int relief = relief_[form_.questions[place]];
      if (relief == 0) continue;
      for (const std::size_t q : fitting_[cell_of_place_[place]]) {
        const Swap next{burden_[q] - relief, pool_[q].used, place, q};
        if (best && !(next < *best)) continue;
        if (std::ranges::find(form_.questions, q) == form_.questions.end()) best = next;
      }
    }
    return best;
  }

  void make(const Swap& swap) {
    for (const auto f : others_.forms_with(numbers_[form_.questions[swap.place]])) --shared_[f];
    for (const auto f : others_.forms_with(numbers_[swap.question])) ++shared_[f];
    form_.questions[swap.place] = swap.question;
  }

  const std::vector<PoolQuestion>& pool_;
  const FormOverlap& others_;
  const FormOverlap::Numbers& numbers_;
  int most_;
  DrawnForm& form_;
  std::vector<std::vector<std::size_t>> fitting_;  // questions of each cell
  std::vector<std::size_t> cell_of_place_;
  std::vector<int> shared_;  // with each other form
  std::vector<int> relief_;  // of each question of the pool
  std::vector<int> burden_;
};

// What a form has in common with the others, reckoned anew only when the form has changed.
class ApartGuard {
 public:
  ApartGuard(const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
             const DrawnForm& form)
      : others_(&others), numbers_(&numbers), most_(most), form_(&form) {}

  bool operator()(std::size_t old, std::size_t fresh) {
    if (known_ != form_->questions) look();
    const auto& gives = others_->forms_with((*numbers_)[old]);
    return std::ranges::all_of(others_->forms_with((*numbers_)[fresh]), [&](std::uint32_t f) {
      return shared_[f] < most_ || std::ranges::binary_search(gives, f);
    });
  }

 private:
  void look() {
    known_ = form_->questions;
    FormOverlap::Numbers own;
    for (const std::size_t question : known_) own.push_back((*numbers_)[question]);
    shared_ = others_->shared_with(own);
  }

  const FormOverlap* others_;
  const FormOverlap::Numbers* numbers_;
  int most_;
  const DrawnForm* form_;
  std::vector<std::size_t> known_;
  std::vector<int> shared_;
};

}  // namespace

std::size_t FormOverlap::number_of(const std::string& ref) {
  const auto [at, fresh] = numbers_.emplace(ref, with_.size());
  if (fresh) with_.emplace_back();
  return at->second;
}

void FormOverlap::add(Numbers form) {
  for (const std::size_t number : form)
    with_[number].push_back(static_cast<std::uint32_t>(forms_.size()));
  forms_.push_back(std::move(form));
}

void FormOverlap::replace(std::size_t place, Numbers form) {
  const auto at = static_cast<std::uint32_t>(place);
  for (const std::size_t number : forms_[place]) std::erase(with_[number], at);
  for (const std::size_t number : form)
    with_[number].insert(std::ranges::lower_bound(with_[number], at), at);
  forms_[place] = std::move(form);
}

std::vector<int> FormOverlap::shared_with(const Numbers& questions) const {
  std::vector<int> shared(forms_.size(), 0);
  for (const std::size_t number : questions)
    for (const std::uint32_t form : with_[number]) ++shared[form];
  return shared;
}

PairOverlap overlap_of_pairs(const std::vector<std::vector<std::string>>& forms) {
  FormOverlap seen;
  PairOverlap overlap;
  double sum = 0;
  for (const auto& form : forms) {
    FormOverlap::Numbers numbers;
    for (const std::string& question : form) numbers.push_back(seen.number_of(question));
    for (const int shared : seen.shared_with(numbers)) {
      overlap.most = std::max(overlap.most, shared);
      sum += shared;
    }
    seen.add(std::move(numbers));
  }
  const auto n = static_cast<double>(forms.size());
  overlap.mean = sum / (n * (n - 1) / 2);
  return overlap;
}

int separate_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
                  const std::set<std::string>& taken, DrawnForm& form) {
  return Separator(cells, pool, others, numbers, most, taken, form).run();
}

MayExchange stays_apart(const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
                        const DrawnForm& form) {
  return ApartGuard(others, numbers, most, form);
}

}  // namespace sihu
