#pragma once

#include "document/bank.hpp"
#include "document/calendar_file.hpp"
#include "document/checklist.hpp"
#include "document/course.hpp"
#include "document/kind.hpp"
#include "document/lint.hpp"
#include "document/paper.hpp"
#include "document/plan_file.hpp"
#include "document/record_register.hpp"
#include "document/rubric.hpp"
#include "gate/node.hpp"
#include "gate/source.hpp"

#include <memory>
#include <optional>

namespace sihu {

/// A file that was read on its own.
struct LintedFile {
  const LintFile* file = nullptr;
  bool wanted = true;            ///< its faults are asked for
  std::optional<Source> source;  ///< of the file
  DocumentKind kind = DocumentKind::unknown;
  std::string id;  ///< what it says it is
  std::optional<Node> root;
  std::optional<Organisation> organisation;
  std::optional<Checklist> checklist;
  std::optional<Workdays> calendar;
  std::optional<PlanFile> plan;
  std::optional<Rubric> rubric;
  std::optional<Bank> bank;
  std::optional<Bank> sound;  ///< of a bank that was refused: its questions without a fault
  std::optional<Paper> paper;
  std::optional<CourseFile> course;
  std::optional<Register> record_register;
  std::vector<Fault> faults;  ///< with warnings
};

/// Reads every file by itself; checklists find what they extend among them.
std::vector<LintedFile> lint_each(const LintInput& input);

/// What only all of them together can tell; adds to the faults of the file concerned.
void lint_together(std::vector<LintedFile>& files, const LintInput& input);

/// What a checklist means beside its form, and whom in `organisation` (if known) it concerns.
void lint_checklist(LintedFile& file, const Organisation* organisation);

/// Whether sihu.yaml asks for a rubric that there is, and that has what its method needs.
void lint_review(LintedFile& organisation, const std::vector<LintedFile>& files);

/// Whether the checklist that `appraise:` names is there, with the areas and items of its `fill:`.
void lint_appraise(LintedFile& organisation, const std::vector<LintedFile>& files);

/// The questions of a bank that there is something to say of; nullptr: it is no bank, or has none.
const Bank* linted_bank(const LintedFile& file);

/// What the questions of one bank are like: keys that stand at one letter too often, options that
/// contain one another, gaps, rules that are out of date on `today`. Of a bank with faults the
/// questions without one.
void lint_bank(LintedFile& bank, Date today, const Organisation* organisation);

/// What only all banks together can tell: questions of one id or one stem. Files that merely lie in
/// one folder, where there is no workspace (`in_workspace`), are no banks of one organisation.
void lint_banks(std::vector<LintedFile>& files, bool in_workspace);

/// Whether a paper names banks that there are, and topics that they have.
void lint_paper(LintedFile& paper, const std::vector<LintedFile>& files);

/// Whether the items that courses help with are in a checklist.
void lint_courses(std::vector<LintedFile>& files);

/// Whether the items that a plan has taught are in a checklist, while the quarter lasts.
void lint_lessons(std::vector<LintedFile>& files, Date today);

/// Whether the registers, columns and choices that items with `computed:` name are there. A
/// register that is not is said only of a whole workspace.
void lint_computed(std::vector<LintedFile>& files, bool whole);

/// A fault or warning about `node` of `file`.
void lint_add(LintedFile& file, const Node& node, bool warning, std::string name, Phrase what,
              Phrase hint = {});

}  // namespace sihu
