#pragma once

#include "exam/hardness.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// The forms of a paper, by what they ask: which have which question, and how many two of them have
/// in common.
class FormOverlap {
 public:
  /// Questions by the numbers they have here.
  using Numbers = std::vector<std::size_t>;

  /// The number of a question, the same from now on.
  std::size_t number_of(const std::string& ref);

  /// Each question of a form at most once.
  void add(Numbers form);

  /// Puts another form in place of one, by its place in `forms`; an empty one takes it out
  /// meanwhile.
  void replace(std::size_t place, Numbers form);

  std::size_t count() const { return with_.size(); }  ///< questions that have a number

  const std::vector<Numbers>& forms() const { return forms_; }
  /// The forms that have a question, by their places in `forms`, ascending.
  const std::vector<std::uint32_t>& forms_with(std::size_t question) const {
    return with_[question];
  }
  /// How many questions each of the forms has in common with these.
  std::vector<int> shared_with(const Numbers& questions) const;

 private:
  std::map<std::string, std::size_t> numbers_;
  std::vector<Numbers> forms_;
  std::vector<std::vector<std::uint32_t>> with_;
};

/// How much two forms have in common, over all pairs.
struct PairOverlap {
  int most = 0;     ///< questions
  double mean = 0;  ///< questions
};

/// Of at least two forms, by the questions of each.
PairOverlap overlap_of_pairs(const std::vector<std::vector<std::string>>& forms);

/// Takes a form out of too much likeness: as long as some other form has more than `most` questions
/// in common with it, and an exchange for a free question of the same cell, none of `taken`, lowers
/// what is above `most` over all forms, that which lowers it most is made. What is left of
/// likeness: the most questions that another form has in common; above `most` only where no
/// exchange helped. `numbers` has the number of each question of the pool.
int separate_form(const std::vector<DrawCell>& cells, const std::vector<PoolQuestion>& pool,
                  const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
                  const std::set<std::string>& taken, DrawnForm& form);

/// Lets a form exchange only what leaves it with at most `most` questions in common with any other,
/// as which it begins. It follows the form as it changes; everything must outlive it.
MayExchange stays_apart(const FormOverlap& others, const FormOverlap::Numbers& numbers, int most,
                        const DrawnForm& form);

}  // namespace sihu
