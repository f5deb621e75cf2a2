#pragma once

#include "base/rational.hpp"

#include <string>
#include <vector>

namespace sihu {

/// What somebody answered to one question, and what it is worth.
struct MarkedAnswer {
  std::string question;  ///< `bank/id`
  /// In the letters of the bank, whatever order they were shown in: `ACD`; `T` or `F` of a
  /// judgment; the words of a blank or a short answer. Empty: not answered.
  std::string response;
  Rational mark;
  Rational full;  ///< above 0

  friend bool operator==(const MarkedAnswer&, const MarkedAnswer&) = default;
};

/// A sitting (考试) of one candidate, marked: what statistics of a test are made of.
struct MarkedSitting {
  std::string candidate;  ///< person
  std::string branch;     ///< of the candidate
  std::string paper;
  int form = 1;                       ///< which of the paper's parallel forms was asked
  std::vector<MarkedAnswer> answers;  ///< in the order of the form, not as they were shown

  Rational mark() const;
  Rational full() const;
};

}  // namespace sihu
