#pragma once

#include "document/checklist.hpp"
#include "ledger/ledger.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sihu {

/// An accepted deviation: an item that a branch need not meet for a time.
struct Waiver {
  std::string branch;
  std::string item;
  Date granted;
  Date until;  ///< inclusive
  std::string by;
  std::string note;

  bool holds_on(Date day) const { return granted <= day && day <= until; }
};

/// Every waiver ever granted, in ledger order.
std::vector<Waiver> fold_waivers(const Ledger& ledger, const Zone& zone);

/// The waiver that holds for an item at a branch on a day, or nullptr. Of several granted by that
/// day the last one speaks, even if it ended before the day: granting anew replaces.
const Waiver* waiver_for(const std::vector<Waiver>& waivers, std::string_view branch,
                         std::string_view item, Date day);

/// A waiver lasts at most a year, whatever the year: what a branch can't meet for longer belongs in
/// the checklist.
inline constexpr int longest_waiver_days = 366;

struct WaiverRequest {
  std::string branch;
  std::string item;
  Date until;
  std::string note;
};

/// The event that grants a waiver, or why not: committee only, with a reason, until a day that has
/// not passed and is at most `longest_waiver_days` ahead, and never for a veto item. `items` are
/// those of that id in the checklists.
Result<Draft> grant_waiver(const WaiverRequest& request, const std::vector<const Item*>& items,
                           const Person& person, Date today);

}  // namespace sihu
