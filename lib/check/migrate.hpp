#pragma once

#include "check/state.hpp"
#include "document/checklist.hpp"

#include <string>
#include <vector>

namespace sihu {

/// With which checklist a check goes on.
enum class Course {
  begin,     ///< not begun: with the workspace's
  go_on,     ///< begun with the workspace's
  migrate,   ///< begun with an older one: the workspace's from now on, said with a report
  recorded,  ///< signed off, or another device went on to a newer one: the one in the ledger
};

/// `doc`: first 16 digits of the digest of the workspace's checklist.
Course course_of(const CheckState& state, std::string_view doc);

/// What a newer checklist does to a check that has begun.
struct Migration {
  std::string from;  ///< versions
  std::string to;
  std::vector<std::string> kept;
  std::vector<std::string> changed;  ///< have to be answered again
  std::vector<std::string> added;
  std::vector<std::string> gone;  ///< their answers stay in the ledger and count no more
};

/// Items are the same when what is asked and what it costs is the same: title, standard, points,
/// rules, target, veto. A changed basis, note or severity asks for no new answer.
Migration compare_checklists(const Checklist& older, const Checklist& newer);

}  // namespace sihu
