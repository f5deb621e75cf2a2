#pragma once

#include "document/organisation.hpp"
#include "document/plan_file.hpp"
#include "exam/draw.hpp"
#include "exam/state.hpp"

#include <string>
#include <vector>

namespace sihu {

/// A bank that may be drawn from.
struct BankInUse {
  const Bank& bank;
  std::string doc;  ///< first 16 digits of its digest
};

/// Everything that decides what is drawn.
struct ComposeScene {
  const Organisation& organisation;
  PaperKey key;
  const Paper& paper;
  std::string doc;  ///< first 16 digits of the digest of the paper's rules
  std::vector<BankInUse> banks;
  const PlanFile* plan = nullptr;  ///< of the quarter; nullptr: there is none
  const ExamState& state;
  Date today;
  std::string seed;
};

/// A form that is drawn, and how it compares with earlier ones.
struct ComposedForm {
  RecordedForm form;
  std::size_t repeated = 0;  ///< questions that the person, or the branch, had in an earlier paper
};

/// Whom forms are drawn for.
struct Examinees {
  const Branch* branch = nullptr;
  std::vector<const Person*> people;  ///< of it; of no matter where they share forms
};

/// The forms of everybody: one for each person, or of each branch the number that the rules ask
/// for, no question in two of these. All as hard as the very first one of the paper.
///
/// Nothing that is a draft, or of a rule not in force; nothing that the branch wrote itself, and
/// where the plan says who sets its paper, nothing that other branches wrote; what no branch wrote
/// is for all. Of a person's questions those come first that this person was not asked for longest,
/// then those that are in the fewest papers. Of a make-up: nothing that the person, or the branch,
/// was asked at first, and as hard as that was.
///
/// `Kind::refused` with everything that is missing, and for whom; and where no form was found
/// that has no more in common with all others than the rules allow: several beginnings are tried,
/// not all choices there are.
Result<std::vector<ComposedForm>> compose_forms(const ComposeScene& scene,
                                                const std::vector<Examinees>& examinees);

/// The forms of a paper that were drawn, by branch.
std::vector<ComposedForm> drawn_forms(const ExamState& state, const PaperKey& key);

/// The line that records a form.
Draft form_draft(const RecordedForm& form);

/// The share of candidates that are expected to answer a question of so much difficulty, 1 to 5,
/// where the bank says no more: 0.9 0.75 0.6 0.45 0.3.
Rational expected_by_difficulty(int difficulty);

}  // namespace sihu
