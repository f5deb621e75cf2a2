#pragma once

#include "snapshot/record.hpp"

#include <cstdint>
#include <deque>
#include <optional>

namespace sihu {

/// What few records have beside what all have.
struct Extra {
  std::uint64_t check = 0;  ///< the record's own: where that stood is the number of this extra
  SmallRequest request;
  std::uint32_t waiting = 0;  ///< first of the lines that rest on one not seen yet; 0: none
};

/// The extras of a fold's records. A record is taken out of here, changed, and put back.
class Extras {
 public:
  /// What the record has, no longer kept here; the record's check is its own again.
  Extra take(Record& record) { return record.has_extra ? take_kept(record) : Extra{}; }
  /// Keeps what `take` gave, if there is anything to keep. Until it is taken, the record's check
  /// says where.
  void put(Record& record, const Extra& extra) {
    if (extra.request.until != no_day || extra.waiting != 0) keep(record, extra);
  }
  /// The same, only to be looked at; its check is the record's own also where nothing is kept.
  Extra of(const Record& record) const {
    return record.has_extra ? extras_[record.check] : Extra{record.check, {}, 0};
  }

  /// False where there is no number left for it.
  bool wait(Extra& extra, const SmallStep& step);
  /// A step that rests on the line with that check and waits no longer.
  std::optional<SmallStep> take_step(Extra& extra, std::uint64_t check);
  /// Any of those that wait.
  std::optional<SmallStep> take_step(Extra& extra);

 private:
  Extra take_kept(Record& record);
  void keep(Record& record, const Extra& extra);
  void let_go(std::uint32_t step);

  std::deque<SmallStep> steps_{1};  // those that wait, in lists; 0 is none
  std::uint32_t free_step_ = 0;     // list of unused ones
  std::deque<Extra> extras_{1};     // by their numbers; 0 stays empty
  std::uint32_t free_extra_ = 0;    // list of unused ones, by `waiting`
};

}  // namespace sihu
