#pragma once

#include "calendar/date.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// One answer while drilling.
struct DrillAnswer {
  Date on;
  std::string question;  ///< `bank/id`
  bool right = false;
  int seconds = 0;  ///< that it took

  friend bool operator==(const DrillAnswer&, const DrillAnswer&) = default;
};

/// What somebody's drills have come to, on this machine alone: a line for each answer,
/// `2026-12-20 base/S-1 right 12`, and `2026-12-20 done` where a drill was finished.
struct DrillNotes {
  std::vector<DrillAnswer> answers;  ///< in the order of the lines
  std::size_t finished = 0;          ///< drills
  std::size_t open_from = 0;         ///< the first answer of the drill that is not finished
};

/// Reads them; what is no whole line, such as the one that was being written when the machine
/// stopped, is left out.
DrillNotes read_drill_notes(std::string_view text);

/// The lines, with their LF.
std::string drill_note(const DrillAnswer& answer);
std::string drill_finished_note(Date on);

/// A question that was missed at a test, and when its mark was recorded.
struct MissedQuestion {
  std::string question;  ///< `bank/id`
  Date on;
};

/// Where a question stands (`next_box`).
struct DrillCard {
  int box = 1;
  Date due;  ///< asked from that day on

  friend bool operator==(const DrillCard&, const DrillCard&) = default;
};

/// The card of each question that was missed or drilled, by `bank/id`. Missed at a test it goes to
/// box 1 and is due at once.
///
/// Which day it is, is the clock's word, and the clock may be wrong. So answers count in the order
/// in which they were given, whatever days they bear; a test stands behind the answers of days
/// before its own. An answer of a day after `today` was given under a clock that was ahead: it
/// moves the question to no higher box, and the question is due. One given under a clock that was
/// behind is due the sooner. So a wrong clock has things asked too soon, and never too late.
std::map<std::string, DrillCard> drill_cards(const std::vector<MissedQuestion>& missed,
                                             const std::vector<DrillAnswer>& answers, Date today);

}  // namespace sihu
