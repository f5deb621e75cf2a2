#pragma once

#include "learn/attendance.hpp"
#include "learn/state.hpp"
#include "store/courses.hpp"
#include "tools/cli/world.hpp"

#include <map>
#include <string>

namespace sihu {

// What the commands of `sihu learn` have in common.

/// A workspace with all its learning.
struct LearnDesk {
  Workspace workspace;
  Ledger ledger;
  LearnState state;
  Date today;
};

/// Says on standard error what the ledger notes, and which sessions were recorded twice.
Result<LearnDesk> open_learning(World& world);

/// Says who is in two sessions of one course on one day, one line for each two of them and the
/// hours they give.
void say_counted_once(World& world, const std::vector<CountedOnce>& again);

/// Courses as sessions name them, and their texts.
struct CourseShelf {
  std::map<std::string, OfferedCourse> offered;
  std::map<std::string, std::string> texts;
};

/// All courses of the workspace; all of their faults at once.
Result<CourseShelf> open_courses(const Workspace& workspace);

/// The items of all checklists by their ids; of an id that several have, the first checklist's.
Result<std::map<std::string, Item>> all_items(const Workspace& workspace);

/// `Kind::input`, with the nearest, for an item that no checklist has. An empty id passes.
Result<void> check_known_item(const std::map<std::string, Item>& items, const std::string& id);

}  // namespace sihu
