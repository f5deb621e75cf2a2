#pragma once

#include "exam/answers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace sihu {

/// One thing that somebody did while sitting: an answer given, taken back (empty), or a flag set or
/// taken away.
struct SittingStep {
  std::size_t index = 0;  ///< of the question in the form
  bool is_flag = false;
  std::string response;  ///< in the letters of the bank
};

/// How long the machine had been up at a time of the sitting: whoever goes on with it before the
/// machine is started anew can't have had less time than went by on that clock, which nobody sets.
struct SeenTime {
  Instant at;
  std::int64_t uptime = 0;  ///< milliseconds
  std::string boot;         ///< which start of which machine
};

/// What a sitting that is under way has come to. Kept on the candidate's machine until the paper
/// is handed in, a line for each step: `1797724800000 answer 3 AC`, `… flag 3`, `… seen 86400000
/// 5c1d…` (uptime, boot), `… turned`. The first number is the time in milliseconds since 1970,
/// which never goes back: when the machine's clock does, it goes on from where it was.
struct SittingNotes {
  Instant last;  ///< of the last line
  Responses responses;
  std::set<std::size_t> flagged;
  bool turned_back = false;           ///< the machine's clock was, at some time of the sitting
  std::optional<SeenTime> seen = {};  ///< the last
};

/// Reads them; what is no whole line of a step, such as the one that was being written when the
/// machine stopped, is left out. A time behind the year 9999 is its end.
SittingNotes read_notes(std::string_view text, std::size_t questions);

/// The line of a step, with its LF.
std::string note_of(Instant at, const SittingStep& step);
/// The line that says how late it is, and the one that says that the clock was turned back.
std::string note_of_time(const SeenTime& seen);
std::string note_of_turning(Instant at);

/// A clock that never goes back, nor is slower than the one that counts since the machine was
/// started: setting the machine's clock back gains no time, also where nobody looks until it says
/// what it said before.
class SteadyTime {
 public:
  /// `last`: no time before that is ever given. `seen`: the time goes on from there by uptime, if
  /// `boot` is the same.
  explicit SteadyTime(Instant last, const std::optional<SeenTime>& seen = {},
                      std::string_view boot = {})
      : last_(last) {
    if (!seen || boot.empty() || seen->boot != boot) return;
    uptime_ = seen->uptime;
    steady_ = seen->at;
  }

  /// The time that it is when the machine's clock says `clock`, and `uptime` milliseconds have gone
  /// by since it was started.
  Instant at(Instant clock, std::int64_t uptime);
  /// By more than a minute: less is what clocks do when they are set right.
  bool turned_back() const { return turned_back_; }

 private:
  Instant last_;
  std::int64_t ahead_ = 0;                   // of the machine's clock, milliseconds
  std::optional<std::int64_t> uptime_ = {};  // when it was asked last
  Instant steady_ = last_;                   // the time by uptime alone
  bool turned_back_ = false;
};

}  // namespace sihu
