#pragma once

#include "faults/calls.hpp"
#include "faults/stage.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace sihu::test {

/// SIHU_FAULT_EVERY=3: of what can go wrong in calls that only look, every third is tried. The ends
/// of the program and whatever goes wrong in a call that changes something are all tried, always.
std::size_t every_so_many();

/// A command in a workspace, and what has to hold of it whatever goes wrong.
struct Story {
  Stage::Furnish furnish;
  std::vector<std::string> command;
  int status = 0;       ///< when nothing goes wrong
  bool whole = true;    ///< the lines it adds are there all or not at all
  bool lasting = true;  ///< when it says that it is done, all of it is on the disk
  bool so_far = false;  ///< it prints what was done, also where the rest was not
  bool once = false;    ///< done again, it does nothing more
  std::string lang = "en";
  std::string archive = {};  ///< an archive in the stage that holds what left the ledger
  std::string input = {};    ///< what is typed, each time anew
};

/// Runs a story once undisturbed, then once for each call and each thing that can go wrong there,
/// and looks each time whether the promises hold. Complaints go to doctest.
class Trial {
 public:
  explicit Trial(Story story);
  ~Trial();
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  void run();
  /// The command on a file system that lets nothing be written.
  Outcome run_read_only();
  int runs() const { return runs_; }
  const Outcome& undisturbed() const { return expected_; }

 private:
  // What is found afterwards, by commands that nothing disturbs.
  struct Aftermath {
    int verified = -1;
    std::set<std::string> lines;
    Outcome again;
    Files after_again;
  };

  Outcome perform(long at, const Mishap& mishap) const;
  Outcome perform() const {
    return stage_.sihu(story_.command, {{"SIHU_LANG", story_.lang}}, story_.input);
  }
  std::string log() const;
  void rehearse();
  void attempt(std::size_t at, const Mishap& mishap);
  void judge_status(const Call& call, const Mishap& mishap, const Outcome& outcome,
                    const Files& left);
  void judge_lines(const Outcome& outcome, const Aftermath& aftermath);
  const Aftermath& look_at(const Files& left);
  std::set<std::string> exported_lines() const;
  void complain(const std::string& what);

  Story story_;
  Stage stage_;
  std::string pristine_;
  Outcome expected_;
  Files after_;
  std::set<std::string> lines_before_;
  std::set<std::string> lines_after_;
  std::vector<Call> calls_;
  std::map<std::string, Aftermath> known_;
  std::string now_;  // which mishap is being looked at
  int runs_ = 0;
  bool dirty_ = false;
};

}  // namespace sihu::test
