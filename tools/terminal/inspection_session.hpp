#pragma once

#include "check/run.hpp"
#include "tools/cli/inspection.hpp"

#include <optional>

namespace sihu {

/// An inspection under way: what a conversation asks for is recorded, and its run goes on. By lines
/// or on a full screen, this is the one way to do it. What there is to say goes to the world.
class InspectionSession {
 public:
  /// With `dry_run` answers are judged and not recorded. World and inspection outlive the session.
  InspectionSession(World& world, Inspection& inspection, Acting acting, bool dry_run);
  InspectionSession(const InspectionSession&) = delete;
  InspectionSession& operator=(const InspectionSession&) = delete;

  /// The beginning is a line of its own, so that who may not inspect learns it before the first
  /// answer. A status to end with, or nothing; from then on there is a run.
  std::optional<Exit> begin();
  Run& run() { return *run_; }
  /// What is inspected: the branch and the checklist.
  Phrase title() const;

  /// Records the answer of a reply of kind `record`, durable, and tells the run. Nothing, or the
  /// status of a refusal; then the item is asked again.
  std::optional<Exit> record(const Reply& reply, Instant now);
  /// Keeps the files of a reply of kind `evidence`, and tells the run. False: not all were.
  bool attach(const Reply& reply);
  /// What the check stands at now, after all is said.
  Exit finish();

 private:
  Result<Recording> carry_out(const Act& act);
  std::optional<Exit> prepare();

  World& world_;
  Inspection& inspection_;
  Acting acting_;  // its clock goes on
  bool dry_run_;
  Shelf shelf_;
  std::optional<Standing> standing_;
  std::optional<ScoreBasis> basis_;
  std::optional<Run> run_;
};

}  // namespace sihu
