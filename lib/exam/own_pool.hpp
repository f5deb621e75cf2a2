#pragma once

#include "exam/draw.hpp"
#include "exam/overlap.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace sihu {

/// What the people of a branch may be asked.
struct OwnPool {
  std::vector<PoolQuestion> questions;
  FormOverlap::Numbers numbers;  ///< of its questions

  FormOverlap::Numbers numbers_of(const DrawnForm& form) const {
    FormOverlap::Numbers own;
    for (const std::size_t question : form.questions) own.push_back(numbers[question]);
    return own;
  }
};

/// Somebody who gets a paper of the own.
struct Candidate {
  std::string id;
  std::size_t pool = 0;         ///< by its place
  std::vector<int> rested;      ///< quarters since this person was asked each question of the pool
  std::set<std::string> taken;  ///< what must not be asked
};

}  // namespace sihu
