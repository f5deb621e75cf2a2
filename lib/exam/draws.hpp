#pragma once

#include "exam/state.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

// Two machines that know nothing of each other may draw the same paper. Both draws stay in the
// ledger; which of them somebody has is decided here.

/// Decides which forms stand. In force is what was drawn first for a person, of forms that a branch
/// shares all of the first draw; what is withdrawn is not. Who has begun or handed in a form has
/// that one, whatever else was drawn. All others go to `set_aside`. A sitting that names no form
/// means the first that was drawn under its number.
void settle_draws(ExamState& state);

/// A paper that was drawn a second time for people who had one already.
struct DrawnTwice {
  PaperKey paper;
  std::string first_by;  ///< person
  Instant first_at;
  std::string second_by;
  Instant second_at;
  std::size_t entry = 0;              ///< where the second draw begins, in the ledger
  int forms = 0;                      ///< of the second draw, for whom there was one
  std::vector<std::string> answered;  ///< who began or handed in one of them

  bool is_same_as(const DrawnTwice& other) const;
};

/// By paper, then by who drew. What is withdrawn is no draw.
std::vector<DrawnTwice> papers_drawn_twice(const ExamState& state);

/// What follows from it, for people.
Phrase drawn_twice_words(const DrawnTwice& twice);

/// A paper whose forms have more questions in common than its rules allow, which only draws that
/// knew nothing of each other can bring about.
struct PapersAlike {
  PaperKey paper;
  int most = 0;     ///< questions two have in common
  int allowed = 0;  ///< at most, by the rules
  int pairs = 0;    ///< of people, with more than that
  std::string one;  ///< two people with the most
  std::string other;
  std::size_t entry = 0;  ///< of the later of these two, in the ledger

  bool is_same_as(const PapersAlike& another) const;
};

/// How many questions two forms may have in common, by the rules a form was drawn by; nothing:
/// they say nothing, or are not at hand.
using MostShared = std::function<std::optional<int>(const RecordedForm& form)>;

/// Looks only at papers that were drawn in several files of the ledger.
std::vector<PapersAlike> papers_alike(const ExamState& state, const MostShared& most_shared);

/// For people.
Phrase papers_alike_words(const PapersAlike& alike);

}  // namespace sihu
