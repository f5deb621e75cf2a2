#pragma once

#include "calendar/instant.hpp"
#include "snapshot/instant_key.hpp"
#include "snapshot/record.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace sihu {

/// The local day of an instant as lines spell it. Lines come mostly in order, so the day before is
/// mostly the day asked for: then no time is computed, only bytes are compared.
class DayFinder {
 public:
  explicit DayFinder(Zone zone) : zone_(std::move(zone)) {}

  /// The day of `instant`, or `no_day` if that is none or does not fit.
  SmallDay find(std::string_view instant) {
    if (instant.size() == 24) {
      const Minute minute = InstantKey(instant.data()).minute();
      if (!(minute < last_.begin) && minute < last_.end) return last_.day;
    }
    return find_anew(instant);
  }

 private:
  using Minute = InstantKey::Minute;
  struct Span {
    Minute begin;
    Minute end;
    SmallDay day = no_day;
  };

  SmallDay find_anew(std::string_view instant);

  Zone zone_;
  Span last_;
  std::map<SmallDay, Span> known_;
};

}  // namespace sihu
