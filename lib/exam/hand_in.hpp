#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "exam/row_runs.hpp"
#include "exam/short_answers.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sihu {

/// A paper that is to be handed in.
struct NewPaper {
  std::string person;
  const ExamForm* form = nullptr;
  Responses responses;
  std::optional<int> took = {};   ///< seconds, where they were measured
  bool turned_back = false;       ///< the machine's clock went backwards meanwhile
  Place place = {};               ///< where it is written, if it is
  std::vector<RowRun> rows = {};  ///< the rows that it is written in
};

/// Everything that decides what handing in papers writes to the ledger.
struct PaperScene {
  const Organisation& organisation;
  const PlanFile* plan = nullptr;  ///< of the quarter; nullptr: there is none
  const ExamState& state;
  const Person& person;  ///< who records
  Date today;
  std::function<Result<std::string>()> draw_key;  ///< a secret key for one box, each time anew
  /// The secret keys of this machine, by which it is seen that a sealed paper is there already.
  SecretFor secret_for = {};
  /// Why something that was recorded is recorded anew: it corrects. Empty: nothing is corrected.
  std::string reason = {};
};

/// What is written.
struct PapersRecording {
  RoleName role = RoleName::member;
  std::vector<Draft> drafts;
};

/// Whether somebody may hand in papers that people of `branch` wrote, and under which role: the
/// committee, and an inspector, secretary or leader of another branch, of the one that sets the
/// paper where the plan says so. `Kind::refused`.
Result<RoleName> may_record_papers(const PaperScene& scene, const Person& by,
                                   const std::string& branch);

/// Begins a sitting at a terminal: a `test.start`, from which the time runs, unless there is one.
/// `Kind::refused` as for handing in.
Result<PapersRecording> begin_sitting(const PaperScene& scene, const ExamForm& form);

/// Why a paper can't be handed in, where it is written (`at_each_run` of its rows names them all);
/// nothing: it can, or is there already.
std::optional<Fault> why_not_taken(const PaperScene& scene, const NewPaper& paper, bool own);

/// Hands in papers: a `test.sitting` each, sealed to the committee's key where sihu.yaml has one.
/// `Kind::refused` with every reason: a paper that was handed in already, a branch whose result is
/// recorded, nobody who may. A paper that is there word for word, and can be opened here, is left
/// as it is. One's own is taken only with `own`, from a sitting at a terminal. With `scene.reason`
/// the committee has a paper that was entered for somebody replaced, with the reason in the line;
/// what the candidate handed in is not.
Result<PapersRecording> hand_in_papers(const PaperScene& scene, const std::vector<NewPaper>& papers,
                                       bool own);

/// Takes back a paper that was entered for somebody, as for the wrong one, who may then sit: the
/// line says `withdrawn` and `scene.reason`. `Kind::refused` as for replacing it.
Result<PapersRecording> cancel_paper(const PaperScene& scene, const PaperKey& key,
                                     const std::string& person);

}  // namespace sihu
